import { Box, contains } from "../box";
import { edgesOf } from "../outline";
import type { PathSegment, Point, Rect } from "../scene";

/** A closed part of a path: M, then L and C, then Z. */
export interface Contour {
  segments: PathSegment[];
}

/** A contour flattened, to tell what lies in what. */
export interface Polygon {
  points: Point[];
  box: Rect;
  /** 1 when it turns clockwise on the screen, -1 the other way, 0 without an area. */
  direction: number;
  /** Whether the other one, which does not cross this one, lies inside. */
  holds(other: Polygon): boolean;
}

/** Most pieces a curve is flattened into. */
const finest = 24;

export function polygonOf(contour: Contour): Polygon {
  const points = flatten(contour);
  const bounds = new Box();
  for (const { x, y } of points) bounds.add(x, y);
  const box = bounds.rect() ?? { x: 0, y: 0, width: 0, height: 0 };
  return {
    points,
    box,
    direction: Math.sign(areaOf(points)),
    holds: (other) => contains(box, other.box, 1e-6) && surrounds(points, probeOf(other.points)),
  };
}

/** Signed angle from one direction to the next, in radians. */
export function bendOf(before: Point, after: Point): number {
  return Math.atan2(before.x * after.y - before.y * after.x, before.x * after.x + before.y * after.y);
}

/** Mean thickness: twice the area by the length around, which is the radius of a circle. */
export function thicknessOf({ points }: Polygon): number {
  const around = points.reduce((sum, { x, y }, index) => {
    const next = points[(index + 1) % points.length];
    return sum + Math.hypot(next.x - x, next.y - y);
  }, 0);
  return around === 0 ? 0 : Math.abs(areaOf(points)) / around;
}

function flatten(contour: Contour): Point[] {
  const points: Point[] = [];
  const push = (point: Point) => {
    const last = points[points.length - 1];
    if (last === undefined || !same(last, point)) points.push(point);
  };
  for (const { from, first, second, to, curved } of edgesOf(contour.segments)) {
    push(from);
    if (!curved) continue;
    const length = Math.hypot(first.x - from.x, first.y - from.y) + Math.hypot(second.x - first.x, second.y - first.y);
    const bulge =
      Math.hypot(from.x - 2 * first.x + second.x, from.y - 2 * first.y + second.y) +
      Math.hypot(first.x - 2 * second.x + to.x, first.y - 2 * second.y + to.y);
    const pieces = length === 0 ? 2 : Math.min(finest, Math.max(4, Math.ceil(Math.sqrt(bulge * 4))));
    for (let piece = 1; piece < pieces; piece++) push(onCurve(from, first, second, to, piece / pieces));
  }
  while (points.length > 1 && same(points[0], points[points.length - 1])) points.pop();
  return points;
}

/** Points nearer than this are one: far below what a slide can hold (one EMU is 1/9,525). */
function same(one: Point, other: Point): boolean {
  return Math.abs(one.x - other.x) < 1e-5 && Math.abs(one.y - other.y) < 1e-5;
}

function onCurve(from: Point, first: Point, second: Point, to: Point, t: number): Point {
  const s = 1 - t;
  const [p, q, r, u] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  return {
    x: p * from.x + q * first.x + r * second.x + u * to.x,
    y: p * from.y + q * first.y + r * second.y + u * to.y,
  };
}

function areaOf(points: Point[]): number {
  let area = 0;
  for (let index = 0; index < points.length; index++) {
    const next = points[(index + 1) % points.length];
    area += points[index].x * next.y - next.x * points[index].y;
  }
  return area;
}

/** Middle of the first side: a corner may touch another contour, a side seldom does. */
function probeOf(points: Point[]): Point {
  const next = points[1 % points.length];
  return { x: (points[0].x + next.x) / 2, y: (points[0].y + next.y) / 2 };
}

function surrounds(points: Point[], { x, y }: Point): boolean {
  let odd = false;
  for (let index = 0, before = points.length - 1; index < points.length; before = index++) {
    const [p, q] = [points[index], points[before]];
    if (p.y > y !== q.y > y && x < ((q.x - p.x) * (y - p.y)) / (q.y - p.y) + p.x) odd = !odd;
  }
  return odd;
}
