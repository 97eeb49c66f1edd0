import { useQueryClient } from "@tanstack/react-query";
import { lookAgain } from "./get-batch";
import { request } from "./request";
import { useDeed } from "./use-deed";

/** `POST /batch/{id}/cancel`. */
export const cancelBatch = (id: string) =>
  request(`/batch/${encodeURIComponent(id)}/cancel`, (contracts) => contracts.statusAnswerSchema, { method: "POST" });

export function useCancelBatch(id: string) {
  const client = useQueryClient();
  return useDeed({
    mutationFn: () => cancelBatch(id),
    onSettled: () => lookAgain(client, id),
  });
}
