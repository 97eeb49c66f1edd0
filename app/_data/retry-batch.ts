import { useQueryClient } from "@tanstack/react-query";
import type { RetryRequest } from "@/lib/contracts/retry";
import type { BatchView } from "@/lib/contracts/status";
import { batchKey } from "./batch-keys";
import { lookAgain } from "./get-batch";
import { asJson, request } from "./request";
import { useDeed } from "./use-deed";

/** `POST /batch/{id}/retry`: runs again what failed or was cancelled, all of it or some items. */
export const retryBatch = (id: string, items: RetryRequest) =>
  request(`/batch/${encodeURIComponent(id)}/retry`, (contracts) => contracts.retryAnswerSchema, asJson("POST", items));

export function useRetryBatch(id: string) {
  const client = useQueryClient();
  return useDeed({
    mutationFn: (items: RetryRequest) => retryBatch(id, items),
    // From the answer on the batch runs: the page follows it again before the next look at its status.
    onSuccess: ({ status }) =>
      client.setQueryData<BatchView>(batchKey(id), (batch) => batch && { ...batch, status, expires_at: null }),
    onSettled: () => lookAgain(client, id),
  });
}
