import { bytesAt, kernels, layOut, planeAt } from "./planes/workbench";
import { copyBytes } from "./shelf";

/** Pixels of at least `low` that hang together (8-connected) with one of at least `high`: Canny (1986), section VI; borrowed. */
export function hysteresis(values: Float32Array, width: number, height: number, low: number, high: number): Uint8Array {
  const n = values.length;
  const [plane, mask, stack] = layOut(n, Math.ceil(n / 4), n);
  planeAt(plane, n).set(values);
  const out = bytesAt(mask, n).fill(0);
  kernels.growFrom(plane, mask, stack, width, height, low, high);
  return copyBytes(out);
}
