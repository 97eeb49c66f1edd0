import { bytesAt, kernels, layOut, planeAt } from "./planes/workbench";

/** Pixels of at least `low` that hang together (8-connected) with one of at least `high`: Canny (1986), section VI. */
export function hysteresis(values: Float32Array, width: number, height: number, low: number, high: number): Uint8Array {
  const n = values.length;
  const [plane, mask, stack] = layOut(n, Math.ceil(n / 4), n);
  planeAt(plane, n).set(values);
  const out = bytesAt(mask, n).fill(0);
  kernels.growFrom(plane, mask, stack, width, height, low, high);
  return out.slice();
}
