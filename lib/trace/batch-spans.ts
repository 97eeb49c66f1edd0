import { createHash } from "node:crypto";
import { and, asc, eq, gte, inArray, isNull, lt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type BatchRow, batchItems, type ItemRow, spans } from "@/db/schema";
import { isTerminal } from "@/lib/contracts/status";
import type { TraceAttributes, TraceSpan } from "@/lib/contracts/trace";
import { callerOf } from "./traceparent";

type SpanRow = typeof spans.$inferSelect;

/** Items whose spans are in memory at once. */
const itemsAtOnce = 200;

/** Which items' spans are asked for: from an index on, so many. */
export interface ItemWindow {
  from: number;
  count: number;
}

/**
 * A batch's trace in spans: the batch, in it each item, in an item its waits and its attempts, in an attempt its stages;
 * last what was done with the whole batch. Work was measured where it was done; the batch, the items and the waits are
 * what their rows say. A few hundred items are in memory at once.
 */
export function* batchSpans(tx: Tx, batch: BatchRow, window: ItemWindow): Generator<TraceSpan> {
  const root = spanOf("batch", batch.id);
  yield batchSpan(batch, root);
  const end = window.from + window.count;
  for (let from = window.from; from < end; from += itemsAtOnce) {
    const items = itemsBetween(tx, batch.id, from, Math.min(end, from + itemsAtOnce));
    if (items.length === 0) break;
    const byItem = spansOfItems(tx, batch.id, items);
    for (const item of items) yield* itemSpans(batch, item, byItem.get(item.id) ?? [], root);
  }
  for (const row of spansOfBatch(tx, batch.id)) yield stored(row, row.parentSpanId ?? root);
}

/** A span id that is always the same for the same thing. */
function spanOf(kind: string, id: string): string {
  return createHash("sha256").update(`${kind} ${id}`).digest("hex").slice(0, 16);
}

export function itemsBetween(tx: Tx, batchId: string, from: number, end: number): ItemRow[] {
  const within = and(eq(batchItems.batchId, batchId), gte(batchItems.index, from), lt(batchItems.index, end));
  return tx.select().from(batchItems).where(within).orderBy(asc(batchItems.index)).all();
}

export function spansOfItems(tx: Tx, batchId: string, items: readonly ItemRow[]): Map<string, SpanRow[]> {
  const ids = items.map(({ id }) => id);
  const rows = tx
    .select()
    .from(spans)
    .where(and(eq(spans.batchId, batchId), inArray(spans.itemId, ids)))
    .orderBy(asc(spans.startUs))
    .all();
  const byItem = new Map<string, SpanRow[]>();
  for (const row of rows) {
    const known = byItem.get(row.itemId ?? "");
    if (known === undefined) byItem.set(row.itemId ?? "", [row]);
    else known.push(row);
  }
  return byItem;
}

function spansOfBatch(tx: Tx, batchId: string): SpanRow[] {
  const mine = and(eq(spans.batchId, batchId), isNull(spans.itemId));
  return tx.select().from(spans).where(mine).orderBy(asc(spans.startUs)).all();
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
    ...plain(id, callerOf(batch.traceparent)?.spanId ?? null, "batch"),
    start_unix_nano: nanos(batch.createdAt * 1000),
    end_unix_nano: batch.finishedAt === null ? null : nanos(batch.finishedAt * 1000),
    status: !isTerminal(batch.status) ? "unset" : batch.status === "completed" ? "ok" : "error",
    attributes,
  };
}

function* itemSpans(batch: BatchRow, item: ItemRow, rows: readonly SpanRow[], root: string): Generator<TraceSpan> {
  const id = spanOf("item", item.id);
  const attributes: TraceAttributes = {
    "item.index": item.index,
    "item.name": item.name,
    "item.status": item.status,
    "item.attempts": item.attempts,
  };
  if (item.error !== null) attributes["error.code"] = item.error.code;
  yield {
    ...plain(id, root, "item", item.id),
    start_unix_nano: nanos(batch.createdAt * 1000),
    end_unix_nano: item.finishedAt === null ? null : nanos(item.finishedAt * 1000),
    status: item.status === "completed" ? "ok" : item.finishedAt === null ? "unset" : "error",
    attributes,
  };
  let free = batch.createdAt * 1000;
  for (const row of rows) {
    if (row.parentSpanId === null) {
      yield waitSpan(item, free, row.startUs, id);
      free = row.endUs;
    }
    yield stored(row, row.parentSpanId ?? id);
  }
  if (rows.length === 0 && item.finishedAt === null) yield { ...waitSpan(item, free, free, id), end_unix_nano: null };
}

/** From when it could have been begun to when it was. */
function waitSpan(item: ItemRow, fromUs: number, toUs: number, parent: string): TraceSpan {
  const start = Math.min(fromUs, toUs);
  return {
    ...plain(spanOf("wait", `${item.id} ${toUs}`), parent, "queue wait", item.id),
    start_unix_nano: nanos(start),
    end_unix_nano: nanos(toUs),
    status: "ok",
  };
}

function stored(row: SpanRow, parent: string): TraceSpan {
  return {
    ...plain(row.spanId, parent, row.parentSpanId === null && row.itemId !== null ? "attempt" : row.name, row.itemId),
    start_unix_nano: nanos(row.startUs),
    end_unix_nano: nanos(row.endUs),
    status: row.status,
    attributes: row.attributes as TraceAttributes,
    events: (row.events as { name: string; atUs: number; attributes: TraceAttributes }[]).map((event) => ({
      name: event.name,
      time_unix_nano: nanos(event.atUs),
      attributes: event.attributes,
    })),
  };
}

function plain(id: string, parent: string | null, name: string, item: string | null = null) {
  return { span_id: id, parent_span_id: parent, name, item_id: item, attributes: {}, events: [] };
}

/** Nanoseconds of microseconds, as text. */
export const nanos = (us: number): string => `${BigInt(Math.round(us)) * 1000n}`;
