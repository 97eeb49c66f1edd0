import type { PathData } from "../scene";

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
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const segment of path) {
    const end = segment.type === "Z" ? { x: startX, y: startY } : segment;
    if (segment.type === "M") [startX, startY] = [end.x, end.y];
    else {
      const [x1, y1, x2, y2] =
        segment.type === "C" ? [segment.x1, segment.y1, segment.x2, segment.y2] : [x, y, end.x, end.y];
      extents.push({
        left: Math.min(x, end.x, x1, x2),
        right: Math.max(x, end.x, x1, x2),
        top: Math.min(y, end.y, y1, y2),
        bottom: Math.max(y, end.y, y1, y2),
      });
    }
    [x, y] = [end.x, end.y];
  }
  return extents;
}
