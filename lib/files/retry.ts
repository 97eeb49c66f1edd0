import { setTimeout as sleep } from "node:timers/promises";
import { TracepressError } from "@/lib/errors";

export interface RetryRules {
  /** The first one included. */
  attempts: number;
  /** Longest wait after the first attempt; it doubles each time. */
  firstWaitMs: number;
  /** No wait is longer; a server that asks for more is not tried again. */
  longestWaitMs: number;
}

export const usualRetries: RetryRules = { attempts: 4, firstWaitMs: 500, longestWaitMs: 20_000 };

/**
 * Does work again while it fails in a way that may pass, after waits of random length below a doubling bound, or as
 * long as the server asked for.
 * @throws the last error; what `signal` was aborted with.
 */
export async function withRetries<Value>(
  work: (attempt: number) => Promise<Value>,
  rules: RetryRules,
  { signal, random = Math.random }: { signal?: AbortSignal; random?: () => number } = {},
): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(attempt);
    } catch (thrown) {
      signal?.throwIfAborted();
      const wait = waitAfter(thrown, attempt, rules, random);
      if (wait === null) throw thrown;
      await sleep(wait, undefined, { signal });
    }
  }
}

/** Milliseconds until the next attempt; null when there is none. */
function waitAfter(thrown: unknown, attempt: number, rules: RetryRules, random: () => number): number | null {
  if (!(thrown instanceof TracepressError) || !thrown.retryable || attempt >= rules.attempts) return null;
  const backoff = Math.min(rules.longestWaitMs, rules.firstWaitMs * 2 ** (attempt - 1)) * random();
  const asked = (thrown.retryAfter ?? 0) * 1000;
  return asked > rules.longestWaitMs ? null : Math.max(asked, backoff);
}
