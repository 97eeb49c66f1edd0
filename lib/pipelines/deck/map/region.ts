import { pathBox } from "../bounds";
import { contains, intersection } from "../box";
import { transformPath } from "../outline";
import type { Clip, ClipShape, Matrix, PathData, Rect } from "../scene";
import { type Area, intersect, unite } from "./boolean";
import { bothRules, contoursOf } from "./contours";
import { anyCrossing } from "./crossings";
import { polygonOf } from "./polygon";

/** What clips leave over, in slide pixels: an area right under both fill rules. An empty path leaves nothing. */
export interface Region {
  path: PathData;
  box: Rect;
  /** The area is just the box. */
  rectangle: boolean;
}

const empty: Region = { path: [], box: { x: 0, y: 0, width: 0, height: 0 }, rectangle: false };

/** Slack in slide pixels within which an edge counts as inside. */
const slack = 0.02;

/** The clip's area: the union of its shapes, each cut by its own clip, cut by the clip's clip. */
export function regionOf(clip: Clip, matrix: Matrix): Region {
  const shapes = clip.shapes.map((shape) => shapeRegion(shape, matrix)).filter((region) => region.path.length > 0);
  const whole = shapes.length === 0 ? empty : shapes.reduce(unionOf);
  return clip.clip === null ? whole : common(whole, regionOf(clip.clip, matrix));
}

function shapeRegion({ outline, rule, clip }: ClipShape, matrix: Matrix): Region {
  const region = regionOfPath(transformPath(outline, matrix), rule);
  return clip === null ? region : common(region, regionOf(clip, matrix));
}

export function regionOfPath(path: PathData, rule: Area["rule"]): Region {
  const resolved = bothRules(path, rule).path;
  const box = pathBox(resolved);
  if (box === null || !(box.width > 0 && box.height > 0)) return empty;
  return { path: resolved, box, rectangle: isRectangle(resolved) };
}

/** What both leave over; null stands for everything. */
export function common(first: Region, second: Region): Region;
export function common(first: Region | null, second: Region | null): Region | null;
export function common(first: Region | null, second: Region | null): Region | null {
  if (first === null || second === null) return first ?? second;
  const shared = intersection(first.box, second.box);
  if (shared === null || isEmpty(first) || isEmpty(second)) return empty;
  if (first.rectangle && second.rectangle) return rectangleOf(shared);
  if (covers(first, second.box)) return second;
  if (covers(second, first.box)) return first;
  const path = intersect(areaOf(first), areaOf(second));
  return path === null ? rectangleOf(shared) : regionOfPath(path, "evenodd");
}

export function isEmpty(region: Region): boolean {
  return region.path.length === 0;
}

export function areaOf(region: Region): Area {
  return { path: region.path, rule: "evenodd" };
}

export function rectangleOf(box: Rect): Region {
  const { x, y, width, height } = box;
  const path: PathData = [
    { type: "M", x, y },
    { type: "L", x: x + width, y },
    { type: "L", x: x + width, y: y + height },
    { type: "L", x, y: y + height },
    { type: "Z" },
  ];
  return { path, box, rectangle: true };
}

/** Whether the whole rectangle lies inside. */
export function covers(region: Region, rect: Rect): boolean {
  if (!contains(region.box, rect, slack)) return false;
  if (region.rectangle) return true;
  const inner = polygonOf({ segments: rectangleOf(rect).path });
  const outlines = contoursOf(region.path).map(polygonOf);
  if (anyCrossing([inner, ...outlines])) return false;
  return (
    outlines.filter((outline) => outline.holds(inner)).length % 2 === 1 && !outlines.some((hole) => inner.holds(hole))
  );
}

/** Whether nothing of the rectangle is inside for sure. */
export function misses(region: Region, rect: Rect): boolean {
  return isEmpty(region) || intersection(region.box, rect) === null;
}

/** The region of a clip within the one around it. */
export function within(around: Region | null, clip: Clip | null, matrix: Matrix): Region | null {
  return clip === null ? around : common(around, regionOf(clip, matrix));
}

function unionOf(first: Region, second: Region): Region {
  const path = unite(areaOf(first), areaOf(second));
  return path === null ? second : regionOfPath(path, "evenodd");
}

function isRectangle(path: PathData): boolean {
  const corners = path.filter((segment) => segment.type !== "Z");
  if (corners.length === 5) {
    const [first, last] = [corners[0], corners[4]];
    if (first.x !== last.x || first.y !== last.y) return false;
    corners.pop();
  }
  if (corners.length !== 4 || corners.some((segment) => segment.type === "C")) return false;
  return corners.every((corner, index) => {
    const next = corners[(index + 1) % 4];
    const after = corners[(index + 2) % 4];
    const level = Math.abs(corner.y - next.y) < 1e-6;
    const upright = Math.abs(corner.x - next.x) < 1e-6;
    return level !== upright && (level ? Math.abs(next.x - after.x) < 1e-6 : Math.abs(next.y - after.y) < 1e-6);
  });
}
