import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type BatchRow, batchJobs } from "@/db/schema";
import { config } from "@/lib/config";
import { appendEvent } from "@/lib/events/log";
import { allEnded, outcome, outcomeMessage } from "./state";

/** Called after an item's end: moves the batch to its closing step, or to its end, when that was the last one. */
export function settle(tx: Tx, batchId: string, now: number): void {
  const batch = tx.select().from(batchJobs).where(eq(batchJobs.id, batchId)).get();
  if (!batch || batch.finishedAt !== null || !allEnded(batch)) return;
  if (batch.closing === "waiting" && batch.processed > 0) {
    tx.update(batchJobs).set({ closing: "ready" }).where(eq(batchJobs.id, batchId)).run();
    appendEvent(tx, batchId, "progress", "All items are done; putting them together");
    return;
  }
  finishBatch(tx, batch, outcome(batch), outcomeMessage(batch), now);
}

/** Ends a batch for good: status, times, terminal event, in one transaction with what led to it. */
export function finishBatch(
  tx: Tx,
  batch: BatchRow,
  status: "completed" | "failed" | "cancelled",
  message: string,
  now: number,
): void {
  tx.update(batchJobs)
    .set({
      status,
      closing: batch.closing === "none" ? "none" : "done",
      leaseToken: null,
      leaseExpiresAt: null,
      finishedAt: now,
      expiresAt: batch.keep ? null : now + config().jobTtlMs,
    })
    .where(eq(batchJobs.id, batch.id))
    .run();
  appendEvent(tx, batch.id, status, message);
}
