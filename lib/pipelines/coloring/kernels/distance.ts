import { kernels, layOut } from "./planes/workbench";

/** Divide a chamfer distance by this to have pixels. */
export const chamferUnit = 3;
const far = 65_000;

/** Eight distances are worked on at a time. */
const lanes = 8;

/**
 * Chamfer distance (Borgefors 1986, 3-4 mask: 3 for a step to a side neighbour, 4 to a corner one) from each pixel to the
 * nearest one where `seeds` is not 0; at most 8 % from the Euclidean one. In units of 1/3 pixel, saturating at 65,000. To be
 * read before the next `layOut`.
 */
export function chamferDistance(seeds: Uint8Array, width: number, height: number): Uint16Array {
  const bench = layDistances(width, height, Math.ceil(seeds.length / 4));
  new Uint8Array(kernels.memory.buffer, bench.starts, seeds.length).set(seeds);
  kernels.laySeeds(bench.starts, bench.first, bench.stride, width, height, far);
  return spread(bench, width, height);
}

/** From the middle of a pixel at a border to the border itself, in chamfer units. */
const halfPixel = 2;

/**
 * Chamfer distance from each pixel to the nearest pixel of another label or to the picture's edge, in 1/3 pixel. To be
 * read before the next `layOut`.
 */
export function distanceToBorder(labels: Int32Array, width: number, height: number): Uint16Array {
  const bench = layDistances(width, height, labels.length);
  new Int32Array(kernels.memory.buffer, bench.starts, labels.length).set(labels);
  kernels.layBorders(bench.starts, bench.first, bench.stride, width, height, halfPixel, far);
  return spread(bench, width, height);
}

/** Addresses in the kernels' memory, and bytes from row to row of the distances. */
interface Bench {
  plane: number;
  /** The first pixel's distance. */
  first: number;
  stride: number;
  /** Where there is room for what the distances start from. */
  starts: number;
}

/** Room for distances, all of it far, and for so many values of 4 bytes that they start from. */
function layDistances(width: number, height: number, values: number): Bench {
  const stride = Math.ceil(width / lanes) * lanes + lanes;
  const count = stride * (height + 2) + lanes;
  const [plane, starts] = layOut(Math.ceil(count / 2), values);
  new Uint16Array(kernels.memory.buffer, plane, count).fill(far);
  return { plane, first: plane + bytesEach * (stride + lanes), stride: bytesEach * stride, starts };
}

const bytesEach = 2;

/** Spreads distances in two passes. */
function spread({ plane, first, stride }: Bench, width: number, height: number): Uint16Array {
  kernels.chamfer(first, stride, height, far);
  kernels.takeOutDistances(first, stride, width, height, plane);
  return new Uint16Array(kernels.memory.buffer, plane, width * height);
}

/** Brings the greatest distance of each label up to those in the row that begins at `start`. */
export function deepenRow(
  distance: Uint16Array,
  labels: Int32Array,
  start: number,
  width: number,
  deepest: Uint16Array,
): void {
  for (let i = start; i < start + width; i++) if (distance[i] > deepest[labels[i]]) deepest[labels[i]] = distance[i];
}
