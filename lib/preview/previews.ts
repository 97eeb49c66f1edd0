import type { BatchKind } from "@/lib/contracts/status";
import { TracepressError } from "@/lib/errors";
import { spanId } from "@/lib/ids";
import type { ItemJob } from "@/lib/pipelines/pipeline";
import { singleton } from "@/lib/singleton";
import { type TaskResult, ThreadPool } from "@/lib/worker/pool";

/** Previews that may wait while one is drawn: each is a person who changes options, and gives up the ones before. */
const mostWaiting = 8;
/** How long the thread is kept for the next preview: it holds some 100 MB, and takes seconds to start. */
const idleMs = 120_000;
/** What a preview may take; the batch itself has far more time. */
const longestMs = 20_000;

/** Draws single items outside the queue, one after the other, on a thread beside the batches'. */
export class Previews {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private idle: NodeJS.Timeout | undefined;
  private cold = true;

  constructor(private readonly pool = new ThreadPool(1)) {}

  /** Whether the thread is still to be started by the next preview. */
  get isCold(): boolean {
    return this.cold;
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
    this.cold = false;
    clearTimeout(this.idle);
    const before = this.last;
    const drawn = before.then(() => this.perform(kind, job, signal));
    this.last = drawn.catch(() => undefined).finally(() => this.rest());
    return drawn;
  }

  private async perform(kind: BatchKind, job: ItemJob<unknown>, given: AbortSignal): Promise<TaskResult> {
    const signal = AbortSignal.any([given, AbortSignal.timeout(longestMs)]);
    if (signal.aborted) throw stopped(given);
    try {
      const task = { type: "item", kind, job, url: null, parentSpanId: spanId() } as const;
      return await this.pool.perform(task, signal, () => undefined);
    } catch (thrown) {
      throw signal.aborted ? stopped(given) : thrown;
    }
  }

  private rest(): void {
    this.waiting -= 1;
    if (this.waiting > 0) return;
    this.idle = setTimeout(() => this.stop(), idleMs);
    this.idle.unref();
  }

  private stop(): void {
    this.cold = true;
    void this.pool.stop();
  }
}

const stopped = (given: AbortSignal): TracepressError =>
  given.aborted
    ? new TracepressError("aborted", "Stopped before it was finished.")
    : new TracepressError("timeout", "The preview takes too long. Start the batch: it has more time.");

/** The previews of this process. */
export const previews = (): Previews => singleton("previews", () => new Previews());
