import svgpath from "svgpath";
import type { Curve } from "../lines/bezier";

/**
 * SVG path data as curves, each subpath one; broken data up to where it breaks, as browsers draw it.
 * @param transform SVG's own, such as `translate(3 4)`, applied from the last to the first.
 */
export function curvesOf(data: string, transforms: readonly string[]): Curve[] {
  let path = svgpath(data);
  for (const transform of [...transforms].reverse()) path = path.transform(transform);
  const curves: Curve[] = [];
  let points: number[] = [];
  path
    .unarc()
    .unshort()
    .abs()
    .iterate((segment, _index, x, y) => {
      const [verb, ...to] = segment as [string, ...number[]];
      if (verb === "M") {
        points = [to[0], to[1]];
        curves.push({ points, closed: false });
      } else if (verb === "Z") {
        if (points[points.length - 2] !== points[0] || points[points.length - 1] !== points[1]) {
          addLine(points, points[points.length - 2], points[points.length - 1], points[0], points[1]);
        }
        curves[curves.length - 1].closed = true;
        // What follows without a new start goes on from here.
        points = [points[0], points[1]];
        curves.push({ points, closed: false });
      } else if (verb === "L") addLine(points, x, y, to[0], to[1]);
      else if (verb === "H") addLine(points, x, y, to[0], y);
      else if (verb === "V") addLine(points, x, y, x, to[0]);
      else if (verb === "Q") addQuadratic(points, x, y, to);
      else if (verb === "C") points.push(...to);
    });
  return curves.filter((curve) => curve.points.length > 2 && curve.points.every(Number.isFinite));
}

function addLine(points: number[], x0: number, y0: number, x1: number, y1: number): void {
  for (const part of [1 / 3, 2 / 3, 1]) points.push(x0 + (x1 - x0) * part, y0 + (y1 - y0) * part);
}

/** As the cubic that is the same curve. */
function addQuadratic(points: number[], x0: number, y0: number, [cx, cy, x1, y1]: number[]): void {
  const toward = (from: number, to: number) => from + (2 / 3) * (to - from);
  points.push(toward(x0, cx), toward(y0, cy), toward(x1, cx), toward(y1, cy), x1, y1);
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The box of all control points. */
export function boxOf(curves: readonly Curve[]): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { points } of curves) {
    for (let i = 0; i < points.length; i += 2) {
      box.left = Math.min(box.left, points[i]);
      box.right = Math.max(box.right, points[i]);
      box.top = Math.min(box.top, points[i + 1]);
      box.bottom = Math.max(box.bottom, points[i + 1]);
    }
  }
  return box;
}

/** The same curves moved, then scaled. */
export const movedAndScaled = (curves: readonly Curve[], dx: number, dy: number, scale: number): Curve[] =>
  curves.map(({ points, closed }) => ({
    closed,
    points: points.map((value, i) => (value + (i % 2 === 0 ? dx : dy)) * scale),
  }));
