import { chamferUnit, deepestOf, distanceToBorder, layBeside, wordsAt } from "../kernels/distance";
import { collect, intsAt, kernels, lend, missing } from "../kernels/planes/workbench";
import { copyInts, giveBack } from "../kernels/shelf";
import { spreadWithin } from "./tails";
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
function coresOf(partition: Partition, width: number, height: number, reach: number): Int32Array {
  const shallow = shallowPixels(partition, width, height, reach);
  const cores = copyInts(partition.labels);
  const { list, distances, at } = spreadWithin(cores, shallow, width, height);
  kernels.renameNear(list, shallow.length, distances, tailFrom * reach, at, undecided);
  giveBack(shallow);
  collect(cores, at);
  return cores;
}

/** Pixels that lie less deep in their region than is kept of it, in order; borrowed from the shelf. */
function shallowPixels(partition: Partition, width: number, height: number, reach: number): Int32Array {
  const { labels, count } = partition;
  const n = labels.length;
  const { deepest, distance } = deepestOf(distanceToBorder(labels, width, height), partition);
  const enough = deepest.map((most) => Math.ceil(Math.min(reach, keptPart * most)));
  const [depths, room, limits, list] = layBeside(distance, missing(labels), Math.ceil(count / 2), n);
  const at = lend(labels, room);
  wordsAt(limits, count).set(enough);
  const size = kernels.listShallow(depths, at, n, limits, list);
  return copyInts(intsAt(list, size));
}
