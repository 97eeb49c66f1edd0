import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { artifacts, type BatchRow, batchItems, batchJobs } from "@/db/schema";
import { inPageOrder } from "@/lib/batch/page-order";
import { completeBatch, finishBatch } from "@/lib/batch/settle";
import type { ItemError } from "@/lib/contracts/status";
import { appendEvent } from "@/lib/events/log";
import { grouped } from "@/lib/grouped";
import { opaqueId } from "@/lib/ids";
import type { ArtifactDraft, ClosingItem } from "@/lib/pipelines/pipeline";
import type { SpanRecord } from "@/lib/trace/span";
import { storeSpans } from "@/lib/trace/store";
import { insertArtifacts, outputSize, removeClosingArtifacts } from "./artifacts";
import { runOut } from "./expiry";
import { type ClosingLease, leaseMs, maxAttempts } from "./queue";
import { closingIs } from "./whole-batch";

/** Takes the oldest batch whose items have all ended and that still has to be put together. */
export function claimClosing(tx: Tx, now: number, touched: Set<string>): ClosingLease | null {
  const next = tx
    .select({ id: batchJobs.id })
    .from(batchJobs)
    .where(closingIs.ready)
    .orderBy(asc(batchJobs.createdAt))
    .limit(1);
  const token = opaqueId("lease");
  const batch = tx
    .update(batchJobs)
    .set({
      closing: "running",
      leaseToken: token,
      leaseExpiresAt: now + leaseMs,
      closingAttempts: sql`${batchJobs.closingAttempts} + 1`,
    })
    .where(inArray(batchJobs.id, next))
    .returning()
    .get();
  if (!batch) return null;
  touched.add(batch.id);
  return {
    token,
    batchId: batch.id,
    kind: batch.kind,
    traceId: batch.traceId,
    options: batch.options,
    items: goodItems(tx, batch),
    attempt: batch.closingAttempts,
  };
}

function goodItems(tx: Tx, batch: BatchRow): ClosingItem[] {
  const batchId = batch.id;
  const rows = tx
    .select()
    .from(batchItems)
    .where(and(eq(batchItems.batchId, batchId), eq(batchItems.status, "completed")))
    .orderBy(asc(batchItems.index))
    .all();
  const files = tx.select().from(artifacts).where(eq(artifacts.batchId, batchId)).orderBy(asc(artifacts.id)).all();
  const byItem = grouped(files, ({ itemId }) => itemId);
  return inPageOrder(rows, batch).map(({ id, index, name, prompt }) => ({
    index,
    name,
    prompt,
    artifacts: (byItem.get(id) ?? []).map((file) => ({
      name: file.name,
      media_type: file.mediaType,
      blob: { key: file.blob, size: file.size },
      role: file.role,
    })),
  }));
}

/** Ends a batch with what was made of the whole. @returns false, with nothing done, when the lease is lost. */
export function completeClosing(
  tx: Db,
  lease: ClosingLease,
  drafts: ArtifactDraft[],
  spans: SpanRecord[],
  now: number,
) {
  const batch = held(tx, lease);
  if (!batch) return false;
  const replaced = removeClosingArtifacts(tx, batch.id);
  insertArtifacts(tx, batch.id, null, drafts);
  storeSpans(tx, { batchId: batch.id, itemId: null }, spans);
  const size = { totalSize: batch.totalSize - replaced + outputSize(drafts) };
  tx.update(batchJobs).set(size).where(eq(batchJobs.id, batch.id)).run();
  completeBatch(tx, batch, now);
  return true;
}

/** The items stay downloadable, but what was asked for is not whole: the batch has failed and says of what. */
export function failClosing(tx: Tx, lease: ClosingLease, error: ItemError, spans: SpanRecord[], now: number): boolean {
  const batch = held(tx, lease);
  if (!batch) return false;
  storeSpans(tx, { batchId: batch.id, itemId: null }, spans);
  finishBatch(tx, batch, "failed", `Putting the batch together failed: ${error.message}`, now);
  return true;
}

/** Gives a closing back untouched. @returns false, with nothing done, when the lease is lost. */
export function releaseClosing(tx: Tx, lease: ClosingLease): boolean {
  const batch = held(tx, lease);
  if (!batch) return false;
  reopen(tx, batch, batch.closingAttempts - 1);
  return true;
}

/** Puts closings of dead workers back, or fails the batch when it has been tried too often. */
export function recoverClosings(tx: Tx, now: number, touched: Set<string>): number {
  const expired = runOut(batchJobs.leaseExpiresAt, now);
  const lost = tx.select().from(batchJobs).where(and(closingIs.running, expired)).all();
  for (const batch of lost) {
    touched.add(batch.id);
    if (batch.closingAttempts < maxAttempts) reopen(tx, batch, batch.closingAttempts);
    else finishBatch(tx, batch, "failed", "Putting the batch together stopped the worker too often.", now);
  }
  return lost.length;
}

function reopen(tx: Tx, batch: BatchRow, closingAttempts: number): void {
  tx.update(batchJobs)
    .set({ closing: "ready", closingAttempts, leaseToken: null, leaseExpiresAt: null })
    .where(eq(batchJobs.id, batch.id))
    .run();
  appendEvent(tx, batch.id, "progress", "Putting the items together will begin again");
}

const held = (tx: Tx, lease: ClosingLease): BatchRow | undefined =>
  tx
    .select()
    .from(batchJobs)
    .where(and(eq(batchJobs.id, lease.batchId), eq(batchJobs.leaseToken, lease.token)))
    .get();
