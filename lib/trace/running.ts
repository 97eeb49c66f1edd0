import { and, desc, eq, lt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events, type ItemRow } from "@/db/schema";
import { type BatchEvent, batchEventSchema } from "@/lib/contracts/events";

/** What is known of an attempt that has not come to its own end: when it and each of its stages began, in microseconds since the epoch. */
export interface RunningAttempt {
  startUs: number;
  stages: { name: string; startUs: number }[];
}

/** Events read at once, newest first. */
const eventsAtOnce = 200;

/**
 * The attempts that go on, and those that a cancelled batch's end cut off, by item, as the events told them: spans are
 * written when an attempt ends by itself. Few events are read, since what went on last was told of last.
 */
export function runningAttempts(tx: Tx, batchId: string, items: readonly ItemRow[]): Map<string, RunningAttempt> {
  const sought = new Set(items.filter(mayGoOn).map(({ id }) => id));
  const found = new Map<string, RunningAttempt>();
  const told = newestFirst(tx, batchId);
  while (sought.size > 0) {
    const { value: event, done } = told.next();
    if (done) break;
    const id = event.item_id;
    if (id === undefined || !sought.has(id)) continue;
    // One that was cancelled while it waited was told of as waiting.
    if (event.item_status !== "running") {
      sought.delete(id);
      continue;
    }
    const attempt = found.get(id) ?? { startUs: 0, stages: [] };
    attempt.startUs = Date.parse(event.at) * 1000;
    found.set(id, attempt);
    if (event.stage) attempt.stages.unshift({ name: event.stage, startUs: attempt.startUs });
    else sought.delete(id);
  }
  return found;
}

const mayGoOn = ({ status, startedAt }: ItemRow): boolean =>
  status === "running" || (status === "cancelled" && startedAt !== null);

function* newestFirst(tx: Tx, batchId: string): Generator<BatchEvent, undefined> {
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const rows = tx
      .select()
      .from(events)
      .where(and(eq(events.batchId, batchId), lt(events.seq, before)))
      .orderBy(desc(events.seq))
      .limit(eventsAtOnce)
      .all();
    for (const { data } of rows) yield batchEventSchema.parse(JSON.parse(data));
    const last = rows.at(-1);
    if (last === undefined) return undefined;
    before = last.seq;
  }
}
