import { polygonOf } from "../map/polygon";
import type { PathData } from "../scene";

/**
 * How thick a subpath is: twice its area by its length round, which is the width of a long bar and half that of a
 * square. 0 for one that crosses itself so that its parts cancel. In the path's unit, for the subpath from an M on.
 */
export function thicknessAt(path: PathData, start: number): number {
  let end = start + 1;
  while (end < path.length && path[end].type !== "M") end += 1;
  const { points } = polygonOf({ segments: path.slice(start, end) });
  let area = 0;
  let round = 0;
  for (const [index, { x, y }] of points.entries()) {
    const after = points[(index + 1) % points.length];
    area += (x * after.y - after.x * y) / 2;
    round += Math.hypot(after.x - x, after.y - y);
  }
  return round === 0 ? 0 : (2 * Math.abs(area)) / round;
}
