import type { Submitted } from "@/lib/contracts/status";
import { ringBatches } from "./batches-bell";
import { request } from "./request";
import { answered, keyOf } from "./unanswered";

/** Sends a new batch to `path`, and says that there is one. @throws ProblemError as {@link request} does. */
export async function submit(path: string, content: unknown): Promise<Submitted> {
  const body = JSON.stringify(content);
  const idempotencyKey = await keyOf(path, body);
  const submitted = await request(path, (contracts) => contracts.submittedSchema, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": idempotencyKey },
    body,
  });
  answered();
  ringBatches();
  return submitted;
}
