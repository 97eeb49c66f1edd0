import type { Point } from "../scene";
import type { Polygon } from "./polygon";

interface Side {
  from: Point;
  to: Point;
  left: number;
  right: number;
  top: number;
  bottom: number;
  polygon: number;
  index: number;
  count: number;
}

/** Pairs of sides compared before a path counts as crossing everywhere. */
const mostPairs = 2_000_000;

/** Whether any two sides of these polygons cross, overlap or touch other than where they follow each other. */
export function anyCrossing(polygons: Polygon[]): boolean {
  return crossings(polygons, 1) > 0;
}

/** How often sides cross, overlap or touch; counting ends at `enough`. */
export function crossings(polygons: Polygon[], enough: number): number {
  const sides = polygons.flatMap(sidesOf).sort((one, other) => one.left - other.left);
  const active: Side[] = [];
  let pairs = 0;
  let found = 0;
  for (const side of sides) {
    let kept = 0;
    for (const other of active) {
      if (other.right < side.left) continue;
      active[kept] = other;
      kept += 1;
      if (side.top > other.bottom || side.bottom < other.top) continue;
      if (!follow(side, other) && cross(side, other)) found += 1;
    }
    active.length = kept;
    active.push(side);
    pairs += kept;
    if (found >= enough || pairs > mostPairs) return enough;
  }
  return found;
}

function sidesOf({ points }: Polygon, polygon: number): Side[] {
  const count = points.length;
  return points.map((from, index) => {
    const to = points[index + 1 === count ? 0 : index + 1];
    const left = Math.min(from.x, to.x);
    const right = Math.max(from.x, to.x);
    const top = Math.min(from.y, to.y);
    const bottom = Math.max(from.y, to.y);
    return { from, to, left, right, top, bottom, polygon, index, count };
  });
}

function follow(one: Side, other: Side): boolean {
  if (one.polygon !== other.polygon) return false;
  const apart = Math.abs(one.index - other.index);
  return apart <= 1 || apart === one.count - 1;
}

/** For sides whose boxes touch. */
function cross(one: Side, other: Side): boolean {
  if (sideOf(one, other.from) * sideOf(one, other.to) > 0) return false;
  return sideOf(other, one.from) * sideOf(other, one.to) <= 0;
}

/** Which side of the line a point is on, 0 on it. */
function sideOf({ from, to }: Side, { x, y }: Point): number {
  return Math.sign((to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x));
}
