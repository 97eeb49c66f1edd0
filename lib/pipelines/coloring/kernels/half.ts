import { collect, kernels, lendAll, missing, target } from "./planes/workbench";
import { emptyFloats } from "./shelf";

/** Length of a side at half the resolution. */
export const halved = (length: number): number => (length + 1) >> 1;

/** Half the resolution by the mean of 2 × 2 pixels; an odd last row or column is repeated; borrowed. */
export function halve(plane: Float32Array, width: number, height: number): Float32Array {
  const count = halved(width) * halved(height);
  const out = emptyFloats(count);
  const [source, to] = lendAll([plane], missing(out));
  kernels.halveFinely(source, target(out, to), width, height);
  collect(out, to);
  return out;
}

/**
 * Lays a half-resolution plane at full resolution, bilinearly: 3/4 of a pixel's own cell, 1/4 of the nearest.
 * @param beside planes of so many values of 4 bytes that are laid behind it.
 * @returns addresses in the kernels' memory: of the enlarged plane, then of those beside it.
 */
export function layEnlarged(plane: Float32Array, width: number, height: number, ...beside: number[]): number[] {
  const [half, enlarged, line, ...others] = lendAll([plane], width * height, halved(width) + 2, ...beside);
  kernels.enlarge(half, line, enlarged, width, height);
  return [enlarged, ...others];
}
