import type { Point } from "../scene";
import type { Polygon } from "./polygon";

/** Sides that follow each other are looked at together: so many have one box. */
const runLength = 8;
/** Pairs of sides compared before a path counts as crossing everywhere. */
const mostPairs = 2_000_000;
/** Slide pixels: a loop no longer than this covers less than a fiftieth of one, as where rounded ends miss each other. */
const longestUnseen = 0.5;
/** Sides that such a loop has between the two that cross. */
const mostBetween = 4;

/** Whether any two sides of these polygons cross, overlap or touch other than where they follow each other. */
export function anyCrossing(polygons: readonly Polygon[]): boolean {
  return crossings(polygons, 1) > 0;
}

/** How often sides cross, overlap or touch; counting ends at `enough`. Loops too small to be seen do not count. */
export function crossings(polygons: readonly Polygon[], enough: number): number {
  const runs = polygons.flatMap(runsOf).sort((one, other) => one.left - other.left);
  const count: Count = { found: 0, pairs: 0, enough };
  const active = new Active();
  for (const run of runs) {
    compare(run, run, count);
    active.compareWith(run, count);
    active.add(run);
    if (count.found >= enough || count.pairs > mostPairs) return enough;
  }
  return count.found;
}

/** The runs that a sweep from left to right is over. Their edges stand in rows of numbers, which are gone through often. */
class Active {
  private readonly runs: Run[] = [];
  private readonly rights: number[] = [];
  private readonly tops: number[] = [];
  private readonly bottoms: number[] = [];

  /** Compares those that a run meets with it, and forgets those that end before it. */
  compareWith(run: Run, count: Count): void {
    const { runs, rights, tops, bottoms } = this;
    const { left, top, bottom } = run;
    let kept = 0;
    for (let index = 0; index < runs.length; index++) {
      if (rights[index] < left) continue;
      if (kept < index) this.move(index, kept);
      if (top <= bottoms[kept] && bottom >= tops[kept]) compare(run, runs[kept], count);
      kept += 1;
    }
    for (const row of [runs, rights, tops, bottoms]) row.length = kept;
    count.pairs += kept;
  }

  add(run: Run): void {
    this.runs.push(run);
    this.rights.push(run.right);
    this.tops.push(run.top);
    this.bottoms.push(run.bottom);
  }

  private move(from: number, to: number): void {
    this.runs[to] = this.runs[from];
    this.rights[to] = this.rights[from];
    this.tops[to] = this.tops[from];
    this.bottoms[to] = this.bottoms[from];
  }
}

/** Sides that follow each other in a polygon, from that of index `start` to before `end`, and the box about them. */
interface Run {
  polygon: Polygon;
  start: number;
  end: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface Count {
  found: number;
  pairs: number;
  readonly enough: number;
}

function runsOf(polygon: Polygon): Run[] {
  const { xs, ys, count } = polygon;
  const runs: Run[] = [];
  for (let start = 0; start < count; start += runLength) {
    const end = Math.min(start + runLength, count);
    let left = xs[start];
    let top = ys[start];
    let right = left;
    let bottom = top;
    for (let index = start + 1; index <= end; index++) {
      const at = index === count ? 0 : index;
      left = Math.min(left, xs[at]);
      right = Math.max(right, xs[at]);
      top = Math.min(top, ys[at]);
      bottom = Math.max(bottom, ys[at]);
    }
    runs.push({ polygon, start, end, left, right, top, bottom });
  }
  return runs;
}

/** Counts where sides of one run meet sides of the other; each pair once where both are the same. */
function compare(run: Run, other: Run, count: Count): void {
  const { xs, ys } = run.polygon;
  for (let index = run.start; index < run.end && count.found < count.enough; index++) {
    const to = index + 1 === xs.length ? 0 : index + 1;
    const left = Math.min(xs[index], xs[to]);
    const right = Math.max(xs[index], xs[to]);
    const top = Math.min(ys[index], ys[to]);
    const bottom = Math.max(ys[index], ys[to]);
    if (right < other.left || left > other.right || bottom < other.top || top > other.bottom) continue;
    count.found += meetings(run.polygon, index, other, { left, right, top, bottom }, run === other ? index + 2 : 0);
    count.pairs += other.end - other.start;
  }
}

interface Sides {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** How many sides of a run, from index `least` on, meet one side. */
function meetings(polygon: Polygon, index: number, run: Run, box: Sides, least: number): number {
  const { xs, ys } = run.polygon;
  let found = 0;
  for (let other = Math.max(run.start, least); other < run.end; other++) {
    const to = other + 1 === xs.length ? 0 : other + 1;
    if (xs[other] < box.left && xs[to] < box.left) continue;
    if (xs[other] > box.right && xs[to] > box.right) continue;
    if (ys[other] < box.top && ys[to] < box.top) continue;
    if (ys[other] > box.bottom && ys[to] > box.bottom) continue;
    const same = polygon === run.polygon;
    if (same && follow(polygon, index, other)) continue;
    if (!cross(polygon, index, run.polygon, other)) continue;
    if (same && isUnseen(polygon, index, other)) continue;
    found += 1;
  }
  return found;
}

function follow({ count }: Polygon, one: number, other: number): boolean {
  const apart = Math.abs(one - other);
  return apart <= 1 || apart === count - 1;
}

/** Whether two sides that cross make a loop too small to be seen. */
function isUnseen(polygon: Polygon, one: number, other: number): boolean {
  const { count } = polygon;
  const steps = (other - one + count) % count;
  const [first, last] = steps <= count / 2 ? [one, other] : [other, one];
  const between = Math.min(steps, count - steps) - 1;
  if (between > mostBetween) return false;
  const { xs, ys } = polygon;
  const point = meeting(polygon, first, last);
  if (point === null) return false;
  const start = (first + 1) % count;
  let length =
    Math.hypot(xs[start] - point.x, ys[start] - point.y) + Math.hypot(xs[last] - point.x, ys[last] - point.y);
  for (let side = start; side !== last; side = (side + 1) % count) length += lengthOf(polygon, side);
  return length <= longestUnseen;
}

function lengthOf({ xs, ys, count }: Polygon, index: number): number {
  const to = (index + 1) % count;
  return Math.hypot(xs[to] - xs[index], ys[to] - ys[index]);
}

/** Where the lines of two sides meet; null for parallel ones. */
function meeting({ xs, ys, count }: Polygon, one: number, other: number): Point | null {
  const [to, otherTo] = [(one + 1) % count, (other + 1) % count];
  const [dx, dy] = [xs[to] - xs[one], ys[to] - ys[one]];
  const [ex, ey] = [xs[otherTo] - xs[other], ys[otherTo] - ys[other]];
  const slope = dx * ey - dy * ex;
  if (slope === 0) return null;
  const along = ((xs[other] - xs[one]) * ey - (ys[other] - ys[one]) * ex) / slope;
  return { x: xs[one] + along * dx, y: ys[one] + along * dy };
}

/** For sides whose boxes touch. */
function cross(polygon: Polygon, index: number, otherPolygon: Polygon, other: number): boolean {
  const next = index + 1 === polygon.count ? 0 : index + 1;
  const otherNext = other + 1 === otherPolygon.count ? 0 : other + 1;
  const ax = polygon.xs[index];
  const ay = polygon.ys[index];
  const bx = polygon.xs[next];
  const by = polygon.ys[next];
  const cx = otherPolygon.xs[other];
  const cy = otherPolygon.ys[other];
  const dx = otherPolygon.xs[otherNext];
  const dy = otherPolygon.ys[otherNext];
  if (sideOf(ax, ay, bx, by, cx, cy) * sideOf(ax, ay, bx, by, dx, dy) > 0) return false;
  return sideOf(cx, cy, dx, dy, ax, ay) * sideOf(cx, cy, dx, dy, bx, by) <= 0;
}

/** Which side of the line from a to b a point is on, 0 on it. */
function sideOf(ax: number, ay: number, bx: number, by: number, x: number, y: number): number {
  return Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
}
