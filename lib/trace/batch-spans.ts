import { and, asc, eq, getTableColumns, gte, inArray, isNull, lt, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type BatchRow, batchItems, type ItemRow, spans } from "@/db/schema";
import { isTerminal } from "@/lib/contracts/terms/status";
import type { TraceAttributes, TraceSpan } from "@/lib/contracts/trace";
import { itemSpans, storedSpan } from "./item-spans";
import { runningAttempts } from "./running";
import type { SpanRecord } from "./span";
import { spanNames } from "./span-names";
import { nanos, plainSpan, spanOf } from "./span-of";
import { recordsOf } from "./store";
import { callerOf } from "./traceparent";

/** Items whose spans are in memory at once. */
const itemsAtOnce = 200;

/** Which items' spans are asked for: from an index on, so many. */
export interface ItemWindow {
  from: number;
  count: number;
}

/** How far down: `outline` leaves out the stages of items. */
export type SpanDepth = "stages" | "outline";

/**
 * A batch's trace in spans: the batch, in it each item, in an item its waits and its attempts, in an attempt its stages;
 * last what was done with the whole batch. Work was measured where it was done; the batch, the items and the waits are
 * what their rows say, and what goes on is what the events told. A few hundred items are in memory at once.
 */
export function* batchSpans(
  tx: Tx,
  batch: BatchRow,
  window: ItemWindow,
  depth: SpanDepth = "stages",
): Generator<TraceSpan> {
  const root = spanOf("batch", batch.id);
  yield batchSpan(batch, root);
  const end = window.from + window.count;
  for (let from = window.from; from < end; from += itemsAtOnce) {
    const items = itemsBetween(tx, batch.id, from, Math.min(end, from + itemsAtOnce));
    if (items.length === 0) break;
    const byItem = spansOfItems(tx, batch.id, items, depth);
    const running = runningAttempts(tx, batch.id, items);
    for (const item of items) yield* itemSpans(batch, item, byItem.get(item.id) ?? [], running.get(item.id) ?? null);
  }
  for (const record of spansOfBatch(tx, batch.id)) yield storedSpan(record, root, null);
}

/** Items of a batch from an index on, up to but without another. */
export function itemsBetween(tx: Tx, batchId: string, from: number, end: number): ItemRow[] {
  const within = and(eq(batchItems.batchId, batchId), gte(batchItems.index, from), lt(batchItems.index, end));
  return tx.select().from(batchItems).where(within).orderBy(asc(batchItems.index)).all();
}

/** The spans of these items, each in the order of its attempts. */
export function spansOfItems(
  tx: Tx,
  batchId: string,
  items: readonly ItemRow[],
  depth: SpanDepth = "stages",
): Map<string, SpanRecord[]> {
  const ids = items.map(({ id }) => id);
  const rows = tx
    .select(columns[depth])
    .from(spans)
    .where(and(eq(spans.batchId, batchId), inArray(spans.itemId, ids)))
    .orderBy(asc(spans.startUs))
    .all();
  const byItem = new Map<string, SpanRecord[]>();
  for (const row of rows) {
    const known = byItem.get(row.itemId ?? "");
    if (known === undefined) byItem.set(row.itemId ?? "", recordsOf(row));
    else known.push(...recordsOf(row));
  }
  return byItem;
}

/** What hangs from an attempt is most of its row: an outline does not read it. */
const stages = getTableColumns(spans);
const columns = { stages, outline: { ...stages, within: sql<SpanRecord[]>`'[]'`.mapWith(spans.within) } };

function spansOfBatch(tx: Tx, batchId: string): SpanRecord[] {
  const mine = and(eq(spans.batchId, batchId), isNull(spans.itemId));
  const rows = tx.select().from(spans).where(mine).orderBy(asc(spans.startUs)).all();
  return rows.flatMap(recordsOf);
}

/** Goes on from the request that submitted it, where that sent a `traceparent`. */
function batchSpan(batch: BatchRow, id: string): TraceSpan {
  const attributes: TraceAttributes = {
    "batch.kind": batch.kind,
    "batch.items": batch.totalItems,
    "batch.status": batch.status,
  };
  if (batch.model !== null) attributes["batch.model"] = batch.model;
  return {
    ...plainSpan(id, callerOf(batch.traceparent)?.spanId ?? null, spanNames.batch),
    start_unix_nano: nanos(batch.createdAt * 1000),
    end_unix_nano: batch.finishedAt === null ? null : nanos(batch.finishedAt * 1000),
    status: !isTerminal(batch.status) ? "unset" : batch.status === "completed" ? "ok" : "error",
    attributes,
  };
}
