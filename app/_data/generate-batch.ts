import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { GenerateRequestInput } from "@/lib/contracts/coloring";
import { type Submitted, submittedSchema } from "@/lib/contracts/status";
import { batchesKey } from "./list-batches";
import { request } from "./request";

export interface Submission {
  body: GenerateRequestInput;
  /** The same for every try of the same submission: a lost answer never makes a second batch. */
  idempotencyKey: string;
}

/** `POST /batch/generate`. */
export const generateBatch = ({ body, idempotencyKey }: Submission): Promise<Submitted> =>
  request("/batch/generate", submittedSchema, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": idempotencyKey },
    body: JSON.stringify(body),
  });

export function useGenerateBatch() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: generateBatch,
    onSuccess: () => client.invalidateQueries({ queryKey: batchesKey }),
  });
}
