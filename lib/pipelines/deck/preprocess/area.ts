import type { PathData, Point } from "../scene";

/** Points this near a line, as a share of its length, are on it: what 64-bit floats lose on the way. */
const rounding = 1e-9;

/** Whether a path encloses anything: false when every subpath lies on one straight line. */
export function enclosesArea(path: PathData): boolean {
  return subpathPoints(path).some((points) => !isStraight(points));
}

/** Points of each subpath, control points included: a curve stays in their hull. */
function subpathPoints(path: PathData): Point[][] {
  const subpaths: Point[][] = [];
  for (const segment of path) {
    if (segment.type === "Z") continue;
    if (segment.type === "M" || subpaths.length === 0) subpaths.push([]);
    const points = subpaths[subpaths.length - 1];
    if (segment.type === "C") points.push({ x: segment.x1, y: segment.y1 }, { x: segment.x2, y: segment.y2 });
    points.push({ x: segment.x, y: segment.y });
  }
  return subpaths;
}

function isStraight([start, ...others]: Point[]): boolean {
  const steps = others.map(({ x, y }) => ({ x: x - start.x, y: y - start.y }));
  const longest = steps.reduce((far, step) => (length(step) > length(far) ? step : far), { x: 0, y: 0 });
  const most = rounding * length(longest) ** 2;
  return steps.every((step) => Math.abs(longest.x * step.y - longest.y * step.x) <= most);
}

function length({ x, y }: Point): number {
  return Math.hypot(x, y);
}
