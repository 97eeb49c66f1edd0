import { min, sql, sum } from "drizzle-orm";
import type { Db } from "@/db/client";
import { batchItems, batchJobs } from "@/db/schema";
import { batchKinds } from "@/lib/contracts/status";
import type { Bell } from "@/lib/events/bell";
import { freeBytes } from "@/lib/files/space";
import { queueStats } from "@/lib/queue/stats";
import { eventLoopDelay } from "./event-loop";
import type { Family, Sample } from "./exposition";
import { stageDurations } from "./stages";

export interface MetricsRooms {
  db: Db;
  bell: Bell;
  config: { data: string; slots: number };
}

const gauge = (name: string, help: string, samples: Sample[]): Family => ({ name, help, type: "gauge", samples });

/** Everything that an operator may watch, as it is now. */
export async function gatherMetrics({ db, bell, config }: MetricsRooms, now = Date.now()): Promise<Family[]> {
  const stats = queueStats(db, config.slots, now);
  return [
    gauge("tracepress_queue_items", "Items in the queue.", [
      { labels: { status: "pending" }, value: stats.pending },
      { labels: { status: "running" }, value: stats.running },
      { labels: { status: "retrying" }, value: stats.retrying },
    ]),
    oldestWaiting(db, now),
    itemsByOutcome(db),
    gauge(
      "tracepress_batches",
      "Batches on record by their status.",
      Object.entries(stats.batches).map(([status, value]) => ({ labels: { status }, value })),
    ),
    gauge("tracepress_slots", "Items worked on at once.", [{ value: stats.slots }]),
    stageDurations(db, now),
    gauge("tracepress_sse_clients", "Clients that listen to the progress of a batch.", [{ value: bell.followers() }]),
    gauge("tracepress_disk_free_bytes", "Free space of the data folder.", [{ value: await freeBytes(config.data) }]),
    memory(),
    eventLoop(),
  ];
}

function oldestWaiting(db: Db, now: number): Family {
  const rows = db
    .select({ kind: batchJobs.kind, since: min(batchItems.availableAt) })
    .from(batchItems)
    .innerJoin(batchJobs, sql`${batchJobs.id} = ${batchItems.batchId}`)
    // The literal is what lets SQLite take the index of waiting items.
    .where(sql`batch_items.status = 'pending'`)
    .groupBy(batchJobs.kind)
    .all();
  const since = new Map(rows.map((row) => [row.kind, row.since]));
  const samples = batchKinds.map((kind) => {
    return { labels: { kind }, value: Math.max(0, now - (since.get(kind) ?? now)) / 1000 };
  });
  return gauge("tracepress_oldest_pending_seconds", "How long the oldest item has waited to be begun.", samples);
}

/** From the counters of the batches on record, so it shrinks when they expire. */
function itemsByOutcome(db: Db): Family {
  const { processed, failed, cancelled } = batchJobs;
  const sums = { completed: sum(processed), failed: sum(failed), cancelled: sum(cancelled) };
  const row = db.select(sums).from(batchJobs).get();
  const samples = Object.entries(row ?? {}).map(([outcome, value]) => ({ labels: { outcome }, value: Number(value) }));
  return gauge("tracepress_items", "Items of the batches on record by how they ended.", samples);
}

function memory(): Family {
  const { rss, heapUsed, external } = process.memoryUsage();
  const samples = Object.entries({ rss, heap: heapUsed, external }).map(([type, value]) => ({
    labels: { type },
    value,
  }));
  return gauge("tracepress_memory_bytes", "Memory of this process.", samples);
}

/** Since the last time they were read. */
function eventLoop(): Family {
  const histogram = eventLoopDelay();
  const seconds = (nanoseconds: number) => nanoseconds / 1e9;
  const samples =
    histogram.count === 0
      ? []
      : [
          { labels: { quantile: "0.5" }, value: seconds(histogram.percentile(50)) },
          { labels: { quantile: "0.99" }, value: seconds(histogram.percentile(99)) },
          { labels: { quantile: "1" }, value: seconds(histogram.max) },
        ];
  histogram.reset();
  return gauge("tracepress_event_loop_delay_seconds", "Delay of the event loop since the last reading.", samples);
}
