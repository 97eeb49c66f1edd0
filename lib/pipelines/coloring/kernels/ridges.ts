import type { Gradient } from "./gradient";
import { bytesAt, kernels, layOut, planeAt } from "./planes/workbench";
import { copyFloats } from "./shelf";

/**
 * Thin lines of steepest change: pixels whose gradient is the largest along its own direction (Canny 1986, section
 * VI, with the neighbours interpolated).
 * @returns the gradient's magnitude on such a line, 0 beside it; borrowed from the shelf.
 */
export function thinRidges({ x, y, magnitude, slant }: Gradient, width: number, height: number): Float32Array {
  const n = magnitude.length;
  const [gx, gy, strengths, slants, out] = layOut(n, n, n, Math.ceil(n / 4), n);
  planeAt(gx, n).set(x);
  planeAt(gy, n).set(y);
  planeAt(strengths, n).set(magnitude);
  bytesAt(slants, n).set(slant);
  planeAt(out, n).fill(0);
  kernels.thinRidges(gx, gy, strengths, slants, width, height, faintest, out);
  return copyFloats(planeAt(out, n));
}

/** Fainter change than this is never drawn, in units of L. */
const faintest = 2;
