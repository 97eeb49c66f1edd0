import { inverted } from "../kernels/mask";
import { fillPieces, findPieces } from "../kernels/pieces";

/**
 * Fills holes of a mask that are smaller than so many pixels: each would become a ring where the mask is thinned, and a
 * row of them, as the flank between black ink and a dark shade leaves, a ladder. Changes the mask in place.
 */
export function fillPinholes(mask: Uint8Array, width: number, height: number, most: number): void {
  // Of the paper turned into ones the parts hang together over corners as well.
  const paper = findPieces(inverted(mask), width, height);
  fillPieces(mask, paper, 1, ({ isInk, area }) => isInk && area < most);
}
