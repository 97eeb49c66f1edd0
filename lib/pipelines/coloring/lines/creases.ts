import { blur } from "../kernels/gaussian";
import { halve, halved } from "../kernels/half";
import { giveBack } from "../kernels/shelf";
import { darkValleys } from "../kernels/valleys";

/** Shallower creases are never drawn, whatever the level of detail, in units of L. */
const shallowest = 3;

/**
 * Dark lines that no region border has: lids, lips, creases, rigging. Those twice as wide are looked for at half the
 * resolution.
 * @param smooth L, blurred by a Gaussian of `sigma` pixels.
 * @returns depth in units of L, 0 beside lines; borrowed from the shelf.
 */
export function findCreases(smooth: Float32Array, width: number, height: number, sigma: number): Float32Array {
  const depth = darkValleys(smooth, width, height, sigma, shallowest);
  const halfWidth = halved(width);
  const halfHeight = halved(height);
  const half = halve(smooth, width, height);
  // Blurs add up by squares: what is there already, in pixels of half the resolution, is 3/4 short of sigma's square.
  const rest = sigma * Math.sqrt(0.75);
  const blurred = blur(half, halfWidth, halfHeight, rest);
  const wide = darkValleys(blurred, halfWidth, halfHeight, sigma, shallowest);
  for (let y = 0; y < height; y++) deepenRow(depth, y * width, width, wide, (y >> 1) * halfWidth);
  giveBack(half, blurred, wide);
  return depth;
}

/** Takes over what is deeper at half the resolution, from `first` on, into the row that begins at `start`. */
function deepenRow(depth: Float32Array, start: number, width: number, wide: Float32Array, first: number): void {
  for (let x = 0; x < width; x++) {
    const value = wide[first + (x >> 1)];
    if (value > depth[start + x]) depth[start + x] = value;
  }
}
