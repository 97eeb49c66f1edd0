import type { BatchKind } from "@/lib/contracts/status";
import { TracepressError } from "@/lib/errors";
import { spanId } from "@/lib/ids";
import type { ItemJob } from "@/lib/pipelines/pipeline";
import { singleton } from "@/lib/singleton";
import { Turns } from "@/lib/turns";
import type { TaskResult } from "@/lib/worker/messages";
import { type StartThread, startUrgentThread, ThreadPool } from "@/lib/worker/pool";

/** Previews that may wait while one is drawn: each is a person who changes options, and gives up the ones before. */
const mostWaiting = 8;
/** How long the thread is kept for the next preview: it holds some 100 MB, and takes seconds to start. */
const idleMs = 120_000;
/** What a preview may take; the batch itself has far more time. */
const longestMs = 20_000;
/** How long one that nobody wants any more may go on to the end of its stage: a new thread would take as long to start. */
const abortGraceMs = 3_000;

/** Draws single items outside the queue, one after the other, on a thread beside the batches'. */
export class Previews {
  private readonly pool: ThreadPool;
  private readonly turns = new Turns();
  private waiting = 0;
  private idle: NodeJS.Timeout | undefined;
  /** Of which kinds the thread has the code compiled. */
  private readonly warm = new Set<BatchKind>();

  constructor(start: StartThread = startUrgentThread) {
    this.pool = new ThreadPool(1, start, abortGraceMs);
  }

  /** Whether the next preview of a kind has to wait for the thread, or its code, first. */
  isCold(kind: BatchKind): boolean {
    return !this.warm.has(kind);
  }

  /**
   * Runs one item when those before it are done.
   * @throws TracepressError `rate_limited` when too many wait, `timeout`, `aborted`, `worker_lost`.
   */
  async draw(kind: BatchKind, job: ItemJob<unknown>, signal: AbortSignal): Promise<TaskResult> {
    if (this.waiting >= mostWaiting) {
      throw new TracepressError("rate_limited", "Too many previews are being drawn. Try again in a moment.", {
        retryAfter: 2,
      });
    }
    this.waiting += 1;
    this.warm.add(kind);
    clearTimeout(this.idle);
    try {
      return await this.turns.take("thread", signal, () => this.perform(kind, job, signal));
    } catch (thrown) {
      throw signal.aborted ? stopped() : thrown;
    } finally {
      this.rest();
    }
  }

  /** Ends the thread; the next preview starts another. */
  async stop(): Promise<void> {
    this.warm.clear();
    await this.pool.stop();
  }

  private async perform(kind: BatchKind, job: ItemJob<unknown>, given: AbortSignal): Promise<TaskResult> {
    const late = AbortSignal.timeout(longestMs);
    const signal = AbortSignal.any([given, late]);
    signal.throwIfAborted();
    try {
      const task = { type: "item", kind, job, url: null, parentSpanId: spanId() } as const;
      const result = await this.pool.perform(task, signal);
      if (result.type === "failed" && late.aborted && !given.aborted) throw tooLong();
      return result;
    } catch (thrown) {
      // A thread that has ended takes along all that it had compiled.
      if (thrown instanceof TracepressError && thrown.code === "worker_lost") this.warm.clear();
      throw late.aborted ? tooLong() : thrown;
    }
  }

  private rest(): void {
    this.waiting -= 1;
    if (this.waiting > 0) return;
    this.idle = setTimeout(() => void this.stop(), idleMs);
    this.idle.unref();
  }
}

const stopped = () => new TracepressError("aborted", "Stopped before it was finished.");
const tooLong = () => new TracepressError("timeout", "The preview takes too long. Start the batch: it has more time.");

/** The previews of this process. */
export const previews = (): Previews => singleton("previews", () => new Previews());
