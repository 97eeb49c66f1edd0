import type { DrawingCost } from "./cost";

/** Nanoseconds, estimated, of all drawings of a slide together, and of the longest: none can be stopped. */
const together = 4e9;
const longest = 2e9;
/** Part of it that those drawings share evenly which are known to come: the first must not leave the last without any. */
const kept = 0.5;

/** What the drawings of one slide may take: counted in estimates, so that the same SVG is drawn the same on any machine. */
export class Allowance {
  private left = together;
  /** What each drawing that is known to come has for itself. */
  private readonly own: number;

  /** @param awaited drawings that are known to come; there may be others. */
  constructor(private awaited: number) {
    this.own = awaited === 0 ? 0 : (kept * together) / awaited;
  }

  /** Pixels this drawing may have; below one, none. It never takes more than half of what is left for those after it. */
  pixelsFor({ fixed, perPixel, mostPixels }: DrawingCost, isAwaited: boolean): number {
    return Math.min(mostPixels, (Math.min(longest, this.most(isAwaited)) - fixed) / perPixel);
  }

  /** Whether not even the smallest drawing has room. */
  isSpent(isAwaited: boolean): boolean {
    return this.most(isAwaited) < smallest;
  }

  spend({ fixed, perPixel }: DrawingCost, pixels: number, isAwaited: boolean): void {
    this.left -= fixed + perPixel * pixels;
    if (isAwaited) this.awaited = Math.max(0, this.awaited - 1);
  }

  private most(isAwaited: boolean): number {
    const free = (this.left - this.own * this.awaited) / 2;
    return isAwaited ? Math.max(free, this.own) : free;
  }
}

/** Nanoseconds that any drawing takes. */
const smallest = 1e6;
