import type { Point } from "../scene";

/** Points of one stretch looked at together: bounds the time, which grows with its square at worst. */
const longestStretch = 2000;

/**
 * Which points of a polyline to keep so that it stays within a distance of what it was (Ramer 1972, "An iterative
 * procedure for the polygonal approximation of plane curves"; Douglas and Peucker 1973). Distances are from the
 * segment, not from its line, so the new polyline is as near to the old as the old is to the new.
 * @param tolerance in the points' unit.
 * @returns indices, rising; the first and the last are always there.
 */
export function keptPoints(points: readonly Point[], tolerance: number): number[] {
  const kept = [0];
  for (let from = 0; from < points.length - 1; from += longestStretch) {
    const to = Math.min(points.length - 1, from + longestStretch);
    keepWithin(points, from, to, tolerance, kept);
  }
  return kept;
}

/** Adds the kept ones after `from`, up to `to`, in order. */
function keepWithin(points: readonly Point[], from: number, to: number, tolerance: number, kept: number[]): void {
  const waiting: [number, number][] = [[from, to]];
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    const [first, last] = pair;
    const split = farthestBeyond(points, first, last, tolerance);
    if (split === null) kept.push(last);
    else waiting.push([split, last], [first, split]);
  }
}

function farthestBeyond(points: readonly Point[], first: number, last: number, tolerance: number): number | null {
  let farthest = tolerance;
  let found: number | null = null;
  for (let index = first + 1; index < last; index++) {
    const distance = distanceToSegment(points[index], points[first], points[last]);
    if (distance <= farthest) continue;
    farthest = distance;
    found = index;
  }
  return found;
}

/** From a point to the nearest point of a segment. */
export function distanceToSegment(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / square;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - share * dx, point.y - from.y - share * dy);
}
