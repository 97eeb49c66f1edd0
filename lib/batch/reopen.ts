import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type BatchRow, batchJobs, type ItemRow } from "@/db/schema";
import { appendEvent } from "@/lib/events/log";
import { settle } from "./settle";
import { countedItems } from "./state";
import { batchRow } from "./view";

/**
 * Takes the items out of the counters and the batch back from its end; what its closing made stays until it is made
 * anew. Without items it is only put together again.
 */
export function reopen(tx: Tx, batch: BatchRow, again: ItemRow[], now: number): void {
  const failed = again.filter(({ status }) => status === "failed").length;
  const stagesPerItem = batch.stepsTotal / batch.totalItems;
  const stepsBack = again.reduce(
    (sum, { status, stagesDone }) => sum + (status === "failed" ? stagesPerItem : stagesDone),
    0,
  );
  tx.update(batchJobs)
    .set({
      status: "processing",
      failed: batch.failed - failed,
      cancelled: batch.cancelled - (again.length - failed),
      stepsDone: batch.stepsDone - stepsBack,
      closing: batch.closing === "none" ? "none" : "waiting",
      closingAttempts: 0,
      delivery: batch.delivery === "none" ? "none" : "waiting",
      finishedAt: null,
      expiresAt: null,
      retriedAt: now,
      idleMs: batch.idleMs + Math.max(0, now - (batch.finishedAt ?? now)),
      exportedAt: null,
    })
    .where(eq(batchJobs.id, batch.id))
    .run();
  if (again.length === 0) settle(tx, batchRow(tx, batch.id), now);
  else appendEvent(tx, batch.id, "progress", `${countedItems(again.length)} waiting to be run again`);
}
