import { bytesAt, intsAt, kernels, layOut } from "./planes/workbench";

/** The pixels of a mask of zeros and ones, in order. */
export function pixelsOf(mask: Uint8Array): Int32Array {
  const n = mask.length;
  const bytes = Math.ceil(n / 4);
  const [first] = layOut(bytes);
  bytesAt(first, n).set(mask);
  const ones = kernels.countOnes(first, n);
  const [at, list] = layOut(bytes, ones);
  kernels.listSet(at, n, list);
  return intsAt(list, ones).slice();
}

/** 1 where a mask of zeros and ones is 0. */
export function inverted(mask: Uint8Array): Uint8Array {
  const out = new Uint8Array(mask.length);
  for (let i = 0; i < out.length; i++) out[i] = 1 - mask[i];
  return out;
}
