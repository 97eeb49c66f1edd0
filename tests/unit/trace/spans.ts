import type { TraceSpan } from "@/lib/contracts/trace";

/** A span by its name, its parent's name and its milliseconds; null for one that goes on. */
export const span = (name: string, parent: string | null, startMs: number, endMs: number | null): TraceSpan => ({
  span_id: name,
  parent_span_id: parent,
  name,
  start_unix_nano: nano(startMs),
  end_unix_nano: endMs === null ? null : nano(endMs),
  status: "ok",
  item_id: null,
  attributes: {},
  events: [],
});

/** Counted from a moment whose nanoseconds are beyond what a number holds. */
const nano = (ms: number): string => `${1_700_000_000_000_000_000n + BigInt(Math.round(ms * 1e6))}`;
