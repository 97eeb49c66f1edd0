import { count, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { batchItems, batchJobs } from "@/db/schema";
import type { QueueStats } from "@/lib/contracts/operations";
import { batchStatuses } from "@/lib/contracts/terms/status";
import { itemsPerMinute, secondsFor } from "./pace";
import { waitingItems } from "./turns";

/** How full the queue is and how fast it drains, read in one transaction. @param now milliseconds since the epoch. */
export const queueStats = (db: Db, slots: number, now = Date.now()): QueueStats =>
  db.transaction((tx) => {
    const { pending, retrying } = waitingItems(tx);
    const pace = itemsPerMinute(tx, now);
    return {
      pending,
      running: runningItems(tx),
      retrying,
      batches: batchesByStatus(tx),
      slots,
      items_per_minute: pace === null ? null : Math.round(pace * 10) / 10,
      estimated_wait_seconds: secondsFor(pending + retrying, pace),
    };
  });

/** Items under a lease; the condition is the one of their index. */
function runningItems(tx: Tx): number {
  const leased = sql`lease_token is not null`;
  return tx.select({ count: count() }).from(batchItems).where(leased).get()?.count ?? 0;
}

/** How many batches there are in each status, also of none. */
export function batchesByStatus(tx: Tx): QueueStats["batches"] {
  const rows = tx.select({ status: batchJobs.status, count: count() }).from(batchJobs).groupBy(batchJobs.status).all();
  const counts = new Map(rows.map((row) => [row.status, row.count]));
  return Object.fromEntries(batchStatuses.map((status) => [status, counts.get(status) ?? 0])) as QueueStats["batches"];
}
