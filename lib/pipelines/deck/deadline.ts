import { TracepressError } from "@/lib/errors";
import { WorkLimit } from "./worked-time";

/**
 * The work one SVG may take from its first byte on, for loops too long for a signal to be heard in them. Counted in the
 * thread's own work, what takes too long now takes too long again: it is not tried another time.
 */
export class Deadline {
  private readonly limit: WorkLimit;

  /** @param milliseconds of work from now. */
  constructor(
    private readonly name: string,
    private readonly milliseconds: number,
  ) {
    this.limit = new WorkLimit(milliseconds);
  }

  /** To be called before each step, since one may take long. @throws TracepressError `too_large` when the time is over. */
  step(): void {
    if (!this.limit.isOver) return;
    const seconds = Math.round(this.milliseconds / 1000);
    throw new TracepressError("too_large", `${this.name} takes over ${seconds} seconds to convert; make it simpler.`);
  }
}
