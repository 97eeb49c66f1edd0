import { kernels, layOut, lend, missing, type Plane } from "./planes/workbench";

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
  const bench = layDistances(width, height, seeds);
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
  const bench = layDistances(width, height, labels);
  kernels.layBorders(bench.starts, bench.first, bench.stride, width, height, halfPixel, far);
  return spread(bench, width, height);
}

/** Addresses in the kernels' memory, and bytes from row to row of the distances. */
interface Bench {
  plane: number;
  /** The first pixel's distance. */
  first: number;
  stride: number;
  /** What the distances start from. */
  starts: number;
}

/** Room for distances, all of it far, and the plane that they start from. */
function layDistances(width: number, height: number, from: Plane): Bench {
  const stride = Math.ceil(width / lanes) * lanes + lanes;
  const count = stride * (height + 2) + lanes;
  const [plane, room] = layOut(Math.ceil(count / 2), missing(from));
  new Uint16Array(kernels.memory.buffer, plane, count).fill(far);
  return { plane, first: plane + bytesEach * (stride + lanes), stride: bytesEach * stride, starts: lend(from, room) };
}

const bytesEach = 2;

/** Spreads distances in two passes. */
function spread({ plane, first, stride }: Bench, width: number, height: number): Uint16Array {
  kernels.chamfer(first, stride, height, far);
  kernels.takeOutDistances(first, stride, width, height, plane);
  return new Uint16Array(kernels.memory.buffer, plane, width * height);
}

/**
 * The greatest distance of each label.
 * @param distance as it was just worked out: nothing was laid out since. It is returned anew, for the memory may have grown.
 */
export function deepestOf(distance: Uint16Array, { labels, count }: { labels: Int32Array; count: number }) {
  const { length } = labels;
  const [depths, room, deepest] = layBeside(distance, missing(labels), Math.ceil(count / 2));
  const at = lend(labels, room);
  wordsAt(deepest, count).fill(0);
  kernels.deepen(depths, at, length, deepest);
  return { deepest: wordsAt(deepest, count).slice(), distance: wordsAt(depths, length) };
}

/** Lays planes of so many values of 4 bytes behind distances, which stay where they were worked out. @returns all addresses. */
export function layBeside({ byteOffset, length }: Uint16Array, ...counts: number[]): number[] {
  const places = layOut(Math.ceil(length / 2), ...counts);
  if (places[0] !== byteOffset) throw new Error("The distances are no longer there");
  return places;
}

export const wordsAt = (address: number, count: number): Uint16Array =>
  new Uint16Array(kernels.memory.buffer, address, count);
