import { kernels, layOut } from "../kernels/planes/workbench";
import { borrowInts } from "../kernels/shelf";

/** What is taken to lie beyond the picture's edge. */
export type Outside = "wall" | "open";

/** Distances are worked on four at a time. */
const lanes = 4;

/**
 * Squared Euclidean distance in pixels from the middle of each pixel to the middle of the nearest one where `walls` is
 * not 0. Linear in the number of pixels: Felzenszwalb and Huttenlocher, "Distance transforms of sampled functions"
 * (Theory of Computing 2012), columns first. Borrowed from the shelf.
 */
export function squaredDistance(walls: Uint8Array, width: number, height: number, outside: Outside): Int32Array {
  const rim = outside === "wall" ? 0 : width + height;
  const stride = Math.ceil(width / lanes) * lanes;
  const count = stride * height;
  const [bricks, distances, raised, apex, starts] = layOut(count / 4, count, width + 3, width + 3, width + 3);
  const { buffer } = kernels.memory;
  const padded = new Uint8Array(buffer, bricks, count);
  for (let y = 0; y < height; y++) padded.set(walls.subarray(y * width, (y + 1) * width), y * stride);
  kernels.columnDistance(bricks, distances, stride, height, rim);
  kernels.spreadRows(distances, stride, width, height, rim, raised, apex, starts);
  const squares = new Int32Array(buffer, distances, count);
  const out = borrowInts(width * height);
  for (let y = 0; y < height; y++) out.set(squares.subarray(y * stride, y * stride + width), y * width);
  return out;
}
