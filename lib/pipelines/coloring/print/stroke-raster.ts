import { borrowBytes } from "../kernels/shelf";
import { type Line, linesAlong } from "./stroke-line";

/**
 * Paper that round-ended lines are drawn on, one byte a pixel, 255 white to 0 black.
 *
 * A pixel's darkness is how far it reaches into the line, measured from its centre to the line's middle (a box filter
 * one pixel wide across the line); where lines meet, the darker one counts. Pixel (0, 0) has its centre at (0.5, 0.5).
 */
export class StrokeRaster {
  /** Borrowed from the shelf: whoever made the paper gives it back. */
  readonly grey: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
    /** Row of the whole sheet at which this piece of it begins. */
    public top = 0,
  ) {
    this.grey = borrowBytes(width * height).fill(255);
  }

  /** Draws a chain of straight lines; `points` is x, y, x, y, … and `radius` half the line's width, in pixels. */
  polyline(points: ArrayLike<number>, radius: number): void {
    for (const line of linesAlong(points, radius + 0.5)) this.draw(line, radius);
  }

  /**
   * Goes through the rows of the box that lies along a line. Only its soft rims are measured; beside the line's middle,
   * at no end, all is black.
   */
  draw(line: Line, radius: number): void {
    const { grey, width, height } = this;
    const { x, y, wayX, wayY, length, before, after } = line;
    const reach = radius + 0.5;
    const inner = radius > 0.5 ? radius - 0.5 : 0;
    const [first, last] = line.rows(reach);
    const bottom = Math.min(this.top + height - 1, last);
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
    for (let row = Math.max(this.top, first); row <= bottom; row++) {
      const offY = row + 0.5 - y;
      const middle = column + offY * besidePerRow;
      const half = halfway - offY * alongPerRow;
      const from = atLeast(middle - beside, half + shift - along, 0);
      const to = atMost(middle + beside, half + shift + along, width - 1);
      const blackFrom = atLeast(middle - black, half - blackAlong, from);
      const blackTo = atMost(middle + black, half + blackAlong, to);
      const start = (row - this.top) * width;
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
