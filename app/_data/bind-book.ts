import { useQueryClient } from "@tanstack/react-query";
import type { BookRequest } from "@/lib/contracts/book";
import type { BatchView } from "@/lib/contracts/status";
import { batchKey } from "./batch-keys";
import { lookAgain } from "./get-batch";
import { asJson, request } from "./request";
import { useDeed } from "./use-deed";

/** `POST /batch/{id}/book`: the pages of a finished batch in one PDF, which it was not submitted with. */
export const bindBook = (id: string, book: BookRequest) =>
  request(`/batch/${encodeURIComponent(id)}/book`, (contracts) => contracts.statusAnswerSchema, asJson("POST", book));

export function useBindBook(id: string) {
  const client = useQueryClient();
  return useDeed({
    mutationFn: (book: BookRequest) => bindBook(id, book),
    // While it is bound the batch runs: the page follows it again before the next look at its status.
    onSuccess: ({ status }) =>
      client.setQueryData<BatchView>(batchKey(id), (batch) => batch && { ...batch, status, expires_at: null }),
    onSettled: () => lookAgain(client, id),
  });
}
