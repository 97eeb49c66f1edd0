import { inspect } from "node:util";
import type { ItemError } from "@/lib/contracts/status";
import { asTracepressError } from "@/lib/errors";

/** Why a task failed. */
export interface Failure {
  error: ItemError;
  /** Seconds that were asked for until the next attempt; null for none. */
  retryAfter: number | null;
  /** For the log only. */
  cause: string | null;
}

/** What a task that threw this failed with. */
export function failureOf(thrown: unknown): Failure {
  const { code, message, stage = null, retryable, retryAfter = null, cause } = asTracepressError(thrown);
  return {
    error: { code, message, stage, retryable },
    retryAfter,
    cause: cause === undefined ? null : inspect(cause),
  };
}
