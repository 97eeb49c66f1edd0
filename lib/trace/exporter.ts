import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Logger } from "pino";
import type { Db } from "@/db/client";
import { batchJobs } from "@/db/schema";
import { batchSpans } from "./batch-spans";
import { type Collector, RefusedSpans, sendSpans } from "./collector";

const everyMs = 2_000;
/** A collector that is down is asked less and less often. */
const longestMs = 300_000;

/**
 * Sends the trace of every batch that has ended to the operator's collector, under the ids it has here: a batch stays
 * marked as not sent until the collector has taken it, over restarts too. One that it will not have is given up and said
 * in the log, so that it does not keep the others back.
 * @returns a function that ends it.
 */
export function startExporter(db: Db, collector: Collector, log: Logger): () => Promise<void> {
  const stop = new AbortController();
  let wait = everyMs;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const look = async () => {
    try {
      await sendEnded(db, collector, log, stop.signal);
      wait = everyMs;
    } catch (err) {
      if (stop.signal.aborted) return;
      wait = Math.min(longestMs, 2 * wait);
      log.error({ err }, "a trace could not be exported; it will be tried again");
    }
    if (!stop.signal.aborted) next();
  };
  const next = () => {
    timer = setTimeout(() => {
      running = look();
    }, wait);
    timer.unref();
  };
  next();
  return async () => {
    clearTimeout(timer);
    stop.abort();
    await running;
  };
}

async function sendEnded(db: Db, collector: Collector, log: Logger, signal: AbortSignal): Promise<void> {
  const waiting = and(isNotNull(batchJobs.finishedAt), isNull(batchJobs.exportedAt));
  while (!signal.aborted) {
    const batch = db.select().from(batchJobs).where(waiting).orderBy(asc(batchJobs.finishedAt)).limit(1).get();
    if (!batch) return;
    const spans = batchSpans(db, batch, { from: 0, count: batch.totalItems });
    try {
      await sendSpans(collector, batch.traceId, spans, signal);
    } catch (err) {
      if (!(err instanceof RefusedSpans)) throw err;
      log.error({ err, batch: batch.id }, "the collector does not take a trace; it is not sent again");
    }
    db.update(batchJobs).set({ exportedAt: Date.now() }).where(eq(batchJobs.id, batch.id)).run();
  }
}
