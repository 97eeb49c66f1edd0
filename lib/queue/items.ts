import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { batchItems, type ItemRow } from "@/db/schema";
import type { Drawn, ItemError, TierCounts } from "@/lib/contracts/status";
import type { SpanRecord } from "@/lib/trace/span";
import { spanRow } from "@/lib/trace/store";
import { itemFacts } from "./facts";
import type { BatchChange, OpenBatches } from "./open-batches";
import type { ItemLease } from "./queue";
import type { ClaimedItem, HotStatements } from "./statements";

// What becomes of one item, each with its counters and its event. All of it runs inside the caller's transaction.

/** Counts an item that was claimed, and makes the lease on it. */
export function begin(batches: OpenBatches, item: ClaimedItem, now: number): ItemLease {
  const { id, batchId, index, name, slug, prompt, source, url, status, stage, token, attempts } = item;
  const batch = batches.of(batchId);
  const begun: BatchChange = {
    status: batch.status === "pending" ? "processing" : batch.status,
    startedAt: batch.startedAt ?? now,
    running: batch.running + 1,
  };
  batches.tell(batch, begun, `${name}: started`, itemFacts({ id, index, name, status, stage, error: null }));
  const { kind, model, onModelFailure, traceId } = batch;
  // One literal: spreading would copy what is made for every item property by property.
  return {
    token,
    itemId: id,
    batchId,
    kind,
    traceId,
    options: JSON.parse(batch.options),
    index,
    name,
    slug,
    prompt,
    source,
    url,
    model,
    onModelFailure,
    attempt: attempts,
  };
}

/** The item while its lease is held. */
export const held = (run: HotStatements, { itemId, token }: ItemLease): ItemRow | undefined =>
  run.held.get({ itemId, token });

/** Writes down which stage an item is in, and how far its batch has come by that. @param row as it stood before. */
export function enterStage(
  batches: OpenBatches,
  run: HotStatements,
  row: ItemRow,
  { stage, stagesDone, at }: { stage: string; stagesDone: number; at: number | undefined },
): void {
  run.stage.run({ stage, stagesDone, itemId: row.id });
  const batch = batches.of(row.batchId);
  const stepsDone = batch.stepsDone + stagesDone - row.stagesDone;
  batches.tell(batch, { stepsDone }, `${row.name}: ${stage}`, itemFacts({ ...row, stage }), at);
}

export interface ItemEnd {
  status: "completed" | "failed";
  error: ItemError | null;
  counts: TierCounts | null;
  drawn: Drawn | null;
  /** Bytes of what it made. */
  size: number;
}

/** An item by its lease. */
export type LeasedItem = Pick<ItemLease, "itemId" | "token" | "batchId" | "index" | "name">;

/** Ends an item, and its batch with the last one. @returns false, with nothing done, when the lease is lost. */
export function endItem(
  batches: OpenBatches,
  run: HotStatements,
  { itemId, token, batchId, index, name }: LeasedItem,
  { status, error, counts, drawn, size }: ItemEnd,
  now: number,
): boolean {
  const item = run.end.get({
    status,
    error: json(error),
    counts: json(counts),
    drawn: json(drawn),
    now,
    itemId,
    token,
  });
  if (!item) return false;
  const batch = batches.of(batchId);
  const ended: BatchChange = {
    running: batch.running - 1,
    processed: batch.processed + (status === "completed" ? 1 : 0),
    failed: batch.failed + (status === "failed" ? 1 : 0),
    totalSize: batch.totalSize + size,
    // All its stages are behind it now.
    stepsDone: batch.stepsDone + batch.stepsTotal / batch.totalItems - item.stagesDone,
  };
  const message = error ? `${name} failed: ${error.message}` : readyMessage(name, drawn);
  batches.tell(batch, ended, message, itemFacts({ id: itemId, index, name, status, stage: item.stage, error }));
  batches.settle(batch, now);
  return true;
}

/** A page that somebody else drew than was asked says so at once. */
function readyMessage(name: string, drawn: Drawn | null): string {
  if (!drawn?.instead_of) return `${name} is ready`;
  return `${name} is ready, drawn by the built-in engine instead: ${drawn.instead_of.message}`;
}

export type Waiting = Pick<ItemRow, "status" | "attempts" | "availableAt" | "error">;

/** How an item stands that waits for its next attempt with nothing wrong. */
export const waiting = (attempts: number, availableAt: number): Waiting => {
  return { status: "pending", attempts, availableAt, error: null };
};

/** Without a lease and back at its first stage; begun again from `availableAt` on. */
export function putBack(tx: Tx, batches: OpenBatches, row: ItemRow, wait: Waiting): void {
  const back = { ...wait, stage: null, stagesDone: 0, leaseToken: null, leaseExpiresAt: null } as const;
  tx.update(batchItems).set(back).where(eq(batchItems.id, row.id)).run();
  const message = wait.error
    ? `${row.name} will be tried again: ${wait.error.message}`
    : `${row.name}: waiting to be taken up again`;
  const batch = batches.of(row.batchId);
  const withoutIt = { running: batch.running - 1, stepsDone: batch.stepsDone - row.stagesDone };
  batches.tell(batch, withoutIt, message, itemFacts({ ...row, ...back }));
}

/** Writes down what was done in one attempt. */
export function keepSpans(run: HotStatements, lease: ItemLease, records: SpanRecord[]): void {
  if (records.length > 0) run.span.run(spanRow(lease, records));
}

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
