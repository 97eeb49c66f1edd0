import { flattenCurve } from "../print/flatten";
import type { Curve } from "./bezier";

/** An end this near to a line touches it already: pixels. */
const touching = 0.75;
/** A line beside or behind an end is not what it was heading for: least cosine of the angle to it. */
const leastAhead = 0.2;
/** As much of a line as tells where its end is heading: pixels. */
const look = 6;
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
  const lines = curves.map((curve) => boxed(flattenCurve(curve, asDrawn, 1)));
  return curves.map((curve, own) => {
    if (curve.closed || curve.points.length < 8) return curve;
    const start = gapFrom(lines, own, lines[own].path, reach);
    const end = gapFrom(lines, own, reversed(lines[own].path), reach);
    if (!start && !end) return curve;
    const { points } = curve;
    const before = start ? straight(start.x, start.y, points[0], points[1]) : [];
    const after = end ? straight(points[points.length - 2], points[points.length - 1], end.x, end.y) : [];
    return { ...curve, points: [...before.slice(0, -2), ...points, ...after.slice(2)] };
  });
}

/** A chain of straight lines, as x, y, x, y, …, and the box that it lies in. */
interface Line {
  path: number[];
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function boxed(path: number[]): Line {
  const line = { path, left: path[0], top: path[1], right: path[0], bottom: path[1] };
  for (let i = 2; i < path.length; i += 2) {
    line.left = Math.min(line.left, path[i]);
    line.right = Math.max(line.right, path[i]);
    line.top = Math.min(line.top, path[i + 1]);
    line.bottom = Math.max(line.bottom, path[i + 1]);
  }
  return line;
}

/** Where the first point of `path` should go on to, or null when it touches a line or none is near. */
function gapFrom(lines: Line[], own: number, path: number[], reach: number): Place | null {
  const [x, y] = path;
  const [wayX, wayY] = heading(path);
  let best: Place | null = null;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (x < line.left - reach || x > line.right + reach || y < line.top - reach || y > line.bottom + reach) continue;
    // Of its own line an end sees only what is farther along it than a gap is wide.
    const from = index === own ? path : line.path;
    for (let i = index === own ? firstBeyond(path, 2 * reach) : 2; i < from.length; i += 2) {
      const part = nearestOn(from[i - 2], from[i - 1], from[i], from[i + 1], x, y);
      const placeX = from[i - 2] + part * (from[i] - from[i - 2]);
      const placeY = from[i - 1] + part * (from[i + 1] - from[i - 1]);
      const dx = placeX - x;
      const dy = placeY - y;
      const distance = Math.sqrt(dx * dx + dy * dy);
      if (distance > reach) continue;
      if (distance < touching) return null;
      const ahead = (dx * wayX + dy * wayY) / distance;
      const cost = distance * (2 - ahead);
      if (ahead >= leastAhead && (!best || cost < best.cost)) best = { x: placeX, y: placeY, cost };
    }
  }
  return best;
}

/** Unit direction in which a line arrives at the first point of its path. */
function heading(path: number[]): [number, number] {
  const [x, y] = path;
  let [backX, backY] = [x, y];
  let left = look;
  for (let i = 2; i < path.length && left > 0; i += 2) {
    const dx = path[i] - backX;
    const dy = path[i + 1] - backY;
    const length = Math.hypot(dx, dy);
    const part = length > left ? left / length : 1;
    backX += part * dx;
    backY += part * dy;
    left -= length;
  }
  const norm = Math.hypot(x - backX, y - backY) || 1;
  return [(x - backX) / norm, (y - backY) / norm];
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

/** How far along a straight line, 0 to 1, its point nearest to x, y is. */
function nearestOn(x0: number, y0: number, x1: number, y1: number, x: number, y: number): number {
  const dx = x1 - x0;
  const dy = y1 - y0;
  const squared = dx * dx + dy * dy;
  return squared > 0 ? Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / squared)) : 0;
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
