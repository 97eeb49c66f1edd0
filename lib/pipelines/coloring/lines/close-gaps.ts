import { flattenCurve } from "../print/flatten";
import type { Curve } from "./bezier";

/** An end this near to a line touches it already: pixels. */
const touching = 0.75;
/** A line beside or behind an end is not what it was heading for: least cosine of the angle to it. */
const leastAhead = 0.2;
const asDrawn = { scale: 1, left: 0, top: 0 };

interface Place {
  x: number;
  y: number;
  cost: number;
}

/**
 * Lengthens open ends to the nearest line ahead of them, so that a region they nearly close is closed.
 * @param reach farthest gap that is closed, in the curves' unit.
 * @returns curves in the same order; those without a gap as they are.
 */
export function closeGaps(curves: Curve[], reach: number): Curve[] {
  const chains = curves.map((curve) => flattenCurve(curve, asDrawn, 1));
  return curves.map((curve, own) => {
    if (curve.closed || curve.points.length < 8) return curve;
    const start = gapFrom(chains, own, chains[own], reach);
    const end = gapFrom(chains, own, reversed(chains[own]), reach);
    if (!start && !end) return curve;
    const { points } = curve;
    const before = start ? straight(start.x, start.y, points[0], points[1]) : [];
    const after = end ? straight(points[points.length - 2], points[points.length - 1], end.x, end.y) : [];
    return { ...curve, points: [...before.slice(0, -2), ...points, ...after.slice(2)] };
  });
}

/** Where the first point of `path` should go on to, or null when it touches a line or none is near. */
function gapFrom(chains: number[][], own: number, path: number[], reach: number): Place | null {
  const [x, y] = path;
  const wayX = x - path[Math.min(path.length - 2, 4)];
  const wayY = y - path[Math.min(path.length - 1, 5)];
  const norm = Math.hypot(wayX, wayY) || 1;
  let best: Place | null = null;
  for (const [index, chain] of chains.entries()) {
    // Of its own line an end sees only what is farther along it than a gap is wide.
    const from = index === own ? path : chain;
    for (let i = index === own ? firstBeyond(path, 2 * reach) : 2; i < from.length; i += 2) {
      const near = nearestOn(from[i - 2], from[i - 1], from[i], from[i + 1], x, y);
      const [dx, dy] = [near.x - x, near.y - y];
      const distance = Math.hypot(dx, dy);
      if (distance > reach) continue;
      if (distance < touching) return null;
      const ahead = (dx * wayX + dy * wayY) / (distance * norm);
      const cost = distance * (2 - ahead);
      if (ahead >= leastAhead && (!best || cost < best.cost)) best = { ...near, cost };
    }
  }
  return best;
}

/** Index of the first point farther than `length` along a path from its start. */
function firstBeyond(path: number[], length: number): number {
  let along = 0;
  let i = 2;
  for (; i < path.length && along <= length; i += 2) {
    along += Math.hypot(path[i] - path[i - 2], path[i + 1] - path[i - 1]);
  }
  return i;
}

function nearestOn(x0: number, y0: number, x1: number, y1: number, x: number, y: number): { x: number; y: number } {
  const dx = x1 - x0;
  const dy = y1 - y0;
  const squared = dx * dx + dy * dy;
  const t = squared > 0 ? Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / squared)) : 0;
  return { x: x0 + t * dx, y: y0 + t * dy };
}

function reversed(path: number[]): number[] {
  const back: number[] = [];
  for (let i = path.length - 2; i >= 0; i -= 2) back.push(path[i], path[i + 1]);
  return back;
}

/** A straight line as one cubic: four points. */
function straight(x0: number, y0: number, x1: number, y1: number): number[] {
  const part = (a: number, b: number, t: number) => a + (b - a) * t;
  return [x0, y0, part(x0, x1, 1 / 3), part(y0, y1, 1 / 3), part(x0, x1, 2 / 3), part(y0, y1, 2 / 3), x1, y1];
}
