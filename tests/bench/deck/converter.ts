import { once } from "node:events";
import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { DeckSource } from "@/lib/pipelines/deck/convert";
import type { Converted } from "./fuzz-messages";

/** What one thread may have, in MB; what does not fit ends the thread and not the process. */
const resourceLimits = { maxOldGenerationSizeMb: 300, maxYoungGenerationSizeMb: 24 };
/** Of processor time, so that a machine busy with others makes nothing hang; the thread's, V8's helpers included. */
const longestMilliseconds = 10_000;
const lookMilliseconds = 250;

/** What this process has worked so far: while a thread converts, nothing else in it does. */
function workedMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export type Outcome = (Converted | { kind: "hang" }) & { milliseconds: number };

/** Converts one SVG at a time in a thread of its own, which is replaced when it hangs or dies. */
export class Converter {
  private worker: Worker | null = null;

  /** @param thread path of fuzz-thread, compiled. */
  constructor(private readonly thread: string) {}

  async convert(source: DeckSource): Promise<Outcome> {
    const worker = this.worker ?? (await this.start());
    const begun = workedMilliseconds();
    const outcome = await answered(worker, source);
    if (outcome.kind === "hang" || outcome.kind === "crash") await this.stop();
    return { ...outcome, milliseconds: workedMilliseconds() - begun };
  }

  async stop(): Promise<void> {
    const worker = this.worker;
    this.worker = null;
    await worker?.terminate();
  }

  /** Loading the code is not counted. */
  private async start(): Promise<Worker> {
    const worker = new Worker(resolve(this.thread), { resourceLimits });
    const ready = await heard(worker, Number.POSITIVE_INFINITY);
    if (ready.kind === "crash") throw new Error(ready.message);
    this.worker = worker;
    return worker;
  }
}

function answered(worker: Worker, source: DeckSource): Promise<Converted | { kind: "hang" }> {
  const answer = heard(worker, longestMilliseconds);
  worker.postMessage(source);
  return answer;
}

/** The next message of the thread, its death as a crash, or a hang when there is neither in so many milliseconds of work. */
async function heard(worker: Worker, milliseconds: number): Promise<Converted | { kind: "hang" }> {
  const done = new AbortController();
  const { signal } = done;
  const waits = [
    once(worker, "message", { signal }).then(([message]) => message as Converted),
    ...(Number.isFinite(milliseconds) ? [worked(milliseconds, signal).then(() => ({ kind: "hang" as const }))] : []),
  ];
  try {
    return await Promise.race(waits);
  } catch (error) {
    return { kind: "crash", message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  } finally {
    for (const wait of waits) wait.catch(() => undefined);
    done.abort();
  }
}

/** Resolves when the process has worked so long from now on. */
async function worked(milliseconds: number, signal: AbortSignal): Promise<void> {
  const ends = workedMilliseconds() + milliseconds;
  while (workedMilliseconds() < ends) await setTimeout(lookMilliseconds, undefined, { signal });
}
