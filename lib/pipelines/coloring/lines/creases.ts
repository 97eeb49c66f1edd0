import { halve, halved } from "../kernels/half";
import type { Lab } from "../kernels/lab";
import { darkValleys } from "../kernels/valleys";

/** Width of the narrower lines looked for in a picture of standard size, as sigma in pixels; the wider have twice that. */
const sigma = 1.5;
/**
 * Dark lines that no region border has: lids, lips, creases, rigging. The wider ones are looked for at half the
 * resolution.
 * @param unit length of one pixel of a standard picture in pixels of this one.
 * @returns depth in units of L, 0 beside lines.
 */
export function findCreases({ L, width, height }: Lab, unit: number): Float32Array {
  const depth = darkValleys(L, width, height, [sigma * unit]);
  const halfWidth = halved(width);
  const wide = darkValleys(halve(L, width, height), halfWidth, halved(height), [sigma * unit]);
  for (let y = 0; y < height; y++) {
    const row = (y >> 1) * halfWidth;
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const value = wide[row + (x >> 1)];
      if (value > depth[i]) depth[i] = value;
    }
  }
  return depth;
}
