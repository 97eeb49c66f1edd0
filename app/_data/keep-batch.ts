import { useQueryClient } from "@tanstack/react-query";
import { lookAgain } from "./get-batch";
import { asJson, request } from "./request";
import { useDeed } from "./use-deed";

/** `POST /batch/{id}/keep`: takes the batch out of expiry, or with `keep` false lets it expire again. */
export const keepBatch = (id: string, keep: boolean) =>
  request(`/batch/${encodeURIComponent(id)}/keep`, (contracts) => contracts.keepAnswerSchema, asJson("POST", { keep }));

export function useKeepBatch(id: string) {
  const client = useQueryClient();
  return useDeed({
    mutationFn: (keep: boolean) => keepBatch(id, keep),
    onSettled: () => lookAgain(client, id),
  });
}
