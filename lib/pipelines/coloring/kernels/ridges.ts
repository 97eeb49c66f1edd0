import type { Gradient } from "./gradient";
import { collect, kernels, lendAll, missing, planeAt, target } from "./planes/workbench";
import { borrowFloats } from "./shelf";

/**
 * Thin lines of steepest change: pixels whose gradient is the largest along its own direction (Canny 1986, section
 * VI, with the neighbours interpolated).
 * @returns the gradient's magnitude on such a line, 0 beside it; borrowed from the shelf.
 */
export function thinRidges({ x, y, magnitude, slant }: Gradient, width: number, height: number): Float32Array {
  const out = borrowFloats(magnitude.length);
  const [gx, gy, strengths, slants, to] = lendAll([x, y, magnitude, slant], missing(out));
  if (missing(out)) planeAt(to, out.length).fill(0);
  kernels.thinRidges(gx, gy, strengths, slants, width, height, faintest, target(out, to));
  collect(out, to);
  return out;
}

/** Fainter change than this is never drawn, in units of L. */
const faintest = 2;
