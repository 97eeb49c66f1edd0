import type { Tx } from "@/db/client";
import { spans } from "@/db/schema";
import type { AttributeValue } from "@/lib/pipelines/pipeline";

/** A finished stretch of work. Times are microseconds since the Unix epoch. */
export interface SpanRecord {
  spanId: string;
  parentSpanId: string | null;
  name: string;
  startUs: number;
  endUs: number;
  status: "ok" | "error";
  attributes: Record<string, AttributeValue>;
  events: { name: string; atUs: number; attributes: Record<string, AttributeValue> }[];
}

/** Writes spans of one batch, in the transaction that records what they led to. */
export function storeSpans(
  tx: Tx,
  trace: { traceId: string; batchId: string; itemId: string | null },
  records: SpanRecord[],
) {
  if (records.length === 0) return;
  tx.insert(spans)
    .values(records.map((record) => ({ ...record, ...trace })))
    .run();
}

/** Microseconds since the epoch, finer than `Date.now()` and monotonic within a process. */
export const nowUs = (): number => Math.round((performance.timeOrigin + performance.now()) * 1000);
