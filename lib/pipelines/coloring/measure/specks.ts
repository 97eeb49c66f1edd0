import type { Piece } from "../kernels/pieces";

/** Ink reaching less far than this in both directions is dirt to whoever colors the page, in mm. */
export const speckMm = 1.5;

/** How many isolated bits of ink there are that are too small to be read as a line or a dot of the drawing. */
export function countSpecks(pieces: Piece[], scale: number): number {
  const reach = ({ left, top, right, bottom }: Piece) => Math.max(right - left, bottom - top) + 1;
  return pieces.filter((piece) => piece.isInk && reach(piece) * scale < speckMm).length;
}
