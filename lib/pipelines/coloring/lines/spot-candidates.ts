import { blur } from "../kernels/gaussian";
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
    for (let i = 0; i < narrow.length; i++) narrow[i] = wide[i] - narrow[i];
    addMaxima(narrow, width, height, radius, found);
    giveBack(narrow);
    narrow = wide;
  }
  giveBack(narrow);
  return found;
}

function addMaxima(answer: Float32Array, width: number, height: number, radius: number, found: Candidate[]): void {
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      if (answer[i] >= leastAnswer && isHighest(answer, width, i)) found.push({ x, y, radius });
    }
  }
}

/** Whether none of the eight places round one is higher. */
function isHighest(answer: Float32Array, width: number, i: number): boolean {
  const own = answer[i];
  for (let near = i - width - 1; near <= i + width - 1; near += width) {
    if (answer[near] > own || answer[near + 1] > own || answer[near + 2] > own) return false;
  }
  return true;
}
