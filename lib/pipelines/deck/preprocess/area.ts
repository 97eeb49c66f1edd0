import type { PathData } from "../scene";

/** Points this near a line, as a share of its length, are on it: what 64-bit floats lose on the way. */
const rounding = 1e-9;

/** Whether a path encloses anything: false when every subpath lies on one straight line. */
export function enclosesArea(path: PathData): boolean {
  let start = 0;
  for (let index = 1; index <= path.length; index++) {
    if (index < path.length && path[index].type !== "M") continue;
    if (!isStraight(path, start, index)) return true;
    start = index;
  }
  return false;
}

/** Whether the points of a subpath lie on one line, control points included: a curve stays in their hull. */
function isStraight(path: PathData, start: number, end: number): boolean {
  const points = pointsOf(path, start, end);
  let farX = 0;
  let farY = 0;
  /** Its distance, squared. */
  let far = 0;
  for (let at = 2; at < points.length; at += 2) {
    const x = points[at] - points[0];
    const y = points[at + 1] - points[1];
    const distance = x * x + y * y;
    if (!(distance > far)) continue;
    farX = x;
    farY = y;
    far = distance;
  }
  const most = rounding * far;
  for (let at = 2; at < points.length; at += 2) {
    const x = points[at] - points[0];
    const y = points[at + 1] - points[1];
    if (!(Math.abs(farX * y - farY * x) <= most)) return false;
  }
  return true;
}

/** X and y of each in turn: outlines have too many points for an object each. */
function pointsOf(path: PathData, start: number, end: number): number[] {
  const points: number[] = [];
  for (let index = start; index < end; index++) {
    const segment = path[index];
    if (segment.type === "Z") continue;
    if (segment.type === "C") points.push(segment.x1, segment.y1, segment.x2, segment.y2);
    points.push(segment.x, segment.y);
  }
  return points;
}
