import type { Pieces } from "./components";

/** Ink reaching less far than this in both directions is dirt to whoever colors the page, in mm. */
export const speckMm = 1.5;

/** How many isolated bits of ink there are that are too small to be read as a line or a dot of the drawing. */
export function countSpecks({ value, box }: Pieces, scale: number): number {
  let specks = 0;
  for (let piece = 0; piece < value.length; piece++) {
    if (!value[piece]) continue;
    const wide = box[4 * piece + 2] - box[4 * piece] + 1;
    const high = box[4 * piece + 3] - box[4 * piece + 1] + 1;
    if (Math.max(wide, high) * scale < speckMm) specks++;
  }
  return specks;
}
