/** Bound of the wait before the second attempt; it doubles with each. */
const firstMs = 1_000;
const longestMs = 60_000;
/** A server that asks for more than this is asked again after this all the same. */
export const longestAskedMs = 3_600_000;

/**
 * Milliseconds before an item is begun again: anything up to a doubling bound, so that many that failed together do
 * not come back together ("full jitter": Brooker, Exponential Backoff and Jitter, 2015), and never less than was asked for.
 * @param attempt that failed, from 1.
 * @param retryAfter seconds that the other side asked to wait; null for none.
 * @param random 0 to 1.
 */
export function waitAfter(attempt: number, retryAfter: number | null, random = Math.random()): number {
  const backoff = Math.min(longestMs, firstMs * 2 ** (attempt - 1)) * random;
  return Math.round(Math.max(backoff, Math.min(longestAskedMs, (retryAfter ?? 0) * 1000)));
}
