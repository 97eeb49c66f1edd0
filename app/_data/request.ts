import type { z } from "zod";
import { answerFrom, unreachable } from "./problem";

export const apiRoot = "/api/v1";

/**
 * One call to the API.
 * @throws ProblemError with a sentence for people; an aborted call rejects with the signal's own reason.
 */
export async function request<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  init: RequestInit = {},
): Promise<z.output<Schema>> {
  let status: number;
  let text: string;
  try {
    const response = await fetch(`${apiRoot}${path}`, {
      ...init,
      headers: { accept: "application/json", ...init.headers },
    });
    status = response.status;
    text = await response.text();
  } catch (failure) {
    if (init.signal?.aborted) throw failure;
    throw unreachable();
  }
  return answerFrom(status, text, schema);
}
