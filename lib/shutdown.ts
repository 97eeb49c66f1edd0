import { setMaxListeners } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { log } from "./log";
import { singleton } from "./singleton";

/** Milliseconds after which the process ends even if something still holds on. */
const patienceMs = 8_000;
/** Milliseconds that requests which were begun before have to be answered; a download can be resumed. */
const answerMs = 5_000;

/** Answers that are under way, as app/_http/serve.mjs keeps them; in development there is nobody who does. */
const openAnswers = () => singleton("open-answers", () => new Set<object>());

/** The process's end: what must happen when it is told to stop. */
class Shutdown {
  private readonly controller = new AbortController();
  private readonly tasks: (() => Promise<void>)[] = [];

  constructor() {
    // Every stream of progress listens, and there may be thousands.
    setMaxListeners(0, this.controller.signal);
  }

  /** Fires first: open streams end on it, so that the server is not held open by them. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  onStop(task: () => Promise<void>): void {
    this.tasks.push(task);
  }

  /** Resolves when what was asked before has been answered, or has had its time. */
  async requestsAnswered(): Promise<void> {
    const begun = [...openAnswers()];
    for (let waited = 0; waited < answerMs && begun.some((answer) => openAnswers().has(answer)); waited += 20) {
      await delay(20);
    }
  }

  /**
   * Listens for SIGTERM and SIGINT; the process then ends with 0 within {@link patienceMs}, however often it is told:
   * Ctrl-C reaches the demo's server from the terminal and from the demo.
   */
  listen(): void {
    for (const name of ["SIGTERM", "SIGINT"] as const) process.on(name, () => void this.stop(name));
  }

  private async stop(name: string): Promise<void> {
    if (this.signal.aborted) return;
    log().info({ signal: name }, "stopping");
    const limit = setTimeout(() => {
      log().error("stopped without waiting any longer");
      process.exit(1);
    }, patienceMs);
    limit.unref();
    this.controller.abort();
    const results = await Promise.allSettled(this.tasks.map((task) => task()));
    for (const result of results)
      if (result.status === "rejected") log().error({ err: result.reason }, "while stopping");
    process.exit(results.some((result) => result.status === "rejected") ? 1 : 0);
  }
}

/** The end of this process. */
export const shutdown = (): Shutdown => singleton("shutdown", () => new Shutdown());
