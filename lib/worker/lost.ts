import type { ItemError } from "@/lib/contracts/status";
import { catalogue, TracepressError } from "@/lib/errors";

/**
 * What a person reads about work whose thread died under it. Only reasons of the runtime's own are told: the message
 * of an unknown one may hold paths.
 * @param what names the work. @param last whether no attempt is left.
 */
export function lostError(
  what: string,
  lost: { attempt: number; last: boolean; stage: string | null; error: unknown },
): ItemError {
  const times = `${lost.attempt} ${lost.attempt === 1 ? "time" : "times"}`;
  const where = lost.stage === null ? "" : `, in its stage ${lost.stage}`;
  const reason = reasonOf(lost.error);
  const end = lost.last ? " It was set aside." : "";
  return {
    code: "worker_lost",
    message: `${what} stopped the worker ${times}${where}${reason ? `: ${reason}` : ""}.${end}`,
    stage: lost.stage,
    retryable: catalogue.worker_lost.retryable,
  };
}

function reasonOf(error: unknown): string | null {
  const cause = error instanceof TracepressError ? error.cause : null;
  if (!(cause instanceof Error)) return null;
  if ((cause as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY") return "its memory ran out";
  const code = /^Worker thread ended with code (\d+)$/.exec(cause.message)?.[1];
  return code === undefined ? null : `the thread ended with code ${code}`;
}
