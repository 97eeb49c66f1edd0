import type { Problem } from "@/lib/contracts/problem";
import { catalogue, type TracepressError } from "@/lib/errors";

/** An error as it leaves the server: the status, the headers and the JSON of RFC 9457. */
export function problemParts(error: TracepressError, requestId: string) {
  const { status, title } = catalogue[error.code];
  const problem: Problem = {
    type: "about:blank",
    title,
    status,
    detail: error.message,
    code: error.code,
    request_id: requestId,
    ...(error.fields && { errors: error.fields }),
  };
  const headers: Record<string, string> = {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    "x-request-id": requestId,
    // The rest of a body that is not read any more would be taken for the next request.
    ...(unread.has(error.code) && { connection: "close" }),
    ...error.headers,
    ...(error.retryAfter !== undefined && { "retry-after": String(error.retryAfter) }),
  };
  return { status, headers, body: JSON.stringify(problem) };
}

const unread = new Set([
  "too_large",
  "method_not_allowed",
  "storage_full",
  "foreign_host",
  "foreign_origin",
  "upload_taken_over",
]);
