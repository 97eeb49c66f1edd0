/** What a caller's `traceparent` says: the trace that it is of, and the span that it was sent in. */
export interface Caller {
  traceId: string;
  spanId: string;
}

/** Reads a `traceparent` (W3C Trace Context, 3.2): null for none and for one that is not valid. */
export function callerOf(traceparent: string | null): Caller | null {
  const parts = /^(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?$/.exec(traceparent ?? "");
  if (parts === null) return null;
  const [, version, traceId, spanId, more] = parts;
  // Later versions may add parts; the first one has none.
  if (version === "00" && more !== undefined) return null;
  return /^0+$/.test(traceId) || /^0+$/.test(spanId) ? null : { traceId, spanId };
}
