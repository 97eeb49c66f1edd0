import { eachComponent } from "../kernels/components";

/**
 * Fills holes of a mask that are smaller than so many pixels: each would become a ring where the mask is thinned, and a
 * row of them, as the flank between black ink and a dark shade leaves, a ladder. Changes the mask in place.
 */
export function fillPinholes(mask: Uint8Array, width: number, height: number, most: number): void {
  const paper = mask.map((ink) => 1 - ink);
  eachComponent(paper, width, height, (pixels, size) => {
    if (size >= most) return;
    for (let i = 0; i < size; i++) mask[pixels[i]] = 1;
  });
}
