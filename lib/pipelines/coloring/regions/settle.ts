import { chamferUnit, deepenRow, distanceToBorder } from "../kernels/distance";
import { pixelsOf } from "../kernels/mask";
import { borrowBytes, copyInts, giveBack } from "../kernels/shelf";
import { distanceWithin } from "./tails";
import { type Partition, watershedFrom } from "./watershed";

const undecided = -1;
/** A region keeps at least what is deeper in it than this part of its greatest depth. */
const keptPart = 0.5;
/** What is this many times the reach away from what is kept is a part of its own, and no nub. */
const tailFrom = 2.5;

/**
 * Lets borders lie on the crest of the gradient beside them: crumbs of a blurred edge that were merged to the wrong side
 * would leave a notch or a nub in a straight line. What lies deeper in its region than `reach` stays, the rest is flooded
 * from there (Meyer and Beucher 1990).
 * @param reach in pixels.
 * @returns labels that are borrowed from the shelf.
 */
export function settleBorders(
  { labels, count }: Partition,
  relief: Float32Array,
  width: number,
  height: number,
  reach: number,
): Int32Array {
  const markers = coresOf({ labels, count }, width, height, reach * chamferUnit);
  const settled = watershedFrom(markers, relief, width, height);
  giveBack(markers);
  return settled;
}

/** Labels of what lies deep enough in its region or far out in a tail of it, -1 elsewhere. `reach` in chamfer units. */
function coresOf({ labels, count }: Partition, width: number, height: number, reach: number): Int32Array {
  const shallow = shallowPixels({ labels, count }, width, height, reach);
  const out = distanceWithin(labels, shallow, width, height);
  const cores = copyInts(labels);
  uncover(shallow, out, tailFrom * reach, cores);
  giveBack(out);
  return cores;
}

function uncover(pixels: Int32Array, out: Int32Array, most: number, cores: Int32Array): void {
  for (let k = 0; k < pixels.length; k++) if (out[pixels[k]] <= most) cores[pixels[k]] = undecided;
}

/** Pixels that lie less deep in their region than is kept of it, in order. */
function shallowPixels({ labels, count }: Partition, width: number, height: number, reach: number): Int32Array {
  const depth = distanceToBorder(labels, width, height);
  const deepest = new Uint16Array(count);
  for (let y = 0; y < height; y++) deepenRow(depth, labels, y * width, width, deepest);
  const enough = Uint16Array.from(deepest, (most) => Math.ceil(Math.min(reach, keptPart * most)));
  const shallow = borrowBytes(labels.length);
  for (let y = 0; y < height; y++) markShallow(depth, labels, y * width, width, enough, shallow);
  const pixels = pixelsOf(shallow);
  giveBack(shallow);
  return pixels;
}

function markShallow(
  depth: Uint16Array,
  labels: Int32Array,
  start: number,
  width: number,
  enough: Uint16Array,
  out: Uint8Array,
): void {
  for (let i = start; i < start + width; i++) out[i] = depth[i] < enough[labels[i]] ? 1 : 0;
}
