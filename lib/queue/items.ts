import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type BatchRow, batchItems, batchJobs, type ItemRow } from "@/db/schema";
import type { ItemError, TierCounts } from "@/lib/contracts/status";
import { appendEvent, writeEvent } from "@/lib/events/log";
import type { SpanRecord } from "@/lib/trace/store";
import { itemFacts } from "./facts";
import type { ItemLease } from "./queue";
import type { HotStatements } from "./statements";

// What becomes of one item, each with its counters and its event. All of it runs inside the caller's transaction.

/** Counts an item that was claimed, and makes the lease on it. */
export function begin(tx: Tx, run: HotStatements, row: ItemRow, now: number): ItemLease {
  const message = `${row.name}: started`;
  const batch = run.begun.get({ now, message, batchId: row.batchId }) as BatchRow;
  writeEvent(tx, batch, "item", itemFacts(row));
  const { id, leaseToken, attempts, ...item } = row;
  return {
    ...item,
    token: leaseToken as string,
    itemId: id,
    attempt: attempts,
    kind: batch.kind,
    traceId: batch.traceId,
    options: batch.options,
  };
}

/** The item while its lease is held. */
export const held = (run: HotStatements, { itemId, token }: ItemLease): ItemRow | undefined =>
  run.held.get({ itemId, token });

export function enterStage(tx: Tx, run: HotStatements, row: ItemRow, stage: string, stagesDone: number): void {
  run.stage.run({ stage, stagesDone, itemId: row.id });
  const steps = stagesDone - row.stagesDone;
  const batch = run.stepped.get({ steps, message: `${row.name}: ${stage}`, batchId: row.batchId }) as BatchRow;
  writeEvent(tx, batch, "item", itemFacts({ ...row, stage }));
}

export interface ItemEnd {
  status: "completed" | "failed";
  error: ItemError | null;
  counts: TierCounts | null;
  /** Bytes of what it made. */
  size: number;
}

/** @returns its batch, the item counted. */
export function endItem(tx: Tx, run: HotStatements, row: ItemRow, end: ItemEnd, now: number): BatchRow {
  const { status, error, size } = end;
  const counts = end.counts ?? row.counts;
  run.end.run({ status, error: json(error), counts: json(counts), now, itemId: row.id });
  const batch = run.ended.get({
    processed: status === "completed" ? 1 : 0,
    failed: status === "failed" ? 1 : 0,
    size,
    stagesDone: row.stagesDone,
    message: error ? `${row.name} failed: ${error.message}` : `${row.name} is ready`,
    batchId: row.batchId,
  }) as BatchRow;
  writeEvent(tx, batch, "item", itemFacts({ ...row, status, error }));
  return batch;
}

export type Waiting = Pick<ItemRow, "status" | "attempts" | "availableAt" | "error">;

export const waiting = (attempts: number, availableAt: number): Waiting => {
  return { status: "pending", attempts, availableAt, error: null };
};

/** Without a lease and back at its first stage; begun again from `availableAt` on. */
export function putBack(tx: Tx, row: ItemRow, wait: Waiting): void {
  const back = { ...wait, stage: null, stagesDone: 0, leaseToken: null, leaseExpiresAt: null } as const;
  tx.update(batchItems).set(back).where(eq(batchItems.id, row.id)).run();
  const message = wait.error
    ? `${row.name} will be tried again: ${wait.error.message}`
    : `${row.name}: waiting to be taken up again`;
  appendEvent(tx, row.batchId, "item", message, itemFacts({ ...row, ...back }), {
    running: sql`${batchJobs.running} - 1`,
    stepsDone: sql`${batchJobs.stepsDone} - ${row.stagesDone}`,
  });
}

export function keepSpans(run: HotStatements, lease: ItemLease, records: SpanRecord[]): void {
  const { traceId, batchId, itemId } = lease;
  for (const record of records) run.span.run({ ...record, traceId, batchId, itemId });
}

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
