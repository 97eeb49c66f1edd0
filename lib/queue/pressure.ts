import type { Tx } from "@/db/client";
import { TracepressError } from "@/lib/errors";
import { itemsPerMinute, secondsFor } from "./pace";
import { waitingItems } from "./turns";

/** Seconds to wait where nothing was finished lately that a time could be worked out from. */
const unmeasuredSeconds = 30;
const longestSeconds = 3_600;

/**
 * Lets so many items in, or says when there will be room at the pace of the last minutes.
 * @param limit items that may wait at once. @param now milliseconds since the epoch.
 * @throws TracepressError `queue_full` with its Retry-After.
 */
export function refuseWhenFull(tx: Tx, arriving: number, limit: number, now: number): void {
  const { pending, retrying } = waitingItems(tx);
  const waiting = pending + retrying;
  const over = waiting + arriving - limit;
  if (over <= 0) return;
  const measured = secondsFor(over, itemsPerMinute(tx, now)) ?? unmeasuredSeconds;
  throw new TracepressError("queue_full", `The queue holds ${waiting} items of at most ${limit}. Try again soon.`, {
    retryAfter: Math.min(longestSeconds, measured),
  });
}
