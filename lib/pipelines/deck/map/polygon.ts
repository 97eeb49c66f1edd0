import { Box, contains } from "../box";
import type { PathSegment, Point, Rect } from "../scene";

/** A closed part of a path: M, then L and C, then Z. */
export interface Contour {
  segments: PathSegment[];
}

/** Most pieces a curve is flattened into. */
const finest = 24;
/** Points nearer than this are one: far below what a slide can hold (one EMU is 1/9,525). */
const nearest = 1e-5;

/** A contour flattened, to tell what lies in what. Its points are plain numbers: paths have hundreds of thousands. */
export class Polygon {
  readonly box: Rect;
  /** Signed and twice the area: positive when it turns clockwise on the screen. */
  private readonly twiceArea: number;

  /** Corners in order, the first not repeated. */
  constructor(
    readonly xs: Float64Array,
    readonly ys: Float64Array,
  ) {
    const bounds = new Box();
    let area = 0;
    for (let index = 0, before = xs.length - 1; index < xs.length; before = index++) {
      bounds.add(xs[index], ys[index]);
      area += xs[before] * ys[index] - xs[index] * ys[before];
    }
    this.box = bounds.rect() ?? { x: 0, y: 0, width: 0, height: 0 };
    this.twiceArea = area;
  }

  get count(): number {
    return this.xs.length;
  }

  /** 1 when it turns clockwise on the screen, -1 the other way, 0 without an area. */
  get direction(): number {
    return Math.sign(this.twiceArea);
  }

  /**
   * Twice the area by the length around: the radius of a circle, the width of a long bar, half that of a square; 0 for one
   * that crosses itself so that its parts cancel.
   */
  get thickness(): number {
    const { xs, ys } = this;
    let around = 0;
    for (let index = 0, before = xs.length - 1; index < xs.length; before = index++) {
      around += Math.hypot(xs[index] - xs[before], ys[index] - ys[before]);
    }
    return around === 0 ? 0 : Math.abs(this.twiceArea) / around;
  }

  /** Whether the other one, which does not cross this one, lies inside. */
  holds(other: Polygon): boolean {
    if (!contains(this.box, other.box, 1e-6)) return false;
    // The middle of its first side: a corner may touch another contour, a side seldom does.
    const next = 1 % other.count;
    return this.surrounds((other.xs[0] + other.xs[next]) / 2, (other.ys[0] + other.ys[next]) / 2);
  }

  private surrounds(x: number, y: number): boolean {
    const { xs, ys } = this;
    let odd = false;
    for (let index = 0, before = xs.length - 1; index < xs.length; before = index++) {
      if (ys[index] > y === ys[before] > y) continue;
      const crossing = ((xs[before] - xs[index]) * (y - ys[index])) / (ys[before] - ys[index]) + xs[index];
      if (x < crossing) odd = !odd;
    }
    return odd;
  }
}

export function polygonOf({ segments }: Contour): Polygon {
  const corners = new Corners();
  let at: Point = { x: 0, y: 0 };
  for (const segment of segments) {
    if (segment.type === "Z") continue;
    if (segment.type === "C") addCurve(corners, at, segment);
    corners.add(segment.x, segment.y);
    at = segment;
  }
  return corners.polygon();
}

/** Signed angle from one direction to the next, in radians. */
export function bendOf(x: number, y: number, nextX: number, nextY: number): number {
  return Math.atan2(x * nextY - y * nextX, x * nextX + y * nextY);
}

/** Points gathered one by one; one that follows its like is left out. */
class Corners {
  /** Shared by all, which are gathered one after the other. */
  private static room = { xs: new Float64Array(4096), ys: new Float64Array(4096) };
  private count = 0;

  add(x: number, y: number): void {
    const { xs, ys } = Corners.room;
    const last = this.count - 1;
    if (last >= 0 && isSame(xs[last] - x, ys[last] - y)) return;
    if (this.count === xs.length) Corners.grow();
    Corners.room.xs[this.count] = x;
    Corners.room.ys[this.count] = y;
    this.count += 1;
  }

  polygon(): Polygon {
    const { xs, ys } = Corners.room;
    let { count } = this;
    while (count > 1 && isSame(xs[0] - xs[count - 1], ys[0] - ys[count - 1])) count -= 1;
    return new Polygon(xs.slice(0, count), ys.slice(0, count));
  }

  private static grow(): void {
    const { xs, ys } = Corners.room;
    const room = { xs: new Float64Array(2 * xs.length), ys: new Float64Array(2 * ys.length) };
    room.xs.set(xs);
    room.ys.set(ys);
    Corners.room = room;
  }
}

function isSame(dx: number, dy: number): boolean {
  return Math.abs(dx) < nearest && Math.abs(dy) < nearest;
}

/** As `Math.hypot`, which takes ten times as long for numbers that no slide has. */
function length(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}

/** What lies between the ends of a curve. */
function addCurve(corners: Corners, from: Point, { x1, y1, x2, y2, x, y }: PathSegment & { type: "C" }): void {
  const bulge = length(from.x - 2 * x1 + x2, from.y - 2 * y1 + y2) + length(x1 - 2 * x2 + x, y1 - 2 * y2 + y);
  const pieces = Math.min(finest, Math.max(4, Math.ceil(Math.sqrt(bulge * 4))));
  for (let piece = 1; piece < pieces; piece++) {
    const t = piece / pieces;
    const s = 1 - t;
    const p = s * s * s;
    const q = 3 * s * s * t;
    const r = 3 * s * t * t;
    const u = t * t * t;
    corners.add(p * from.x + q * x1 + r * x2 + u * x, p * from.y + q * y1 + r * y2 + u * y);
  }
}
