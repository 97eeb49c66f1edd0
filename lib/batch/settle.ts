import { eq, sql } from "drizzle-orm";
import { prepared, type Tx } from "@/db/client";
import { type BatchRow, batchJobs } from "@/db/schema";
import { config } from "@/lib/config";
import { appendEvent, told, writeEvent } from "@/lib/events/log";
import { allEnded, outcome, outcomeMessage } from "./state";

/**
 * Called after an item's end: moves the batch to its closing step, or to its end, when that was the last one.
 * @param batch as it is after that.
 */
export function settle(tx: Tx, batch: BatchRow, now: number): void {
  if (batch.finishedAt !== null || !allEnded(batch)) return;
  if (batch.closing === "waiting" && batch.processed > 0) {
    appendEvent(tx, batch.id, "progress", "All items are done; putting them together", {}, { closing: "ready" });
    return;
  }
  completeBatch(tx, batch, now);
}

/** All that was to be made is there, or nothing of it: the batch ends, or is delivered first. */
export function completeBatch(tx: Tx, batch: BatchRow, now: number): void {
  const status = outcome(batch);
  if (status === "completed" && batch.delivery === "waiting") beginDelivery(tx, batch);
  else finishBatch(tx, batch, status, outcomeMessage(batch), now);
}

/** Lines a batch up for its delivery. */
export function beginDelivery(tx: Tx, batch: BatchRow): void {
  tx.update(batchJobs)
    .set({
      status: "uploading",
      closing: batch.closing === "none" ? "none" : "done",
      delivery: "ready",
      deliveryAttempts: 0,
      leaseToken: null,
      leaseExpiresAt: null,
      finishedAt: null,
      expiresAt: null,
    })
    .where(eq(batchJobs.id, batch.id))
    .run();
  appendEvent(tx, batch.id, "progress", "Waiting to be sent to Google Drive");
}

/** Ends a batch for good: status, times, terminal event, in one transaction with what led to it. */
export function finishBatch(
  tx: Tx,
  batch: BatchRow,
  status: "completed" | "completed_upload_failed" | "failed" | "cancelled",
  message: string,
  now: number,
): void {
  const ended = ending(tx).get({
    status,
    closing: batch.closing === "none" ? "none" : "done",
    delivery: batch.delivery === "none" ? "none" : "done",
    now,
    expiresAt: batch.keep ? null : now + config().jobTtlMs,
    message,
    id: batch.id,
  }) as BatchRow;
  writeEvent(tx, ended, status === "completed_upload_failed" ? "completed" : status);
}

const ending = prepared((db) => {
  const given = <Value>(name: string) => sql<Value>`${sql.placeholder(name)}`;
  return db
    .update(batchJobs)
    .set({
      status: given<BatchRow["status"]>("status"),
      closing: given<BatchRow["closing"]>("closing"),
      delivery: given<BatchRow["delivery"]>("delivery"),
      leaseToken: null,
      leaseExpiresAt: null,
      finishedAt: given<number>("now"),
      expiresAt: given("expiresAt"),
      ...told(),
    })
    .where(eq(batchJobs.id, sql.placeholder("id")))
    .returning()
    .prepare();
});
