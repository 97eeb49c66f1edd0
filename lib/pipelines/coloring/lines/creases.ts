import { blur, halfGaussian } from "../kernels/gaussian";
import { halve } from "../kernels/gradient";
import type { Lab } from "../kernels/lab";
import { darkValleys } from "../kernels/valleys";

/** Widths of line looked for in a picture of standard size, as sigmas in pixels. */
const sigmas = [1.5, 3];
/** Half a surround of this sigma, in pixels of a quarter of the resolution of a standard picture. */
const surroundSigma = 5;
/** How strongly many lines side by side, which are texture, hold each other down. */
const suppression = 3;

/**
 * Dark lines that no region border has: lids, lips, creases, rigging. Where many run side by side they are texture
 * and hold each other down (surround suppression, Grigorescu, Petkov and Westenberg 2003).
 * @param unit length of one pixel of a standard picture in pixels of this one.
 * @returns depth in units of L, 0 beside lines.
 */
export function findCreases({ L, width, height }: Lab, unit: number): Float32Array {
  const depth = darkValleys(
    L,
    width,
    height,
    sigmas.map((sigma) => sigma * unit),
  );
  const halved = halve(depth, width, height);
  const halfWidth = (width + 1) >> 1;
  const halfHeight = (height + 1) >> 1;
  const quarter = halve(halved, halfWidth, halfHeight);
  const stride = (halfWidth + 1) >> 1;
  const rows = (halfHeight + 1) >> 1;
  const surround = blur(
    quarter,
    stride,
    rows,
    halfGaussian(surroundSigma * unit),
    new Float32Array(quarter.length),
    new Float32Array(quarter.length),
  );
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if (depth[i]) depth[i] = Math.max(0, depth[i] - suppression * surround[(y >> 2) * stride + (x >> 2)]);
    }
  }
  return depth;
}
