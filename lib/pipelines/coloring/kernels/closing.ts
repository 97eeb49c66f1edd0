import { kernels, layOut, planeAt } from "./planes/workbench";
import { borrowFloats, giveBack } from "./shelf";

/**
 * Grey closing by a square of side 2 × reach + 1 pixels: dark things narrower than the square are filled with what
 * surrounds them. Borrowed from the shelf.
 */
export function closing(plane: Float32Array, width: number, height: number, reach: number): Float32Array {
  const highest = extremes(plane, width, height, reach, false);
  const closed = extremes(highest, width, height, reach, true);
  giveBack(highest);
  return closed;
}

/** Higher than any value, or with the other sign lower. */
const beyond = 1e9;

/**
 * The largest value within `reach` across and down, or with `lowest` the smallest: the window doubles with each sweep
 * (as in sparse tables), along all rows at once and then along all columns.
 */
function extremes(plane: Float32Array, width: number, height: number, reach: number, lowest: boolean): Float32Array {
  const stride = width + 2 * reach;
  const count = stride * (height + 2 * reach);
  const window = 2 * reach + 1;
  // Sweeps look up to a window ahead; what they find past the end of a row or of the plane only reaches its margin.
  const [address] = layOut(count + window * stride);
  const padded = planeAt(address, count + window * stride).fill(lowest ? beyond : -beyond);
  for (let y = 0; y < height; y++) {
    padded.set(plane.subarray(y * width, (y + 1) * width), (y + reach) * stride + reach);
  }
  for (const step of [1, stride]) {
    let reached = 1;
    for (; 2 * reached <= window; reached *= 2) kernels.takeAhead(address, count, reached * step, lowest);
    if (reached < window) kernels.takeAhead(address, count, (window - reached) * step, lowest);
  }
  const out = borrowFloats(plane.length);
  for (let y = 0; y < height; y++) out.set(padded.subarray(y * stride, y * stride + width), y * width);
  return out;
}
