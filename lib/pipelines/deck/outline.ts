import { across, down, isIdentity } from "./matrix";
import type { Matrix, PathData, PathSegment, Point, Rect } from "./scene";

/** The same path after the matrix; the path itself when that changes nothing. */
export function transformPath(path: PathData, matrix: Matrix): PathData {
  return isIdentity(matrix) ? path : path.map((segment) => transformSegment(segment, matrix));
}

function transformSegment(segment: PathSegment, matrix: Matrix): PathSegment {
  if (segment.type === "Z") return segment;
  const x = across(matrix, segment.x, segment.y);
  const y = down(matrix, segment.x, segment.y);
  if (segment.type !== "C") return { type: segment.type, x, y };
  return {
    type: "C",
    x1: across(matrix, segment.x1, segment.y1),
    y1: down(matrix, segment.x1, segment.y1),
    x2: across(matrix, segment.x2, segment.y2),
    y2: down(matrix, segment.x2, segment.y2),
    x,
    y,
  };
}

/** A rectangle from its upper left corner clockwise. */
export function rectanglePath({ x, y, width, height }: Rect): PathData {
  return [
    { type: "M", x, y },
    { type: "L", x: x + width, y },
    { type: "L", x: x + width, y: y + height },
    { type: "L", x, y: y + height },
    { type: "Z" },
  ];
}

/** One straight or curved edge of a path with the point it begins at; a close is the line back to the start. */
export type Edge = { from: Point; to: Point; first: Point; second: Point; curved: boolean };

/** All edges, closing lines included when they have a length. */
export function* edgesOf(path: PathData): Generator<Edge> {
  let at: Point = { x: 0, y: 0 };
  let start = at;
  for (const segment of path) {
    if (segment.type === "M") {
      at = segment;
      start = segment;
      continue;
    }
    const to = segment.type === "Z" ? start : segment;
    if (segment.type === "C") {
      const first = { x: segment.x1, y: segment.y1 };
      yield { from: at, to, first, second: { x: segment.x2, y: segment.y2 }, curved: true };
    } else if (segment.type === "L" || to.x !== at.x || to.y !== at.y) {
      yield { from: at, to, first: at, second: to, curved: false };
    }
    at = to;
  }
}
