import { TracepressError } from "@/lib/errors";
import { WorkLimit } from "./worked-time";

/** The work one SVG may take from its first byte on, for loops too long for a signal to be heard in them. */
export class Deadline {
  private readonly limit: WorkLimit;

  /** @param milliseconds of work from now. */
  constructor(
    private readonly name: string,
    private readonly milliseconds: number,
  ) {
    this.limit = new WorkLimit(milliseconds);
  }

  /** To be called before each step, since one may take long. @throws TracepressError `timeout` when the time is over. */
  step(): void {
    if (!this.limit.isOver) return;
    const seconds = Math.round(this.milliseconds / 1000);
    throw new TracepressError("timeout", `${this.name} took over ${seconds} seconds to convert; make it simpler.`);
  }
}
