import { kernels, layOut } from "./planes/workbench";
import { borrowBytes } from "./shelf";

/**
 * Grows a mask of zeros and ones by a square of side 2 × reach + 1 pixels: the window doubles with each sweep (as in
 * sparse tables), along all rows at once and then along all columns. Borrowed from the shelf.
 */
export function dilate(mask: Uint8Array, width: number, height: number, reach: number): Uint8Array {
  const stride = width + 2 * reach;
  const count = stride * (height + 2 * reach);
  const window = 2 * reach + 1;
  // Sweeps look up to a window ahead; what they find past the end of a row or of the plane only reaches its margin.
  const bytes = count + window * stride;
  const [address] = layOut(Math.ceil(bytes / 4));
  const padded = new Uint8Array(kernels.memory.buffer, address, bytes).fill(0);
  for (let y = 0; y < height; y++) {
    padded.set(mask.subarray(y * width, (y + 1) * width), (y + reach) * stride + reach);
  }
  for (const step of [1, stride]) {
    let reached = 1;
    for (; 2 * reached <= window; reached *= 2) kernels.uniteAhead(address, count, reached * step);
    if (reached < window) kernels.uniteAhead(address, count, (window - reached) * step);
  }
  const out = borrowBytes(mask.length);
  for (let y = 0; y < height; y++) out.set(padded.subarray(y * stride, y * stride + width), y * width);
  return out;
}
