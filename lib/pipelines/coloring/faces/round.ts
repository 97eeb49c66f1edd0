import type { Lab } from "../kernels/lab";
import type { Landmarks } from "./landmarks";
import { oval } from "./mesh-points";
import { contains, type Point, pointsOf } from "./strokes/stroke";

/** Cells that a face is wide. */
const across = 20;
/** Share of a face's cells that are smoother than the rest: between its features there is bare skin. */
const smoothShare = 0.12;
/** Bend of the lightness from cell to cell in the smoothest parts of a face, in units of L: more in photos, less in paint. */
const leastBend = 0.3;

/**
 * Whether light falls on a face as on a thing in the round. Skin in a photo bends in the light everywhere; what is drawn
 * is flat or evenly shaded between its features, however much like a face these are.
 */
export function isRound(lab: Lab, face: Landmarks): boolean {
  const cells = cellsOf(lab, pointsOf(face, oval));
  const bends = cells.flatMap((row, y) =>
    row.flatMap((cell, x) => [bend(row[x - 1], cell, row[x + 1]), bend(cells[y - 1]?.[x], cell, cells[y + 1]?.[x])]),
  );
  const seen = bends.filter((value) => !Number.isNaN(value)).sort((one, other) => one - other);
  return seen[Math.floor(smoothShare * seen.length)] >= leastBend;
}

/** How far a value is from the line through its neighbours; NaN where one of them is missing. */
const bend = (before = Number.NaN, value: number, after = Number.NaN): number => Math.abs(before - 2 * value + after);

/** Mean lightness of the square cells of a face by rows; NaN outside its outline or the picture. */
function cellsOf({ width, height, L }: Lab, outline: Point[]): number[][] {
  const [left, right] = [Math.min(...outline.map(({ x }) => x)), Math.max(...outline.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...outline.map(({ y }) => y)), Math.max(...outline.map(({ y }) => y))];
  const side = (right - left) / across;
  return Array.from({ length: Math.floor((bottom - top) / side) }, (_, row) =>
    Array.from({ length: across }, (_, column) => {
      const [x, y] = [left + column * side, top + row * side];
      const isSeen = x >= 0 && y >= 0 && x + side < width && y + side < height;
      return isSeen && contains(outline, { x: x + side / 2, y: y + side / 2 })
        ? meanOf(L, width, x, y, side)
        : Number.NaN;
    }),
  );
}

/** Mean of the pixels of a square, of one at least. */
function meanOf(plane: Float32Array, width: number, x: number, y: number, side: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const right = Math.max(left + 1, Math.floor(x + side));
  const bottom = Math.max(top + 1, Math.floor(y + side));
  let sum = 0;
  for (let row = top; row < bottom; row++)
    for (let column = left; column < right; column++) sum += plane[row * width + column];
  return sum / ((right - left) * (bottom - top));
}
