import { pathBox } from "../../bounds";
import { transformPath } from "../../outline";
import type { Geometry, Matrix, PathData, Point } from "../../scene";
import type { SlideArrow } from "../../slide";

/** What a marker draws, seen from its vertex: x runs along the line and out of it, y across. */
export interface Head {
  type: SlideArrow["type"];
  /** Where the line's end has to stand: the point of an arrow, the middle of a diamond or oval. */
  end: number;
  length: number;
  width: number;
}

/** How far a corner may lie from where it should, as a share of the head's size. */
const slack = 0.08;

/**
 * A filled arrow head; null for what is none. PowerPoint's stealth head is not used: LibreOffice ends the line before it.
 * @param matrix from the geometry to the frame of the vertex.
 */
export function filledHead(geometry: Geometry, matrix: Matrix): Head | null {
  const outline = transformPath(geometry.outline, matrix);
  const box = pathBox(outline);
  if (box === null || Math.abs(box.y + box.height / 2) > slack * box.height) return null;
  const size = { length: box.width, width: box.height };
  const middle = box.x + box.width / 2;
  if (isOval(geometry, outline)) return { type: "oval", end: middle, ...size };
  const corners = cornersOf(outline);
  if (corners === null) return null;
  const within = corners.map(({ x, y }) => ({ x: (x - box.x) / box.width, y: y / box.height }));
  if (isLike(within, [tip, ...wings])) return { type: "triangle", end: box.x + box.width, ...size };
  return isLike(within, [tip, { x: 0.5, y: -0.5 }, { x: 0.5, y: 0.5 }, { x: 0, y: 0 }])
    ? { type: "diamond", end: middle, ...size }
    : null;
}

/** An open arrow: two strokes from a point backwards. */
export function openHead(outline: PathData): Head | null {
  const box = pathBox(outline);
  const corners = outline.some(({ type }) => type === "Z") ? null : cornersOf(outline);
  if (box === null || corners === null || Math.abs(box.y + box.height / 2) > slack * box.height) return null;
  const within = corners.map(({ x, y }) => ({ x: (x - box.x) / box.width, y: y / box.height }));
  if (!isLike(within, [tip, ...wings]) || Math.abs(within[1].x - 1) > slack) return null;
  return { type: "arrow", end: box.x + box.width, length: box.width, width: box.height };
}

const tip: Point = { x: 1, y: 0 };
const wings: Point[] = [
  { x: 0, y: -0.5 },
  { x: 0, y: 0.5 },
];

/** Whether there is a corner at each of the places and no other. */
function isLike(corners: readonly Point[], places: readonly Point[]): boolean {
  if (corners.length !== places.length) return false;
  return places.every((place) =>
    corners.some(({ x, y }) => Math.abs(x - place.x) <= slack && Math.abs(y - place.y) <= slack),
  );
}

/** Corners of a single contour of straight sides, each once; null for anything else. */
function cornersOf(outline: PathData): Point[] | null {
  const corners: Point[] = [];
  for (const [index, segment] of outline.entries()) {
    if (segment.type === "C" || (segment.type === "M" && index > 0)) return null;
    if (segment.type !== "Z" && !corners.some((corner) => isSame(corner, segment))) corners.push(segment);
  }
  return corners.length < 3 ? null : corners;
}

function isSame(one: Point, other: Point): boolean {
  return Math.abs(one.x - other.x) < 1e-6 && Math.abs(one.y - other.y) < 1e-6;
}

/** A circle, or an ellipse whose axes run along and across the line: its points fulfil the ellipse's equation there. */
function isOval(geometry: Geometry, outline: PathData): boolean {
  const box = pathBox(outline);
  const curved = outline.filter(({ type }) => type === "C").length;
  if (box === null || curved < 2 || outline.some(({ type }) => type === "L")) return false;
  if (geometry.kind !== "ellipse" && curved > 8) return false;
  const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2];
  return outline.every((segment) => {
    if (segment.type === "Z") return true;
    const [x, y] = [(2 * (segment.x - cx)) / box.width, (2 * (segment.y - cy)) / box.height];
    return Math.abs(Math.hypot(x, y) - 1) <= slack / 2;
  });
}
