import type { Logger } from "pino";
import type { RemoteModelName } from "@/lib/contracts/models";
import type { ItemError } from "@/lib/contracts/status";
import { TracepressError } from "@/lib/errors";
import type { Bell } from "@/lib/events/bell";
import { spanId } from "@/lib/ids";
import type { ModelTurns } from "@/lib/models/turns";
import type { ModelOrder } from "@/lib/pipelines/pipeline";
import { waitAfter } from "@/lib/queue/backoff";
import { heartbeatMs, type ItemLease, maxAttempts, type Queue } from "@/lib/queue/queue";
import type { ModelRoom } from "@/lib/queue/turns";
import { nowUs, type SpanRecord } from "@/lib/trace/span";
import { spanNames } from "@/lib/trace/span-names";
import { type Active, ActiveWork, type Lease, modelOf } from "./active";
import { Commits } from "./commits";
import { ItemCalls } from "./item-calls";
import { lostError } from "./lost";
import type { ModelMessage, Task, TaskResult } from "./messages";
import type { Hearer, ThreadPool } from "./pool";
import type { Pulse } from "./pulse";
import { StageDeadline } from "./stage-deadline";

export interface WorkerRooms {
  queue: Queue;
  pool: Pick<ThreadPool, "perform" | "stop">;
  bell: Bell;
  log: Logger;
  slots: number;
  maxPixels: number;
  /** Milliseconds that one stage may take, of an item and of a closing. */
  itemStageMs: number;
  closingStageMs: number;
  turns: ModelTurns;
  pulse: Pulse;
  /** Told of the stages that a piece of work went through. */
  onStages(spans: readonly SpanRecord[]): void;
}

type End = "stopping" | "lost" | "overdue";

/** Drains the queue with a fixed number of slots until it is stopped. Every fact goes through the queue's verbs. */
export class BatchWorker {
  private readonly active: ActiveWork;
  private timer: NodeJS.Timeout | null = null;
  private unlisten: (() => void) | null = null;
  private stopping = false;
  /** A look is due in the next turn of the event loop; null for none. */
  private due: NodeJS.Immediate | null = null;
  /** Something rang since the last look: a lease may have been taken away. */
  private rang = false;
  private readonly commits: Commits;

  constructor(private readonly rooms: WorkerRooms) {
    this.active = new ActiveWork(rooms.slots);
    this.commits = new Commits(rooms.queue, {
      claim: (ends) => this.claim(this.active.room(ends)),
      begin: (leases) => {
        this.beginAll(leases);
        if (leases.length > 0) this.look(); // there may be more than that
      },
      failed: (thrown) => this.unreachable(thrown),
    });
  }

  start(): void {
    this.unlisten = this.rooms.bell.listen("queue", () => {
      this.rang = true;
      this.look();
    });
    this.timer = setInterval(() => this.beat(), heartbeatMs);
    this.timer.unref();
    this.beat();
  }

  /**
   * Stops claiming, hands every lease back and resolves when no thread works any more. A lease that the database does not
   * take back now runs out by itself.
   */
  async stop(): Promise<void> {
    this.stopping = true;
    this.unlisten?.();
    if (this.timer) clearInterval(this.timer);
    this.commits.flush();
    for (const { lease, abort } of this.active.values()) {
      this.guarded(() => this.rooms.queue.release(lease));
      abort.abort("stopping" satisfies End);
    }
    await Promise.all([...this.active.values()].map(({ ended }) => ended));
    await this.rooms.pool.stop();
    this.commits.flush();
  }

  /** Keeps leases alive, stops work whose lease is gone (cancelled, taken over), takes over what dead workers held. */
  private beat(): void {
    this.guarded(() => {
      this.dropAllBut(this.rooms.queue.heartbeat([...this.active.keys()]));
      this.rooms.queue.recoverExpired();
      this.rooms.pulse.beat();
    });
    this.look();
  }

  /** Looks once for all that ends and rings in this turn of the event loop. */
  private look(): void {
    this.due ??= setImmediate(() => {
      this.due = null;
      this.guarded(() => this.fill());
    });
  }

  private fill(): void {
    if (this.rang) this.dropLost();
    this.rang = false;
    if (this.commits.claimsNext) return;
    for (;;) {
      const room = this.active.room();
      const leases = this.claim(room);
      this.beginAll(leases);
      if (leases.length === 0 || (leases.length < room && "itemId" in leases[0])) return; // nothing more waits
    }
  }

  /** A batch that is to be put together, or as many items as there is room for. */
  private claim(room: number): Lease[] {
    if (this.stopping || room <= 0) return [];
    const closing = this.rooms.queue.claimClosing();
    return closing ? [closing] : this.rooms.queue.claimItems(room, this.roomAtModels());
  }

  /** Items that only waited for their turn to ask a model would hold slots that others could use. */
  private roomAtModels(): ModelRoom {
    const { turns } = this.rooms;
    const room = (name: RemoteModelName) => Math.max(0, turns.atOnce(name) - this.active.at(name));
    return Object.fromEntries(turns.models.map((name) => [name, room(name)]));
  }

  /** A cancel rings the bell too: what it took the lease from stops at once, not at the next heartbeat. */
  private dropLost(): void {
    if (this.active.size > 0) this.dropAllBut(this.rooms.queue.held([...this.active.keys()]));
  }

  private dropAllBut(held: ReadonlySet<string>): void {
    for (const [token, { abort }] of this.active) if (!held.has(token)) abort.abort("lost" satisfies End);
  }

  /** The database may be locked or the disk full for a while: said in the log, tried again at the next beat. */
  private guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.unreachable(error);
    }
  }

  private unreachable(error: unknown): void {
    this.rooms.log.error({ err: error }, "the worker could not reach the queue");
  }

  private beginAll(leases: readonly Lease[]): void {
    for (const lease of leases) this.begin(lease);
  }

  private begin(lease: Lease): void {
    const active = { lease, abort: new AbortController(), working: true, ended: Promise.resolve() };
    this.active.set(lease.token, active);
    active.ended = this.work(active).then((refilled) => {
      this.active.delete(lease.token);
      if (!refilled) this.look();
    });
  }

  /** @returns whether what comes next was claimed with its end. */
  private async work(active: Active): Promise<boolean> {
    const { lease, abort } = active;
    const { log } = this.rooms;
    const { signal } = abort;
    const root = spanId();
    const startUs = nowUs();
    const about = {
      batch_id: lease.batchId,
      item_id: "itemId" in lease ? lease.itemId : undefined,
      attempt: lease.attempt,
    };
    const limitMs = "itemId" in lease ? this.rooms.itemStageMs : this.rooms.closingStageMs;
    const deadline = new StageDeadline(limitMs, () => abort.abort("overdue" satisfies End));
    const calls = this.callsOf(lease, deadline, signal);
    const overdue = () => signal.reason === ("overdue" satisfies End);
    try {
      const result = await this.perform(active, root, deadline, calls).catch((error) => {
        if (overdue()) return overdueResult(lease, deadline, []);
        throw error;
      });
      if (signal.aborted && !overdue()) return false;
      const end = overdue() && result.type === "failed" ? overdueResult(lease, deadline, result.spans) : result;
      if (end.type === "failed") log.warn({ ...about, error: end.error, cause: end.cause }, "failed");
      const error = end.type === "failed" ? end.error : null;
      const spans = [attemptSpan(lease, root, startUs, error), ...end.spans];
      // With every slot at work there is nothing to claim in its place, and what those do is written down soon anyway.
      await this.commits.end(() => this.record(lease, end, spans), this.active.working >= this.rooms.slots);
      this.rooms.onStages(end.spans);
      return true;
    } catch (thrown) {
      if (signal.aborted) return false;
      const lost = thrown instanceof TracepressError && thrown.code === "worker_lost";
      log.error({ ...about, err: thrown }, lost ? "a thread was lost" : "work could not be recorded");
      const { attempt } = lease;
      const facts = { attempt, last: attempt >= maxAttempts, stage: deadline.stage, error: thrown };
      const error = lostError(nameOf(lease), facts);
      this.guarded(() => this.giveUp(lease, error, [attemptSpan(lease, root, startUs, error)]));
      return false;
    } finally {
      deadline.stop();
      calls?.end();
    }
  }

  /** Has a thread do the work, which gives its slot up as soon as only the disk is waited for. */
  private async perform(active: Active, root: string, deadline: StageDeadline, calls?: ItemCalls): Promise<TaskResult> {
    const { lease, abort } = active;
    const { queue, pool, maxPixels } = this.rooms;
    const hearer: Hearer = {
      onStage: (stage, stagesDone) => {
        deadline.begin(stage);
        const at = Date.now();
        if ("itemId" in lease) this.commits.tell(() => void queue.stageStarted(lease, stage, stagesDone, at));
      },
      onFree: () => {
        active.working = false;
        this.commits.refill();
      },
      ...(calls && { onModel: (message: ModelMessage) => calls.heard(message) }),
    };
    try {
      return await pool.perform(taskOf(lease, root, maxPixels), abort.signal, hearer);
    } finally {
      active.working = false;
    }
  }

  /** Of an item that asks a model. */
  private callsOf(lease: Lease, deadline: StageDeadline, signal: AbortSignal): ItemCalls | undefined {
    const model = modelOf(lease);
    if (model === null || !("itemId" in lease)) return undefined;
    const { turns, queue } = this.rooms;
    const guarded = (work: () => void) => this.guarded(work);
    return new ItemCalls({ lease, model, turns, queue, deadline, signal, guarded });
  }

  private record(lease: Lease, result: TaskResult, spans: SpanRecord[]): void {
    const { queue } = this.rooms;
    if ("itemId" in lease) {
      if (result.type === "done") queue.completeItem(lease, result, spans);
      else if (result.error.retryable && lease.attempt < maxAttempts) {
        queue.retryItem(lease, result.error, waitAfter(lease.attempt, result.retryAfter), spans);
      } else queue.failItem(lease, result.error, spans, result.kept);
    } else if (result.type === "done") queue.completeClosing(lease, result.artifacts, spans);
    else queue.failClosing(lease, result.error, spans);
  }

  /** The thread died under the work: one attempt is gone; without any left it is the work's own fault. */
  private giveUp(lease: Lease, error: ItemError, spans: SpanRecord[]): void {
    const { queue } = this.rooms;
    const last = lease.attempt >= maxAttempts;
    if (!("itemId" in lease)) {
      if (last) queue.failClosing(lease, error, spans); // else the lease runs out and it is taken up again
    } else if (last) queue.failItem(lease, error, spans);
    else queue.retryItem(lease, error, waitAfter(lease.attempt, null), spans);
  }
}

const nameOf = (lease: Lease): string => ("itemId" in lease ? lease.name : "Putting the batch together");

/** What the work of a lease came to when its deadline ended it, in place of what its thread said or died of. */
function overdueResult(lease: Lease, deadline: StageDeadline, spans: SpanRecord[]): TaskResult {
  const { code, message, stage = null, retryable } = deadline.error(nameOf(lease));
  return { type: "failed", error: { code, message, stage, retryable }, retryAfter: null, cause: null, kept: [], spans };
}

function taskOf(lease: Lease, parentSpanId: string, maxPixels: number): Task {
  const { kind, options } = lease;
  if (!("itemId" in lease)) {
    return { type: "closing", kind, parentSpanId, job: { options, items: lease.items } };
  }
  const { index, name, slug, prompt, source, attempt } = lease;
  return {
    type: "item",
    kind,
    parentSpanId,
    url: lease.url,
    model: orderOf(lease),
    job: { index, name, slug, prompt, source, attempt, options, limits: { maxPixels } },
  };
}

function orderOf(lease: ItemLease): ModelOrder | undefined {
  const name = modelOf(lease);
  if (name === null) return undefined;
  return { name, onFailure: lease.onModelFailure ?? "fail", last: lease.attempt >= maxAttempts };
}

function attemptSpan(lease: Lease, root: string, startUs: number, error: ItemError | null): SpanRecord {
  return {
    spanId: root,
    parentSpanId: null,
    name: "itemId" in lease ? spanNames.item : spanNames.closing,
    startUs,
    endUs: nowUs(),
    status: error ? "error" : "ok",
    attributes: {
      ...("itemId" in lease && { "item.name": lease.name }),
      attempt: lease.attempt,
      ...(error && { "error.code": error.code, "error.message": error.message }),
    },
    events: [],
  };
}
