import { useQueryClient } from "@tanstack/react-query";
import type { BatchView } from "@/lib/contracts/status";
import { batchKey } from "./batch-keys";
import { lookAgain } from "./get-batch";
import { asJson, request } from "./request";
import { useDeed } from "./use-deed";

/** `POST /batch/{id}/order`: all items of a finished batch in the order that its pages should have. */
export const orderPages = (id: string, itemIds: readonly string[]) =>
  request(
    `/batch/${encodeURIComponent(id)}/order`,
    (contracts) => contracts.orderAnswerSchema,
    asJson("POST", { item_ids: itemIds }),
  );

export function useOrderPages(id: string) {
  const client = useQueryClient();
  return useDeed({
    mutationFn: (itemIds: readonly string[]) => orderPages(id, itemIds),
    // While its book is bound the batch runs: the page follows it again before the next look at its status.
    onSuccess: ({ status }, itemIds) =>
      client.setQueryData<BatchView>(batchKey(id), (batch) => batch && { ...batch, status, page_order: [...itemIds] }),
    onSettled: () => lookAgain(client, id),
  });
}
