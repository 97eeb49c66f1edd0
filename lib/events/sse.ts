import { setTimeout as delay } from "node:timers/promises";
import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { batchJobs } from "@/db/schema";
import { isTerminal } from "@/lib/contracts/status";
import type { Bell } from "./bell";
import { eventsSince, newestEvent, type StoredEvent, snapshot } from "./log";

const keepAliveMs = 15_000;

export interface EventRooms {
  db: Db;
  bell: Bell;
  /** Fires when the process is about to stop: every stream ends. */
  closing: AbortSignal;
}

const frame = (event: StoredEvent): string => `id: ${event.seq}\nevent: ${event.type}\ndata: ${event.data}\n\n`;
const ends = (type: string): boolean => type === "completed" || type === "failed" || type === "cancelled";

/**
 * A batch's progress as server-sent events (WHATWG HTML, 9.2).
 *
 * Without `lastEventId` the client first gets one `progress` snapshot; with it, exactly what it missed. On a finished
 * batch that has nothing more to tell, the terminal event is sent and the stream ends; so it does when the batch is
 * removed. A terminal event that the batch went on after, because it was run again, ends nothing.
 * Pulled by the consumer: a slow client makes this wait, it never fills memory.
 */
export async function* batchEvents(
  { db, bell, closing }: EventRooms,
  batchId: string,
  lastEventId: number | null,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const stop = AbortSignal.any([signal, closing]);
  const visitor = ringing(bell, batchId, stop);
  try {
    yield "retry: 2000\n\n";
    const batch = db.select().from(batchJobs).where(eq(batchJobs.id, batchId)).get();
    if (!batch) return;
    let seen = lastEventId ?? batch.lastSeq;
    if (isTerminal(batch.status) && (seen >= batch.lastSeq || lastEventId === null)) {
      const last = newestEvent(db, batchId);
      if (last) yield frame(last);
      return;
    }
    if (lastEventId === null) yield frame(snapshot(batch));
    while (!stop.aborted) {
      const missed = eventsSince(db, batchId, seen);
      for (const event of missed) {
        yield frame(event);
        seen = event.seq;
        if (ends(event.type) && event.seq === newestEvent(db, batchId)?.seq) return;
      }
      if (missed.length > 0) continue;
      if (!newestEvent(db, batchId)) return;
      if (!(await visitor.rung(keepAliveMs))) yield ": still here\n\n";
    }
  } finally {
    visitor.leave();
  }
}

/** Remembers rings between two looks, so that none is lost while the consumer is slow. */
function ringing(bell: Bell, topic: string, stop: AbortSignal) {
  let rang = false;
  let wake: (() => void) | null = null;
  const leave = bell.listen(topic, () => {
    rang = true;
    wake?.();
  });
  return {
    leave,
    /** Resolves true at the next ring (or one since the last call), false after `ms` without; at once when stopped. */
    async rung(ms: number): Promise<boolean> {
      if (!rang && !stop.aborted) {
        const alarm = new AbortController();
        const anyStop = AbortSignal.any([alarm.signal, stop]);
        const ring = new Promise<void>((resolve) => {
          wake = resolve;
        });
        await Promise.race([ring, delay(ms, undefined, { signal: anyStop }).catch(() => undefined)]);
        alarm.abort();
        wake = null;
      }
      const heard = rang || stop.aborted;
      rang = false;
      return heard;
    },
  };
}
