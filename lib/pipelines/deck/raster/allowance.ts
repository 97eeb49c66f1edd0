import type { DrawingCost } from "./cost";

/** Nanoseconds, estimated, of all drawings of a slide together, and of the longest: none can be stopped. */
const together = 4e9;
const longest = 2e9;

/** What the drawings of one slide may take: counted in estimates, so that the same SVG is drawn the same on any machine. */
export class Allowance {
  private left = together;

  /** Pixels this drawing may have; below one, none. It never takes more than half of what is left for those after it. */
  pixelsFor({ fixed, perPixel, mostPixels }: DrawingCost): number {
    return Math.min(mostPixels, (Math.min(longest, this.left / 2) - fixed) / perPixel);
  }

  /** Whether not even the smallest drawing has room. */
  get isSpent(): boolean {
    return this.left / 2 < smallest;
  }

  spend({ fixed, perPixel }: DrawingCost, pixels: number): void {
    this.left -= fixed + perPixel * pixels;
  }
}

/** Nanoseconds that any drawing takes. */
const smallest = 1e6;
