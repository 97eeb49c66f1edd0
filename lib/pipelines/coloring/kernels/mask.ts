/** Pixels looked at in one go: a function that is called often is compiled sooner than one that runs long. */
const stretch = 1024;

/** The pixels of a mask of zeros and ones, in order. */
export function pixelsOf(mask: Uint8Array): Int32Array {
  let count = 0;
  for (let from = 0; from < mask.length; from += stretch) count += countIn(mask, from, endOf(mask, from));
  const pixels = new Int32Array(count);
  let size = 0;
  for (let from = 0; from < mask.length; from += stretch) size = collectIn(mask, from, endOf(mask, from), pixels, size);
  return pixels;
}

const endOf = (mask: Uint8Array, from: number): number => Math.min(mask.length, from + stretch);

function countIn(mask: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) count += mask[i];
  return count;
}

function collectIn(mask: Uint8Array, from: number, to: number, pixels: Int32Array, before: number): number {
  let size = before;
  for (let i = from; i < to; i++) if (mask[i]) pixels[size++] = i;
  return size;
}
