/**
 * The straight lines of a chain, none without length unless it is a dot.
 * @param points x, y, x, y, …
 * @param reach how far the lines are seen to either side.
 */
export function linesAlong(points: ArrayLike<number>, reach: number): Line[] {
  const lines: Line[] = [];
  let last = new Line(points[0], points[1], points[0], points[1]);
  last.before = reach;
  for (let i = 2; i < points.length; i += 2) {
    const next = new Line(points[i - 2], points[i - 1], points[i], points[i + 1]);
    if (next.length === 0) continue;
    if (last.length === 0) next.before = reach;
    else {
      next.before = last.after = reach * last.turnTo(next);
      lines.push(last);
    }
    last = next;
  }
  last.after = reach;
  lines.push(last);
  return lines;
}

/** Keeps a line's slopes finite; over a sheet it makes no difference. */
const awayFromZero = (part: number): number => (Math.abs(part) < 1e-9 ? 1e-9 : part);

/** A straight line of a chain, and how far beyond its ends are pixels that are nearest to it. */
export class Line {
  readonly length: number;
  /** Its direction, a unit vector without a 0; any for a dot. */
  readonly wayX: number;
  readonly wayY: number;
  before = 0;
  after = 0;

  constructor(
    readonly x: number,
    readonly y: number,
    endX: number,
    endY: number,
  ) {
    const dx = endX - x;
    const dy = endY - y;
    this.length = Math.sqrt(dx * dx + dy * dy);
    this.wayX = this.length > 0 ? awayFromZero(dx / this.length) : 1;
    this.wayY = awayFromZero(this.length > 0 ? dy / this.length : 0);
  }

  /** The rows from which to which it is seen, on a sheet without an end. */
  rows(reach: number): [number, number] {
    const begin = -this.before * this.wayY;
    const end = (this.length + this.after) * this.wayY;
    const tall = reach * Math.abs(this.wayX) + 0.5;
    return [Math.ceil(this.y + Math.min(begin, end) - tall), Math.floor(this.y + Math.max(begin, end) + tall - 1)];
  }

  /**
   * How far beyond the corner to the next line the box has to go so that the two close the wedge between them, for a
   * reach of 1: the tangent of half the turn, and no more than a round end takes.
   */
  turnTo(next: Line): number {
    const cosine = this.wayX * next.wayX + this.wayY * next.wayY;
    return cosine > 0 ? Math.sqrt(Math.max(0, 1 - cosine) / (1 + cosine)) : 1;
  }
}
