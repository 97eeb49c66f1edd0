import { transformPath } from "../outline";
import type { Matrix, PathData, PathSegment, Point } from "../scene";
import { distanceToSegment, keptPoints } from "./douglas-peucker";

/**
 * A path with fewer segments, none of it farther than `tolerance` from what it was, and the other way round. Half of the
 * tolerance goes to curves that become lines: one whose control points are that near to its chord stays in their hull,
 * so it is as near. The other half goes to points of polylines. What stays keeps its coordinates to the last bit.
 * @param toPixels from the path's user space to slide pixels.
 * @param tolerance in slide pixels, for the subpath from each index of an M on.
 */
export function straightened(path: PathData, toPixels: Matrix, tolerance: (start: number) => number): PathData {
  const pixels = transformPath(path, toPixels);
  const out: PathSegment[] = [];
  let run: Run = { points: [], ends: [] };
  let allowed = 0;
  let start: Point = { x: 0, y: 0 };
  let at = start;
  const flush = (closing: boolean) => {
    if (closing && run.points.length > 0) run.points.push(start);
    out.push(...keptOf(run, allowed / 2));
    run = { points: [], ends: [] };
  };
  for (const [index, segment] of path.entries()) {
    const there = pixels[index];
    if (there.type === "M") {
      flush(false);
      allowed = tolerance(index);
      start = there;
    } else if (isLine(there, at, allowed / 2) && segment.type !== "Z") {
      if (run.points.length === 0) run.points.push(at);
      run.points.push({ x: there.x, y: there.y });
      run.ends.push({ x: segment.x, y: segment.y });
      at = there;
      continue;
    } else flush(there.type === "Z");
    out.push(segment);
    at = there.type === "Z" ? start : there;
  }
  flush(false);
  return out;
}

/** Lines that follow each other. */
interface Run {
  /** In slide pixels, the point they start from first. */
  points: Point[];
  /** Where each of them ends, in user units. */
  ends: Point[];
}

function isLine(segment: PathSegment, from: Point, tolerance: number): segment is Exclude<PathSegment, { type: "Z" }> {
  if (segment.type === "L") return true;
  if (segment.type !== "C") return false;
  const { x1, y1, x2, y2 } = segment;
  const first = distanceToSegment({ x: x1, y: y1 }, from, segment);
  return first <= tolerance && distanceToSegment({ x: x2, y: y2 }, from, segment) <= tolerance;
}

/** The point a close goes back to has no end of its own: the close draws that line. */
function keptOf({ points, ends }: Run, tolerance: number): PathSegment[] {
  if (points.length === 0) return [];
  return keptPoints(points, tolerance).flatMap((index) =>
    index === 0 || index > ends.length ? [] : [{ type: "L" as const, ...ends[index - 1] }],
  );
}
