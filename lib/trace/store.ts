import type { Tx } from "@/db/client";
import { type SpanRow, spans } from "@/db/schema";
import type { SpanRecord } from "./span";

/** What a span is of; `itemId` is null for the whole batch. */
export interface SpanPlace {
  batchId: string;
  itemId: string | null;
}

/** The row of what was done in one go: the first of `records` is all of it, the others hang from that. */
export const spanRow = ({ batchId, itemId }: SpanPlace, [whole, ...within]: SpanRecord[]) => {
  const { spanId, name, startUs, endUs, status, attributes, events } = whole;
  return { spanId, batchId, itemId, name, startUs, endUs, status, attributes, events, within };
};

/** Writes what was done in one go, in the transaction that records what it led to. */
export function storeSpans(tx: Tx, place: SpanPlace, records: SpanRecord[]): void {
  if (records.length > 0) tx.insert(spans).values(spanRow(place, records)).run();
}

/** The spans of a row, in the order in which they began. */
export function recordsOf({ within, batchId, itemId, ...whole }: SpanRow): SpanRecord[] {
  return [{ ...whole, parentSpanId: null }, ...within.toSorted((one, other) => one.startUs - other.startUs)];
}
