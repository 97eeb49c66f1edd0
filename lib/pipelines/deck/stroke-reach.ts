import { edgesOf } from "./outline";
import type { PathData, Point, Stroke } from "./scene";

/** How far a stroke reaches from its outline, as a multiple of half its width: miters at corners, squares at ends. */
export function strokeReach(outline: PathData, stroke: Stroke): number {
  const ends = stroke.cap === "square" ? Math.SQRT2 : 1;
  if (stroke.join === "round" || stroke.join === "bevel") return ends;
  return Math.max(ends, longestMiter(outline, stroke.miterLimit));
}

/** 1 / sin(half the angle between two edges) where that is within the limit (SVG 2, 13.5.5); 1 for no corners. */
function longestMiter(outline: PathData, limit: number): number {
  let longest = 1;
  let first: Point | null = null;
  let last: Point | null = null;
  let at: Point | null = null;
  for (const edge of edgesOf(outline)) {
    const out = direction(edge.from, edge.first) ?? direction(edge.from, edge.second) ?? direction(edge.from, edge.to);
    const into = direction(edge.to, edge.second) ?? direction(edge.to, edge.first) ?? direction(edge.to, edge.from);
    if (out === null || into === null) continue;
    if (at !== null && last !== null && at.x === edge.from.x && at.y === edge.from.y) {
      longest = Math.max(longest, miter(last, out, limit));
    } else first = out;
    last = { x: -into.x, y: -into.y };
    at = edge.to;
    if (first !== null) longest = Math.max(longest, miter(last, first, limit));
  }
  return longest;
}

function miter(into: Point, out: Point, limit: number): number {
  const length = Math.sqrt(Math.max(0, (1 + into.x * out.x + into.y * out.y) / 2));
  return length * limit >= 1 ? 1 / length : 1;
}

/** Null for points that are one. */
function direction(from: Point, to: Point): Point | null {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return length > 1e-9 ? { x: (to.x - from.x) / length, y: (to.y - from.y) / length } : null;
}
