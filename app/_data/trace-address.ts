import type { TraceQuery } from "@/lib/contracts/trace";
import { apiRoot } from "./request";

/** Where a part of a batch's trace is read: some items of it, counted from 0, or all. */
export function traceAddress(id: string, parts: TraceQuery["parts"], query: Record<string, number> = {}): string {
  const asked = new URLSearchParams({ parts });
  for (const [name, value] of Object.entries(query)) asked.set(name, String(value));
  return `/jobs/${encodeURIComponent(id)}/trace?${asked}`;
}

/** Items whose waits and attempts are read first, for a screen that comes soon, and then at once. */
export const firstItems = 50;
export const laterItems = 500;

/** What the timeline reads first: named in the page itself, so that it is on its way before any script runs. */
export const firstOutline = (id: string): string =>
  apiRoot + traceAddress(id, "outline", { items_from: 0, items: firstItems });
