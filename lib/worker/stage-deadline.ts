import { TracepressError } from "@/lib/errors";

/** Ends work whose current stage takes too long; every new stage gets the whole time. */
export class StageDeadline {
  /** The stage under way; null before the first. */
  stage: string | null = null;
  private timer: NodeJS.Timeout;
  /** Milliseconds that what is under way may take. */
  private currentMs: number;

  /** @param limitMs for one stage, and from here to the first. @param end is called once when one is over it. */
  constructor(
    private readonly limitMs: number,
    private readonly end: () => void,
  ) {
    this.currentMs = limitMs;
    this.timer = this.wind();
  }

  begin(stage: string): void {
    this.stage = stage;
    this.allow(this.limitMs);
  }

  /** What is under way waits for its turn, however long that takes. */
  hold(): void {
    clearTimeout(this.timer);
  }

  /** Gives what is under way so many milliseconds from now on. */
  allow(ms: number): void {
    clearTimeout(this.timer);
    this.currentMs = ms;
    this.timer = this.wind();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  /** What became of work that this ended. @param what names it, as in “cat.png”. */
  error(what: string): TracepressError {
    const seconds = Math.round(this.currentMs / 1000);
    const where = this.stage === null ? "before its first stage" : `in its stage ${this.stage}`;
    const message = `${what} took over ${seconds} ${seconds === 1 ? "second" : "seconds"} ${where} and was stopped.`;
    return new TracepressError("timeout", message, { stage: this.stage ?? undefined });
  }

  private wind(): NodeJS.Timeout {
    const timer = setTimeout(this.end, this.currentMs);
    timer.unref();
    return timer;
  }
}
