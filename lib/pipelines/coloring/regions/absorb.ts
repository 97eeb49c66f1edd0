import { relabelPieces } from "../kernels/components";
import { chamferUnit, deepestOf, distanceToBorder } from "../kernels/distance";
import { kernels } from "../kernels/planes/workbench";
import { rootOf } from "../kernels/roots";
import { borrowInts, giveBack } from "../kernels/shelf";
import { gainAt, radiusGains, sharesOf } from "../subject/gains";
import type { Surface } from "./graph";
import { type Merges, mergeRegions, type Price } from "./merging";
import type { Partition } from "./watershed";

/** What a crayon can fill, in pixels. */
export interface CrayonLimits {
  area: number;
  radius: number;
}

/**
 * Merges every region that is too small or too narrow for a crayon into the neighbour it differs from least, weakest
 * border first. A part that only hangs together by a corner counts as a region of its own.
 */
export function absorbSmall(partition: Partition, surface: Surface, limits: CrayonLimits): Partition {
  const pieces = relabelPieces(partition.labels, surface.lab.width, surface.lab.height);
  const radii = radiiOf(pieces, surface, limits);
  const isSmall = (area: number, i: number) => area < limits.area || (radii !== null && radii[i] < limits.radius);
  if (!pieces.areas.some(isSmall)) return { labels: pieces.labels, count: pieces.count };
  const merges = mergeRegions(pieces, surface, smallPrice(limits, radii));
  const left = compact(pieces, merges);
  giveBack(pieces.labels);
  return left;
}

/**
 * Regions that are too small cost what they differ by, the smaller the less: so crumbs unite with each other before they
 * vanish into what is large. Those that are not do not merge.
 */
const smallPrice = ({ area, radius }: CrayonLimits, radii: Float32Array | null): Price => ({
  set: () => kernels.priceSmall(area, radius),
  traits: radii,
});

/** The largest circle in each region, in pixels, smaller by what it counts behind the subject; null where any would do. */
function radiiOf(
  partition: Partition,
  { lab: { width, height }, subject }: Surface,
  limits: CrayonLimits,
): Float32Array | null {
  if (limits.radius <= 0) return null;
  const { labels } = partition;
  const { deepest } = deepestOf(distanceToBorder(labels, width, height), partition);
  const radii = Float32Array.from(deepest, (depth) => depth / chamferUnit);
  if (!subject) return radii;
  const gains = radiusGains(subject);
  const shares = sharesOf(subject, partition);
  return radii.map((radius, i) => radius * gainAt(gains, shares[i]));
}

/** Carries merges out and numbers what is left from 0, in the order of first pixels; borrowed from the shelf. */
export function compact({ labels, count }: Partition, merges: Merges): Partition {
  const into = new Int32Array(count).map((_, i) => i);
  for (let i = 0; i < merges.count; i++) into[merges.gone[i]] = merges.kept[i];
  const numbers = new Int32Array(count).fill(-1);
  const out = borrowInts(labels.length);
  let left = 0;
  for (let i = 0; i < labels.length; ) {
    const label = labels[i];
    if (numbers[label] < 0) {
      const kept = rootOf(into, label);
      if (numbers[kept] < 0) numbers[kept] = left++;
      numbers[label] = numbers[kept];
    }
    i = renameRun(labels, i, numbers[label], out);
  }
  return { labels: out, count: left };
}

/** Gives the pixels of one label from `start` on their number; returns where they end. */
function renameRun(labels: Int32Array, start: number, number: number, out: Int32Array): number {
  const label = labels[start];
  let i = start;
  do out[i++] = number;
  while (i < labels.length && labels[i] === label);
  return i;
}
