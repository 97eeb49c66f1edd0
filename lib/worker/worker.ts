import type { Logger } from "pino";
import { catalogue, TracepressError } from "@/lib/errors";
import type { Bell } from "@/lib/events/bell";
import { spanId } from "@/lib/ids";
import { waitAfter } from "@/lib/queue/backoff";
import { type ClosingLease, heartbeatMs, type ItemLease, maxAttempts, type Queue } from "@/lib/queue/queue";
import { nowUs, type SpanRecord } from "@/lib/trace/store";
import type { Task } from "./messages";
import type { TaskResult, ThreadPool } from "./pool";

export interface WorkerRooms {
  queue: Queue;
  pool: ThreadPool;
  bell: Bell;
  log: Logger;
  slots: number;
  maxPixels: number;
}

type Lease = ItemLease | ClosingLease;
type End = "stopping" | "lost";
interface Active {
  lease: Lease;
  abort: AbortController;
  ended: Promise<void>;
}

/** Drains the queue with a fixed number of slots until it is stopped. Every fact goes through the queue's verbs. */
export class BatchWorker {
  private readonly active = new Map<string, Active>();
  private timer: NodeJS.Timeout | null = null;
  private unlisten: (() => void) | null = null;
  private stopping = false;

  constructor(private readonly rooms: WorkerRooms) {}

  start(): void {
    this.unlisten = this.rooms.bell.listen("queue", () => this.look());
    this.timer = setInterval(() => this.beat(), heartbeatMs);
    this.timer.unref();
    this.beat();
  }

  /** Stops claiming, hands every lease back and resolves when no thread works any more. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.unlisten?.();
    if (this.timer) clearInterval(this.timer);
    for (const { lease, abort } of this.active.values()) {
      this.rooms.queue.release(lease);
      abort.abort("stopping" satisfies End);
    }
    await Promise.all([...this.active.values()].map(({ ended }) => ended));
    await this.rooms.pool.stop();
  }

  /** Keeps leases alive, stops work whose lease is gone (cancelled, taken over), takes over what dead workers held. */
  private beat(): void {
    this.guarded(() => {
      const held = this.rooms.queue.heartbeat([...this.active.keys()]);
      for (const [token, { abort }] of this.active) if (!held.has(token)) abort.abort("lost" satisfies End);
      this.rooms.queue.recoverExpired();
    });
    this.look();
  }

  private look(): void {
    this.guarded(() => {
      this.dropLost();
      while (!this.stopping && this.active.size < this.rooms.slots) {
        const closing = this.rooms.queue.claimClosing();
        const leases = closing ? [closing] : this.rooms.queue.claimItems(this.rooms.slots - this.active.size);
        if (leases.length === 0) return;
        for (const lease of leases) this.begin(lease);
      }
    });
  }

  /** A cancel rings the bell too: what it took the lease from stops at once, not at the next heartbeat. */
  private dropLost(): void {
    if (this.active.size === 0) return;
    const held = this.rooms.queue.heartbeat([...this.active.keys()]);
    for (const [token, { abort }] of this.active) if (!held.has(token)) abort.abort("lost" satisfies End);
  }

  /** The database may be locked or the disk full for a while: said in the log, tried again at the next beat. */
  private guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.rooms.log.error({ err: error }, "the worker could not reach the queue");
    }
  }

  private begin(lease: Lease): void {
    const abort = new AbortController();
    const ended = this.work(lease, abort.signal).finally(() => {
      this.active.delete(lease.token);
      this.look();
    });
    this.active.set(lease.token, { lease, abort, ended });
  }

  private async work(lease: Lease, signal: AbortSignal): Promise<void> {
    const { queue, pool, log } = this.rooms;
    const root = spanId();
    const startUs = nowUs();
    const about = { batch: lease.batchId, item: "itemId" in lease ? lease.itemId : undefined, attempt: lease.attempt };
    try {
      const result = await pool.perform(taskOf(lease, root, this.rooms.maxPixels), signal, (stage, stagesDone) => {
        if ("itemId" in lease) this.guarded(() => queue.stageStarted(lease, stage, stagesDone));
      });
      if (signal.aborted) return;
      const spans = [attemptSpan(lease, root, startUs, result.type === "done"), ...result.spans];
      if (result.type === "failed") log.warn({ ...about, error: result.error, cause: result.cause }, "failed");
      this.record(lease, result, spans);
    } catch (error) {
      if (signal.aborted) return;
      const lost = error instanceof TracepressError && error.code === "worker_lost";
      log.error({ ...about, err: error }, lost ? "a thread was lost" : "work could not be recorded");
      this.guarded(() => this.giveUp(lease, [attemptSpan(lease, root, startUs, false)]));
    }
  }

  private record(lease: Lease, result: TaskResult, spans: SpanRecord[]): void {
    const { queue } = this.rooms;
    if ("itemId" in lease) {
      if (result.type === "done") queue.completeItem(lease, result, spans);
      else if (result.error.retryable && lease.attempt < maxAttempts) {
        queue.retryItem(lease, result.error, waitAfter(lease.attempt, result.retryAfter), spans);
      } else queue.failItem(lease, result.error, spans);
    } else if (result.type === "done") queue.completeClosing(lease, result.artifacts, spans);
    else queue.failClosing(lease, result.error, spans);
  }

  /** The thread died under the work: one attempt is gone; without any left it is the work's own fault. */
  private giveUp(lease: Lease, spans: SpanRecord[]): void {
    const { queue } = this.rooms;
    const what = "itemId" in lease ? lease.name : "Putting the batch together";
    const last = lease.attempt >= maxAttempts;
    const times = `${lease.attempt} ${lease.attempt === 1 ? "time" : "times"}`;
    const message = `${what} stopped the worker ${times}${last ? " and was set aside" : ""}.`;
    const error = { code: "worker_lost", message, stage: null, retryable: catalogue.worker_lost.retryable };
    if (!("itemId" in lease)) {
      if (last) queue.failClosing(lease, error, spans); // else the lease runs out and it is taken up again
    } else if (last) queue.failItem(lease, error, spans);
    else queue.retryItem(lease, error, waitAfter(lease.attempt, null), spans);
  }
}

function taskOf(lease: Lease, parentSpanId: string, maxPixels: number): Task {
  const { kind, options } = lease;
  if (!("itemId" in lease)) {
    return { type: "closing", kind, parentSpanId, job: { title: lease.title, options, items: lease.items } };
  }
  const { index, name, slug, prompt, source, attempt } = lease;
  return {
    type: "item",
    kind,
    parentSpanId,
    url: lease.url,
    job: { index, name, slug, prompt, source, attempt, options, limits: { maxPixels } },
  };
}

function attemptSpan(lease: Lease, root: string, startUs: number, good: boolean): SpanRecord {
  return {
    spanId: root,
    parentSpanId: null,
    name: "itemId" in lease ? "item" : "closing",
    startUs,
    endUs: nowUs(),
    status: good ? "ok" : "error",
    attributes: "itemId" in lease ? { "item.name": lease.name, attempt: lease.attempt } : { attempt: lease.attempt },
    events: [],
  };
}
