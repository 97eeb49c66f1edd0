/**
 * Paper that round-ended lines are drawn on, one byte a pixel, 255 white to 0 black.
 *
 * A pixel's darkness is how far it reaches into the line, measured from its centre to the line's middle (a box filter
 * one pixel wide across the line); where lines meet, the darker one counts. Pixel (0, 0) has its centre at (0.5, 0.5).
 */
export class StrokeRaster {
  readonly grey: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.grey = new Uint8Array(width * height).fill(255);
  }

  /** Draws a chain of straight lines; `points` is x, y, x, y, … and `radius` half the line's width, in pixels. */
  polyline(points: ArrayLike<number>, radius: number): void {
    const reach = radius + 0.5;
    let line = new Line(points[0], points[1], points[0], points[1]);
    line.before = reach;
    for (let i = 2; i < points.length; i += 2) {
      const next = new Line(points[i - 2], points[i - 1], points[i], points[i + 1]);
      if (next.length === 0) continue;
      if (line.length === 0) next.before = reach;
      else {
        next.before = line.after = reach * line.turnTo(next);
        this.draw(line, radius);
      }
      line = next;
    }
    line.after = reach;
    this.draw(line, radius);
  }

  /**
   * Goes through the rows of the box that lies along a line. Only its soft rims are measured; beside the line's middle,
   * at no end, all is black.
   */
  private draw(line: Line, radius: number): void {
    const { grey, width, height } = this;
    const { x, y, wayX, wayY, length, before, after } = line;
    const reach = radius + 0.5;
    const inner = radius > 0.5 ? radius - 0.5 : 0;
    const begin = -before * wayY;
    const end = (length + after) * wayY;
    const tall = reach * Math.abs(wayX);
    const top = Math.max(0, Math.ceil(y + Math.min(begin, end) - tall - 0.5));
    const bottom = Math.min(height - 1, Math.floor(y + Math.max(begin, end) + tall - 0.5));
    // Of a row, what is beside the line and what is along it are two spans, whose middles move evenly from row to row.
    const besidePerRow = wayX / wayY;
    const alongPerRow = wayY / wayX;
    const beside = reach / Math.abs(wayY);
    const black = inner / Math.abs(wayY);
    const along = (length + after + before) / 2 / Math.abs(wayX);
    const blackAlong = length / 2 / Math.abs(wayX);
    const column = x - 0.5;
    const halfway = column + length / 2 / wayX;
    const shift = (after - before) / 2 / wayX;
    for (let row = top; row <= bottom; row++) {
      const offY = row + 0.5 - y;
      const middle = column + offY * besidePerRow;
      const half = halfway - offY * alongPerRow;
      const from = atLeast(middle - beside, half + shift - along, 0);
      const to = atMost(middle + beside, half + shift + along, width - 1);
      const blackFrom = atLeast(middle - black, half - blackAlong, from);
      const blackTo = atMost(middle + black, half + blackAlong, to);
      const start = row * width;
      if (blackFrom > blackTo) this.shade(line, radius, offY, start, from, to);
      else {
        this.shade(line, radius, offY, start, from, blackFrom - 1);
        for (let i = start + blackFrom; i <= start + blackTo; i++) grey[i] = 0;
        this.shade(line, radius, offY, start, blackTo + 1, to);
      }
    }
  }

  /** Darkens the pixels `from` to `to` of a row by their distance from a line. */
  private shade(line: Line, radius: number, offY: number, start: number, from: number, to: number): void {
    const { grey } = this;
    const { x, wayX, wayY, length } = line;
    for (let column = from; column <= to; column++) {
      const was = grey[start + column];
      if (was === 0) continue;
      const offX = column + 0.5 - x;
      const far = offX * wayX + offY * wayY;
      const beside = offX * wayY - offY * wayX;
      const beyond = far < 0 ? far : far > length ? far - length : 0;
      const light = 255 * (Math.sqrt(beside * beside + beyond * beyond) - radius + 0.5);
      if (light < was) grey[start + column] = light > 0 ? light : 0;
    }
  }
}

/** The first whole number that none of three bounds forbids; the last of them is whole. */
function atLeast(one: number, other: number, whole: number): number {
  const bound = one > other ? one : other;
  return bound > whole ? Math.ceil(bound) : whole;
}

function atMost(one: number, other: number, whole: number): number {
  const bound = one < other ? one : other;
  return bound < whole ? Math.floor(bound) : whole;
}

/** Keeps a line's slopes finite; over a sheet it makes no difference. */
const awayFromZero = (part: number): number => (Math.abs(part) < 1e-9 ? 1e-9 : part);

/** A straight line of a chain, and how far beyond its ends are pixels that are nearest to it. */
class Line {
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

  /**
   * How far beyond the corner to the next line the box has to go so that the two close the wedge between them, for a
   * reach of 1: the tangent of half the turn, and no more than a round end takes.
   */
  turnTo(next: Line): number {
    const cosine = this.wayX * next.wayX + this.wayY * next.wayY;
    return cosine > 0 ? Math.sqrt(Math.max(0, 1 - cosine) / (1 + cosine)) : 1;
  }
}
