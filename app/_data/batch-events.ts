import type { QueryClient } from "@tanstack/react-query";
import type { BatchEvent } from "@/lib/contracts/events";
import type { BatchView, ItemView } from "@/lib/contracts/status";

export const eventsKey = (id: string) => ["batch", id, "events"] as const;

/** Enough for the ticker and for the events that overtake one status answer, even of a thousand pictures. */
const kept = 2_000;

export const heardEvents = (client: QueryClient, id: string): BatchEvent[] =>
  client.getQueryData<BatchEvent[]>(eventsKey(id)) ?? [];

export const newestSeq = (client: QueryClient, id: string): number => heardEvents(client, id).at(-1)?.seq ?? -1;

export const eventsAfter = (client: QueryClient, id: string, seq: number): BatchEvent[] =>
  heardEvents(client, id).filter((event) => event.seq > seq);

/** Adds events in order; one that was heard before (a snapshot after a reconnect) is not told twice. */
export function rememberEvents(client: QueryClient, id: string, fresh: BatchEvent[]): void {
  client.setQueryData<BatchEvent[]>(eventsKey(id), (known = []) => {
    const after = known.at(-1)?.seq ?? -1;
    return [...known, ...fresh.filter((event) => event.seq > after)].slice(-kept);
  });
}

/** The batch as it stands after these events, which come in order. */
export function withEvents(batch: BatchView, events: BatchEvent[]): BatchView {
  const last = events.at(-1);
  if (!last) return batch;
  const items = batch.items && [...batch.items];
  for (const event of events) {
    if (!items || event.item_index === undefined) continue;
    // Status lists every item in order, so an item's index is its place.
    const item = items[event.item_index];
    if (item) items[event.item_index] = itemAfter(item, event);
  }
  const { status, total_items, processed, failed, cancelled, pending, running, progress_percent, message } = last;
  const { cost, unmetered_cost } = last;
  return {
    ...batch,
    ...{ status, total_items, processed, failed, cancelled, pending, running, progress_percent, message },
    ...{ cost, unmetered_cost },
    items,
  };
}

const itemAfter = (item: ItemView, event: BatchEvent): ItemView => ({
  ...item,
  status: event.item_status ?? item.status,
  stage: event.stage === undefined ? item.stage : event.stage,
  error: event.error === undefined ? item.error : event.error,
});
