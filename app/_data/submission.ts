import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Submitted } from "@/lib/contracts/status";
import { batchesKey } from "./list-batches";
import { request } from "./request";

export interface Submission<Body> {
  body: Body;
  /** The same for every try of the same submission: a lost answer never makes a second batch. */
  idempotencyKey: string;
}

/** Sends a new batch to `path`; the list of batches is looked at again afterwards. */
export function useSubmission<Body>(path: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, idempotencyKey }: Submission<Body>): Promise<Submitted> =>
      request(path, (contracts) => contracts.submittedSchema, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": idempotencyKey },
        body: JSON.stringify(body),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: batchesKey }),
  });
}
