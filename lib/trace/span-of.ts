import { createHash } from "node:crypto";

/** A span id that is always the same for the same thing. */
export function spanOf(kind: string, id: string): string {
  return createHash("sha256").update(`${kind} ${id}`).digest("hex").slice(0, 16);
}

/** What every span has, before its times are known. */
export function plainSpan(id: string, parent: string | null, name: string, item: string | null = null) {
  return { span_id: id, parent_span_id: parent, name, item_id: item, attributes: {}, events: [] };
}

/** Nanoseconds of microseconds, as text. */
export const nanos = (us: number): string => `${BigInt(Math.round(us)) * 1000n}`;
