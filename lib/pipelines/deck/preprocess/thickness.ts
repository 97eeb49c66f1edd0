import { polygonOf } from "../map/polygon";
import type { PathData } from "../scene";

/** How thick a subpath is, as `Polygon.thickness`, in the path's unit; for the subpath from an M on. */
export function thicknessAt(path: PathData, start: number): number {
  let end = start + 1;
  while (end < path.length && path[end].type !== "M") end += 1;
  return polygonOf({ segments: path.slice(start, end) }).thickness;
}
