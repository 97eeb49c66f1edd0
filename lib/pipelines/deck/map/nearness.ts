import type { PathData, Point } from "../scene";

interface Extent {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * Whether more than `most` pairs of segments have boxes that touch: what Skia compares one with the other, so that the
 * work of an operation over the paths grows with their number. Itself it looks at no more than a hundred times as many.
 */
export function meetsTooOften(paths: readonly PathData[], most: number): boolean {
  // Most have fewer segments than make so many pairs.
  const segments = paths.reduce((sum, path) => sum + path.length, 0);
  if ((segments * (segments - 1)) / 2 <= most) return false;
  const extents = paths.flatMap(extentsOf).sort((a, b) => a.left - b.left);
  let met = 0;
  let looked = 0;
  for (let index = 0; index < extents.length; index++) {
    const { right, top, bottom } = extents[index];
    for (let other = index + 1; other < extents.length && extents[other].left <= right; other++) {
      if (extents[other].top <= bottom && extents[other].bottom >= top) met++;
      if (met > most || ++looked > 100 * most) return true;
    }
  }
  return false;
}

/** Of a curve, that of the points that pull it, which holds it. */
function extentsOf(path: PathData): Extent[] {
  const extents: Extent[] = [];
  let at: Point = { x: 0, y: 0 };
  let start = at;
  for (const segment of path) {
    const to: Point = segment.type === "Z" ? start : segment;
    if (segment.type === "M") start = segment;
    else if (segment.type === "C") extents.push(extentOf(at, segment.x1, segment.y1, segment.x2, segment.y2, to));
    else extents.push(extentOf(at, at.x, at.y, to.x, to.y, to));
    at = to;
  }
  return extents;
}

function extentOf(from: Point, x1: number, y1: number, x2: number, y2: number, to: Point): Extent {
  return {
    left: Math.min(from.x, to.x, x1, x2),
    right: Math.max(from.x, to.x, x1, x2),
    top: Math.min(from.y, to.y, y1, y2),
    bottom: Math.max(from.y, to.y, y1, y2),
  };
}
