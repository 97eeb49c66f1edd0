import { edgesOf } from "../../outline";
import type { PathData, Point } from "../../scene";

/** Pieces a curve is walked in: its length is then right to a thousandth for all but extreme ones. */
const pieces = 32;

interface Step {
  from: Point;
  to: Point;
  /** Length of the path up to `from`. */
  start: number;
  length: number;
}

/** A path to walk along by length. */
export class PathWalk {
  readonly length: number;
  private readonly steps: Step[] = [];

  constructor(path: PathData) {
    let walked = 0;
    for (const edge of edgesOf(path)) {
      let from = edge.from;
      const count = edge.curved ? pieces : 1;
      for (let piece = 1; piece <= count; piece++) {
        const to = piece === count ? edge.to : pointOn(edge, piece / count);
        const length = Math.hypot(to.x - from.x, to.y - from.y);
        if (length > 0) this.steps.push({ from, to, start: walked, length });
        walked += length;
        from = to;
      }
    }
    this.length = walked;
  }

  /** The point after a length and the direction there in degrees; null beyond the ends. */
  at(distance: number): { point: Point; direction: number } | null {
    if (distance < 0 || distance > this.length || this.steps.length === 0) return null;
    const { from, to, start, length } = this.steps[this.find(distance)];
    const t = (distance - start) / length;
    const point = { x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) };
    return { point, direction: (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI };
  }

  /** Index of the last step that begins at or before the distance. */
  private find(distance: number): number {
    let low = 0;
    let high = this.steps.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.steps[middle].start <= distance) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function pointOn(
  { from, first, second, to }: { from: Point; first: Point; second: Point; to: Point },
  t: number,
): Point {
  const s = 1 - t;
  const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  return {
    x: a * from.x + b * first.x + c * second.x + d * to.x,
    y: a * from.y + b * first.y + c * second.y + d * to.y,
  };
}
