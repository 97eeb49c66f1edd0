import { Gauge, Histogram, Registry } from "prom-client";
import { type Db, database } from "@/db/client";
import { config } from "@/lib/config";
import { type Tails, tails } from "@/lib/events/tails";
import { freeBytes } from "@/lib/files/space";
import { singleton } from "@/lib/singleton";
import type { SpanRecord } from "@/lib/trace/span";
import { eventLoopDelay } from "./event-loop";
import { batches, itemsByOutcome, oldestPendingSeconds, queueItems, type Value } from "./rows";

export interface MetricsRooms {
  db: Db;
  tails: Tails;
  config: { data: string; slots: number };
}

/** Upper bounds in seconds. */
const stageBounds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

/**
 * Everything that an operator may watch, in Prometheus' words. What rows tell is read when it is asked for and is the
 * same in every process; durations, memory and delays are this process's own.
 */
export class Metrics {
  readonly registry = new Registry();
  private readonly stageSeconds = new Histogram({
    name: "tracepress_stage_duration_seconds",
    help: "Duration of stages that this process ran.",
    labelNames: ["stage"],
    buckets: stageBounds,
    registers: [this.registry],
  });

  constructor(rooms: MetricsRooms) {
    this.queue(rooms);
    this.process(rooms);
  }

  /** Counts the stages that a piece of work went through. */
  stagesEnded(spans: readonly SpanRecord[]): void {
    for (const { name, startUs, endUs } of spans) this.stageSeconds.observe({ stage: name }, (endUs - startUs) / 1e6);
  }

  private queue({ db, config }: MetricsRooms): void {
    this.gauge("tracepress_queue_items", "Items in the queue.", ["kind", "status"], () => queueItems(db));
    this.gauge("tracepress_oldest_pending_seconds", "How long the oldest item has waited to be begun.", ["kind"], () =>
      oldestPendingSeconds(db, Date.now()),
    );
    this.gauge("tracepress_items", "Items of the batches on record by how they ended.", ["outcome"], () =>
      itemsByOutcome(db),
    );
    this.gauge("tracepress_batches", "Batches on record by their status.", ["status"], () => batches(db));
    this.gauge("tracepress_slots", "Items worked on at once.", [], () => [{ value: config.slots }]);
  }

  private process({ tails, config }: MetricsRooms): void {
    this.gauge("tracepress_sse_clients", "Clients that listen to the progress of a batch.", [], () => [
      { value: tails.followers() },
    ]);
    this.gauge("tracepress_disk_free_bytes", "Free space of the data folder.", [], async () => [
      { value: await freeBytes(config.data) },
    ]);
    this.gauge("tracepress_memory_bytes", "Memory of this process.", ["type"], memory);
    this.gauge("tracepress_cpu_seconds", "Processor time this process has taken.", ["mode"], processorTime);
    this.gauge(
      "tracepress_event_loop_delay_seconds",
      "Delay of the event loop since the last reading.",
      ["quantile"],
      loopDelay,
    );
  }

  /** A gauge whose values are asked for at every reading; a value that is not there any more is left out. */
  private gauge(name: string, help: string, labelNames: string[], values: () => Value[] | Promise<Value[]>): void {
    new Gauge({
      name,
      help,
      labelNames,
      registers: [this.registry],
      async collect() {
        const found = await values();
        this.reset();
        for (const { labels = {}, value } of found) this.set(labels, value);
      },
    });
  }
}

function memory(): Value[] {
  const { rss, heapUsed, external } = process.memoryUsage();
  return Object.entries({ rss, heap: heapUsed, external }).map(([type, value]) => ({ labels: { type }, value }));
}

function processorTime(): Value[] {
  return Object.entries(process.cpuUsage()).map(([mode, us]) => ({ labels: { mode }, value: us / 1e6 }));
}

function loopDelay(): Value[] {
  const histogram = eventLoopDelay();
  const quantiles = { "0.5": histogram.percentile(50), "0.99": histogram.percentile(99), "1": histogram.max };
  const found = histogram.count === 0 ? [] : Object.entries(quantiles);
  histogram.reset();
  return found.map(([quantile, nanoseconds]) => ({ labels: { quantile }, value: nanoseconds / 1e9 }));
}

/** Written by the worker, read by a route: they have separate copies of this module. */
export const metrics = (): Metrics =>
  singleton("metrics", () => new Metrics({ db: database(), tails: tails(), config: config() }));
