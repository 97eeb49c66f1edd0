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
