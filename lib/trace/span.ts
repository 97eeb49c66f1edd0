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

/** Microseconds since the epoch, finer than `Date.now()` and monotonic within a process. */
export const nowUs = (): number => Math.round((performance.timeOrigin + performance.now()) * 1000);
