import { TracepressError } from "@/lib/errors";
import { FontAllowance } from "../fonts/brought/allowance";
import { WorkLimit } from "../worked-time";

/** Nodes one file may come to, copies made by `use` and contents of patterns and markers counted each time. */
const maximumNodes = 100_000;
/** Segments of all outlines; each takes some hundred bytes on its way to the slide. */
const maximumSegments = 600_000;
/** Of work, half of what a slide may take: the other stages need theirs. */
const maximumMilliseconds = 5_000;

/** What reading one file may cost; shared by the SVGs nested in it. */
export class Budget {
  private nodes = 0;
  private segments = 0;
  private untilLook = 256;
  /** Of the fonts it brings along. */
  readonly fonts = new FontAllowance();
  private readonly limit = new WorkLimit(maximumMilliseconds);

  constructor(
    private readonly name: string,
    private readonly signal?: AbortSignal,
  ) {}

  /** @throws TracepressError `too_large`; whatever the signal was aborted with. */
  spend(nodes: number, segments = 0): void {
    this.nodes += nodes;
    this.segments += segments;
    if (this.nodes > maximumNodes) throw this.tooLarge("100,000 elements");
    if (this.segments > maximumSegments)
      throw this.tooLarge("600,000 segments of paths, or letters that come to as much");
    this.tick();
  }

  private tooLarge(what: string): TracepressError {
    return new TracepressError("too_large", `${this.name} draws over ${what}, copies included; make it simpler.`);
  }

  /** Looks at the clock now and then; for loops that make nothing. */
  tick(): void {
    if (--this.untilLook > 0) return;
    this.untilLook = 256;
    this.signal?.throwIfAborted();
    if (this.limit.isOver) {
      throw new TracepressError("too_large", `${this.name} takes over 5 seconds to read; make it simpler.`);
    }
  }
}
