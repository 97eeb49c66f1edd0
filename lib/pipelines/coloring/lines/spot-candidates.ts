import { blur } from "../kernels/gaussian";
import { intsAt, kernels, lendAll } from "../kernels/planes/workbench";
import { giveBack } from "../kernels/shelf";
import type { Size } from "../options";

/** A place darker than what is round it at one scale. Pixels. */
export interface Candidate {
  x: number;
  y: number;
  radius: number;
}

/** Least difference of the Gaussians, in units of L: what a disc answers that is 18 darker than what is round it. */
const leastAnswer = 5.5;

/**
 * Local maxima of the differences between each Gaussian and the next wider one, √2 as wide: dark spots of about `radii`.
 * @param radii in pixels, each √2 times the one before.
 */
export function darkSpots(plane: Float32Array, { width, height }: Size, radii: number[]): Candidate[] {
  const found: Candidate[] = [];
  let narrow = blur(plane, width, height, radii[0] / Math.SQRT2);
  for (const radius of radii) {
    const wide = blur(plane, width, height, radius);
    for (const pixel of answering(wide, narrow)) {
      const y = Math.floor(pixel / width);
      const x = pixel - y * width;
      const isInside = x > 0 && y > 0 && x < width - 1 && y < height - 1;
      if (isInside && isHighest(wide, narrow, width, pixel)) found.push({ x, y, radius });
    }
    giveBack(narrow);
    narrow = wide;
  }
  giveBack(narrow);
  return found;
}

/** The places that answer, in order. */
function answering(wide: Float32Array, narrow: Float32Array): Int32Array {
  const n = wide.length;
  const [above, below, list] = lendAll([wide, narrow], n);
  return intsAt(list, kernels.listAbove(above, below, n, leastAnswer, list)).slice();
}

/** Whether none of the eight places round one is higher. */
function isHighest(wide: Float32Array, narrow: Float32Array, width: number, i: number): boolean {
  const own = answerAt(wide, narrow, i);
  for (let near = i - width - 1; near <= i + width - 1; near += width) {
    for (let k = near; k < near + 3; k++) if (answerAt(wide, narrow, k) > own) return false;
  }
  return true;
}

const answerAt = (wide: Float32Array, narrow: Float32Array, i: number): number => Math.fround(wide[i] - narrow[i]);
