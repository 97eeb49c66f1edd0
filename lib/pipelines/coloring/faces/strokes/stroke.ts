import type { LineGraph } from "../../lines/line-graph";
import type { Landmarks } from "../landmarks";
import type { MeshPoint } from "../mesh-points";

export interface Point {
  x: number;
  y: number;
}

/** A smooth line through a face, in pixels of the picture. */
export interface Stroke {
  points: Point[];
  closed: boolean;
}

export const pointsOf = ({ x, y }: Landmarks, points: readonly MeshPoint[]): Point[] =>
  points.map((point) => ({ x: x[point], y: y[point] }));

export const distance = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);

export const mix = (one: Point, other: Point, part: number): Point => ({
  x: one.x + part * (other.x - one.x),
  y: one.y + part * (other.y - one.y),
});

/** Largest distance between points of two lines that run side by side. */
export const widest = (one: Point[], other: Point[]): number =>
  Math.max(...one.map((point, i) => distance(point, other[i])));

/** The line halfway between two that run side by side. */
export const middleOf = (one: Point[], other: Point[]): Point[] => one.map((point, i) => mix(point, other[i], 0.5));

/** Distance of two points of a stroke: fine enough for its curves to be fitted, in pixels. */
const spacing = 0.5;

/** A smooth curve through points: centripetal Catmull-Rom (Yuksel et al. 2011), which never loops or overshoots. */
export function smoothThrough(points: Point[], closed = false): Stroke {
  const count = points.length;
  const at = (i: number): Point => {
    if (closed) return points[(i + count) % count];
    if (i < 0) return mix(points[0], points[1], -1);
    return i < count ? points[i] : mix(points[count - 1], points[count - 2], -1);
  };
  const out: Point[] = [points[0]];
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const steps = Math.max(1, Math.round(distance(at(i), at(i + 1)) / spacing));
    for (let step = 1; step <= steps; step++) {
      out.push(between(at(i - 1), at(i), at(i + 1), at(i + 2), step / steps));
    }
  }
  return { points: out, closed };
}

function between(a: Point, b: Point, c: Point, d: Point, part: number): Point {
  const t1 = knot(a, b);
  const t2 = t1 + knot(b, c);
  const t3 = t2 + knot(c, d);
  const t = t1 + part * (t2 - t1);
  const ab = mix(a, b, t / t1);
  const bc = mix(b, c, (t - t1) / (t2 - t1));
  const cd = mix(c, d, (t - t2) / (t3 - t2));
  return mix(mix(ab, bc, t / t2), mix(bc, cd, (t - t1) / (t3 - t1)), part);
}

const knot = (one: Point, other: Point): number => Math.max(1e-3, Math.sqrt(distance(one, other)));

/** Whether a point lies inside a polygon (even and odd). */
export function contains(polygon: Point[], { x, y }: Point): boolean {
  let inside = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const one = polygon[i];
    const other = polygon[j];
    if (one.y > y !== other.y > y && x < one.x + ((y - one.y) / (other.y - one.y)) * (other.x - one.x))
      inside = !inside;
  }
  return inside;
}

/** Strokes as lines that share no vertex; a closed one ends in its first. */
export function graphOf(strokes: Stroke[]): LineGraph {
  const x: number[] = [];
  const y: number[] = [];
  const chains = strokes.map(({ points, closed }) => {
    const first = x.length;
    const own = closed ? points.slice(0, -1) : points;
    for (const point of own) {
      x.push(point.x);
      y.push(point.y);
    }
    const chain = own.map((_, i) => first + i);
    return Int32Array.from(closed ? [...chain, first] : chain);
  });
  const count = x.length;
  return {
    x: Float32Array.from(x),
    y: Float32Array.from(y),
    fixed: new Uint8Array(count),
    softness: new Float32Array(count),
    chains,
  };
}
