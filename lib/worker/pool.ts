import { constants } from "node:os";
import { type ResourceLimits, Worker } from "node:worker_threads";
import type { ItemError } from "@/lib/contracts/status";
import { TracepressError } from "@/lib/errors";
import { blobs } from "@/lib/files/blobs";
import { nowUs } from "@/lib/trace/span";
import type { FromThread, ModelMessage, Task, TaskResult, ToThread } from "./messages";
import { onDisk } from "./to-disk";

/** How long an aborted task of a batch may go on before its thread is ended under it: a cancelled one stops within a second. */
const abortGraceMs = 700;

/**
 * A thread that wants more than its heap may hold is ended by V8, and costs one attempt of the item it worked on; without
 * a bound the whole process would go. The worst of the hostile SVGs in the deck bench keeps within 300 MB.
 *
 * V8 lets the young objects of a thread grow to 48 MB before it looks among them for dead ones. A page's planes lie
 * outside of that heap and its objects are few and small: 12 MB cost it no time, and are 36 MB less on every thread.
 */
export const threadLimits: ResourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 12 };

type FromTask = Extract<FromThread, { type: "worked" }>;

/** Who hears of a task while it runs. */
export interface Hearer {
  onStage?(stage: string, stagesDone: number): void;
  /** The thread is free for the next task, while this one still waits for the disk. */
  onFree?(): void;
  /** Of calls to a model; answers a request for a turn with why it does not come, or null. */
  onModel?(message: ModelMessage): Promise<ItemError | null>;
}

interface Run {
  hearer: Hearer;
  resolve: (worked: FromTask) => void;
  reject: (error: Error) => void;
}

/** Starts a thread that runs `thread.ts`. */
export type StartThread = () => Worker;

const startThread: StartThread = () => threadAt(constants.priority.PRIORITY_BELOW_NORMAL);

/** As {@link StartThread}, for what somebody waits for: it goes before the batches, and after an answer. */
export const startUrgentThread: StartThread = () => threadAt(constants.priority.PRIORITY_BELOW_NORMAL / 2);

/** @param priority as `os.setPriority` has it. */
const threadAt = (priority: number): Worker =>
  new Worker(new URL("./thread.ts", import.meta.url), { resourceLimits: threadLimits, workerData: { priority } });

/** Ends a thread under its task. An answer that comes while it goes is heard no more: who took it would send it the next task. */
function end(worker: Worker): void {
  worker.removeAllListeners("message");
  void worker.terminate();
}

/** One worker thread that is kept from task to task and replaced when it dies. */
class Thread {
  private run: Run | null = null;
  private worker: Worker | null = null;

  constructor(
    private readonly start: StartThread,
    private readonly graceMs: number,
  ) {}

  get idle(): boolean {
    return this.run === null;
  }

  async perform(task: Task, signal: AbortSignal, hearer: Hearer): Promise<TaskResult> {
    const { result, written } = await this.work(task, signal, hearer);
    if (written.length === 0) return result;
    hearer.onFree?.();
    return onDisk({ result, written, parentSpanId: task.parentSpanId }, blobs(), signal);
  }

  private work(task: Task, signal: AbortSignal, hearer: Hearer): Promise<FromTask> {
    return new Promise<FromTask>((resolve, reject) => {
      const spawnedUs = this.worker === null ? nowUs() : null;
      const worker = this.worker ?? this.spawn();
      let grace: NodeJS.Timeout | undefined;
      const onAbort = () => {
        worker.postMessage({ type: "abort" } satisfies ToThread);
        grace = setTimeout(() => end(worker), this.graceMs);
      };
      const settle = () => {
        clearTimeout(grace);
        signal.removeEventListener("abort", onAbort);
        this.run = null;
      };
      this.run = {
        hearer,
        resolve: (worked) => {
          settle();
          resolve(worked);
        },
        reject: (error) => {
          settle();
          reject(error);
        },
      };
      worker.postMessage({ type: "run", task, spawnedUs } satisfies ToThread);
      if (signal.aborted) onAbort();
      else signal.addEventListener("abort", onAbort, { once: true });
    });
  }

  async stop(): Promise<void> {
    await this.worker?.terminate();
  }

  private spawn(): Worker {
    const worker = this.start();
    worker.unref();
    worker.on("message", (message: FromThread) => {
      if (this.worker !== worker) return;
      if (message.type === "stage") this.run?.hearer.onStage?.(message.stage, message.stagesDone);
      else if (message.type === "model") void this.askedOf(worker, message.message);
      else if (message.type !== "ready") this.run?.resolve(message);
    });
    worker.on("error", (error) => this.lost(worker, error));
    worker.on("exit", (code) => this.lost(worker, new Error(`Worker thread ended with code ${code}`)));
    this.worker = worker;
    return worker;
  }

  private async askedOf(worker: Worker, message: ModelMessage): Promise<void> {
    const hearer = this.run?.hearer;
    if (hearer && !hearer.onModel) throw new Error("This task may ask no model");
    const refused = (await hearer?.onModel?.(message)) ?? null;
    if (message.type === "turn") worker.postMessage({ type: "turn", refused } satisfies ToThread);
  }

  /** A thread that broke says so before it ends, and another one may have been started in between: it is lost once. */
  private lost(worker: Worker, cause: Error): void {
    if (this.worker !== worker) return;
    this.worker = null;
    this.run?.reject(new TracepressError("worker_lost", "The thread that worked on this item ended.", { cause }));
  }
}

/** A fixed number of threads; one task on each at a time. */
export class ThreadPool {
  private readonly threads: Thread[];

  /**
   * @param start for where TypeScript runs unbuilt, and a thread needs a loader first.
   * @param graceMs milliseconds that an aborted task may go on before its thread is ended under it.
   */
  constructor(size: number, start = startThread, graceMs = abortGraceMs) {
    this.threads = Array.from({ length: size }, () => new Thread(start, graceMs));
  }

  /**
   * Runs a task on a free thread; the caller never starts more tasks than there are free ones. All files that the
   * result names are on disk.
   * @throws TracepressError `worker_lost` when the thread dies, or was ended because it did not heed `signal`; the signal's
   * reason when that fires while only the disk is waited for.
   */
  perform(task: Task, signal: AbortSignal, hearer: Hearer = {}): Promise<TaskResult> {
    const thread = this.threads.find((candidate) => candidate.idle);
    if (!thread) throw new Error("More tasks than threads");
    return thread.perform(task, signal, hearer);
  }

  async stop(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.stop()));
  }
}
