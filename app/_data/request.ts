import type { z } from "zod";
import { answerFrom, problemFrom, type SchemaOf } from "./answer";
import { loadContracts } from "./load-contracts";
import { unreachable } from "./problem";

export const apiRoot = "/api/v1";

/**
 * One call to the API that answers with a body.
 * @throws ProblemError with a sentence for people; an aborted call rejects with the signal's own reason.
 */
export async function request<Schema extends z.ZodType>(
  path: string,
  schemaOf: SchemaOf<Schema>,
  init: RequestInit = {},
): Promise<z.output<Schema>> {
  const [{ status, text }] = await Promise.all([answerTo(path, init), loadContracts()]);
  return answerFrom(status, text, schemaOf);
}

/** One call to the API whose answer has no body. @throws ProblemError, as {@link request} does. */
export async function command(path: string, init: RequestInit): Promise<void> {
  const { status, text } = await answerTo(path, init);
  if (status < 200 || status > 299) throw await problemFrom(status, text);
}

/** A call whose body is JSON. */
export const asJson = (method: "POST" | "PUT" | "PATCH", body: unknown) => ({
  method,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

/** Where someone who is not known may be, and stays when a try fails. */
const isWayIn = (): boolean => /^\/(sign-in|join|new-password)$/.test(location.pathname);

/** The session has ended meanwhile: after signing in again this same page comes back. */
function goToSignIn(): void {
  location.assign(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);
}

async function answerTo(path: string, init: RequestInit): Promise<{ status: number; text: string }> {
  try {
    const headers = { accept: "application/json", ...init.headers };
    const response = await fetch(`${apiRoot}${path}`, { ...init, headers });
    if (response.status === 401 && !isWayIn()) goToSignIn();
    return { status: response.status, text: await response.text() };
  } catch (failure) {
    if (init.signal?.aborted) throw failure;
    throw unreachable();
  }
}
