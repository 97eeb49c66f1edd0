import { collect, kernels, lendAll, missing, planeAt, target } from "./planes/workbench";
import { borrowFloats } from "./shelf";

/**
 * Dark lines: pixels where the light has a valley across one direction, after Steger (1998), section 2, with
 * gamma-normalised second derivatives. A step's dark side also bends upwards but has no zero slope there, so it does
 * not answer.
 * @param smooth the light, blurred by a Gaussian of `sigma` pixels, about the width of the lines looked for.
 * @param least shallower lines do not answer, in units of L.
 * @returns depth of the line in units of L, 0 beside lines; borrowed from the shelf.
 */
export function darkValleys(
  smooth: Float32Array,
  width: number,
  height: number,
  sigma: number,
  least: number,
): Float32Array {
  const out = borrowFloats(smooth.length);
  const [plane, depth] = lendAll([smooth], missing(out));
  if (missing(out)) planeAt(depth, out.length).fill(0);
  const gain = sigma * sigma;
  // No answer exceeds the sum of both bends.
  kernels.markValleys(plane, target(out, depth), width, height, gain, least, Math.max(0, least / gain));
  collect(out, depth);
  return out;
}
