import { chamferUnit, distanceToBorder, layBeside } from "../kernels/distance";
import { intsAt, kernels, layOut } from "../kernels/planes/workbench";
import { copyInts } from "../kernels/shelf";
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
  const reach = distancesWithin(labels, shallow, width, height);
  const tails = shallow.filter((_, k) => reach[k] > cornerRoom * core);
  return { labels: filledFromBeside(labels, tails, width, height), count };
}

/** The pixels that lie less deep than `depth` in their region, in order. */
function shallowerThan(depth: number, labels: Int32Array, width: number, height: number): Int32Array {
  const [depths, list] = layBeside(distanceToBorder(labels, width, height), labels.length);
  const size = kernels.listBelow(depths, labels.length, Math.ceil(depth), list);
  return intsAt(list, size).slice();
}

/**
 * How far each of these pixels, which are in order, is from the others of its label, within that label.
 * @returns a chamfer distance for each.
 */
export function distancesWithin(labels: Int32Array, pixels: Int32Array, width: number, height: number): Int32Array {
  const { list, distances } = spread(labels, pixels, width, height, false);
  kernels.takeOutListed(list, pixels.length, distances, list);
  return intsAt(list, pixels.length).slice();
}

/** The labels, on these pixels those of the nearest of the others; borrowed from the shelf. */
function filledFromBeside(labels: Int32Array, pixels: Int32Array, width: number, height: number): Int32Array {
  return copyInts(intsAt(spread(labels, pixels, width, height, true).at, labels.length));
}

/** Chamfer distances spread over these pixels from all the others, and the labels with them if they may cross from one to another. */
function spread(labels: Int32Array, pixels: Int32Array, width: number, height: number, crosses: boolean) {
  const n = labels.length;
  const [at, distances, list] = layOut(n, n, pixels.length);
  intsAt(at, n).set(labels);
  intsAt(list, pixels.length).set(pixels);
  kernels.spreadOver(list, pixels.length, distances, at, width, height, crosses);
  return { at, distances, list };
}
