import { chamferDistance, layBeside } from "./distance";
import { bytesAt, collect, kernels, lendAll, missing, target } from "./planes/workbench";
import { borrowBytes, copyBytes } from "./shelf";

/** Pixels of at least `low` that hang together (8-connected) with one of at least `high`: Canny (1986), section VI; borrowed. */
export function hysteresis(values: Float32Array, width: number, height: number, low: number, high: number): Uint8Array {
  const out = borrowBytes(values.length);
  const [plane, mask, stack] = lendAll([values], missing(out), values.length);
  if (missing(out)) bytesAt(mask, out.length).fill(0);
  kernels.growFrom(plane, target(out, mask), stack, width, height, low, high);
  collect(out, mask);
  return out;
}

/**
 * The same of how deep each pixel lies in what `seeds` leaves free: that is their chamfer distance, in units of 1/3 pixel.
 */
export function deepWithin(seeds: Uint8Array, width: number, height: number, low: number, high: number): Uint8Array {
  const n = seeds.length;
  const [words, depths, mask, stack] = layBeside(chamferDistance(seeds, width, height), n, Math.ceil(n / 4), n);
  kernels.widenWords(words, n, depths);
  const out = bytesAt(mask, n).fill(0);
  kernels.growFrom(depths, mask, stack, width, height, low, high);
  return copyBytes(out);
}
