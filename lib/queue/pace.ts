import { and, count, gte, inArray, min, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { batchItems } from "@/db/schema";

const windowMs = 600_000;

/**
 * Items a minute that came to their end over the last ten minutes, or since the first of them was begun; null when
 * none did. Cancelled ones took no work and do not count.
 * @param now milliseconds since the epoch.
 */
export function itemsPerMinute(tx: Tx, now: number): number | null {
  const since = now - windowMs;
  const measured = tx
    .select({ ended: count(), begun: min(batchItems.startedAt) })
    .from(batchItems)
    // The literal is what lets SQLite take the index, as in turns.ts.
    .where(
      and(
        sql`finished_at is not null`,
        gte(batchItems.finishedAt, since),
        inArray(batchItems.status, ["completed", "failed"]),
      ),
    )
    .get();
  if (!measured || measured.ended === 0) return null;
  const elapsedMs = Math.max(1_000, now - Math.max(since, measured.begun ?? since));
  return (measured.ended * 60_000) / elapsedMs;
}

/** Whole seconds that so many items take at that pace; null where nothing was measured. */
export function secondsFor(items: number, perMinute: number | null): number | null {
  if (items <= 0) return 0;
  return perMinute === null ? null : Math.ceil((items * 60) / perMinute);
}
