import { chamferUnit, distanceToBorder, layBeside } from "../kernels/distance";
import { collect, intsAt, kernels, lendAll } from "../kernels/planes/workbench";
import { copyInts, giveBack } from "../kernels/shelf";
import type { Partition } from "./watershed";

/** Corners lie farther from where the circle fits than its radius: a right angle's by √2, sharper ones are rounded. */
const cornerRoom = 1.6;

/**
 * Gives the narrow tails of regions to their neighbours: what a circle of this radius does not reach, an opening of each
 * region (Serra 1982). Pens would pinch off such a tail in places, and leave specks of white. Pieces may fall apart.
 * @param radius in pixels.
 * @returns labels that are borrowed from the shelf.
 */
export function trimTails({ labels, count }: Partition, width: number, height: number, radius: number): Partition {
  const core = radius * chamferUnit;
  const shallow = shallowerThan(core, labels, width, height);
  const trimmed = copyInts(labels);
  const { list, distances, at } = spreadWithin(trimmed, shallow, width, height);
  const size = kernels.keepFar(list, shallow.length, distances, cornerRoom * core);
  giveBack(shallow);
  kernels.spreadOver(list, size, distances, at, width, height, true);
  collect(trimmed, at);
  return { labels: trimmed, count };
}

/** The pixels that lie less deep than `depth` in their region, in order; borrowed from the shelf. */
function shallowerThan(depth: number, labels: Int32Array, width: number, height: number): Int32Array {
  const [depths, list] = layBeside(distanceToBorder(labels, width, height), labels.length);
  const size = kernels.listBelow(depths, labels.length, Math.ceil(depth), list);
  return copyInts(intsAt(list, size));
}

/**
 * Lays how far each of these pixels, which are in order, is from the others of its label, within that label.
 * @returns addresses of the pixels, of all distances in chamfer units, and of the labels.
 */
export function spreadWithin(labels: Int32Array, pixels: Int32Array, width: number, height: number) {
  const [at, listed, distances, list] = lendAll([labels, pixels], labels.length, pixels.length);
  intsAt(list, pixels.length).set(intsAt(listed, pixels.length));
  kernels.spreadOver(list, pixels.length, distances, at, width, height, false);
  return { list, distances, at };
}
