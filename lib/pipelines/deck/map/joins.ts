import { edgesOf } from "../outline";
import type { PathData, Point, Stroke } from "../scene";
import type { SlideLine } from "../slide";
import { bendOf } from "./polygon";

/** LibreOffice cuts a miter off below about 30 degrees, whatever the file says: as SVG's own limit, 4, does. */
const drawnLimit = 4;

/** Corners flatter than this look the same under all joins. */
const flat = 1.01;

/**
 * The join of a line on the slide that looks as the SVG says for these corners.
 * @returns null when none does, so that the stroke has to be outlined.
 */
export function joinOf(stroke: Stroke, path: PathData): SlideLine["join"] | null {
  if (stroke.join === "round" || stroke.join === "bevel") return { kind: stroke.join };
  const limit = Math.max(1, stroke.miterLimit);
  const corners = miterRatios(path).filter((ratio) => ratio > flat);
  if (corners.every((ratio) => ratio <= limit && ratio <= drawnLimit)) return { kind: "miter", limit };
  if (corners.every((ratio) => ratio > limit)) return { kind: "bevel" };
  return corners.every((ratio) => ratio <= limit === ratio <= drawnLimit) ? { kind: "miter", limit } : null;
}

/** Length of the miter by the stroke's width at each corner (SVG 2, 13.5.5). */
function miterRatios(path: PathData): number[] {
  const ratios: number[] = [];
  let before: Point | null = null;
  let opening: Point | null = null;
  const corner = (arriving: Point | null, leaving: Point | null) => {
    if (arriving === null || leaving === null) return;
    const between = Math.PI - Math.abs(bendOf(arriving.x, arriving.y, leaving.x, leaving.y));
    ratios.push(between < 1e-6 ? Number.POSITIVE_INFINITY : 1 / Math.sin(between / 2));
  };
  for (const subpath of splitAtMoves(path)) {
    before = null;
    opening = null;
    for (const { from, first, second, to } of edgesOf(subpath)) {
      const leaving = direction(from, first, second, to);
      corner(before, leaving);
      opening ??= leaving;
      before = opposite(direction(to, second, first, from)) ?? before;
    }
    if (subpath[subpath.length - 1].type === "Z") corner(before, opening);
  }
  return ratios;
}

function splitAtMoves(path: PathData): PathData[] {
  const parts: PathData[] = [];
  for (const segment of path) {
    if (segment.type === "M" || parts.length === 0) parts.push([]);
    parts[parts.length - 1].push(segment);
  }
  return parts;
}

/** The tangent at `from` towards the first point that is elsewhere. */
function direction(from: Point, first: Point, second: Point, third: Point): Point | null {
  return towards(from, first) ?? towards(from, second) ?? towards(from, third);
}

function towards(from: Point, point: Point): Point | null {
  const x = point.x - from.x;
  const y = point.y - from.y;
  return x * x + y * y > 1e-18 ? { x, y } : null;
}

const opposite = (point: Point | null): Point | null => (point === null ? null : { x: -point.x, y: -point.y });
