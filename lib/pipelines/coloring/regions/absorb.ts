import { relabelPieces } from "../kernels/components";
import { chamferUnit, distanceToBorder } from "../kernels/distance";
import type { Gradient } from "../kernels/gradient";
import type { Lab } from "../kernels/lab";
import { borrowInts, giveBack } from "../kernels/shelf";
import { agglomerate, type MergeCost } from "./agglomerate";
import { borderLength, buildRegionGraph, colourDistance, type RegionGraph } from "./graph";
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
export function absorbSmall(partition: Partition, lab: Lab, gradient: Gradient, limits: CrayonLimits): Partition {
  const pieces = relabelPieces(partition.labels, lab.width, lab.height);
  const graph = buildRegionGraph(pieces, lab, gradient);
  if (limits.radius > 0) measureRadii(pieces.labels, lab, graph.radius);
  const into = new Int32Array(pieces.count).map((_, i) => i);
  agglomerate(graph, new CostOfSmall(limits), (kept, gone) => {
    into[gone] = kept;
  });
  const left = compact(pieces.labels, into);
  giveBack(pieces.labels);
  return left;
}

function measureRadii(labels: Int32Array, { width, height }: Lab, radius: Float32Array): void {
  const distance = distanceToBorder(labels, width, height);
  const deepest = new Uint16Array(radius.length);
  for (let y = 0; y < height; y++) deepenRow(distance, labels, y * width, width, deepest);
  for (let region = 0; region < radius.length; region++) radius[region] = deepest[region] / chamferUnit;
}

function deepenRow(
  distance: Uint16Array,
  labels: Int32Array,
  start: number,
  width: number,
  deepest: Uint16Array,
): void {
  for (let i = start; i < start + width; i++) if (distance[i] > deepest[labels[i]]) deepest[labels[i]] = distance[i];
}

class CostOfSmall implements MergeCost {
  constructor(private readonly limits: CrayonLimits) {}

  of(graph: RegionGraph, one: number, other: number, border: number): number {
    const { area, strength } = graph;
    if (this.isFine(graph, one) && this.isFine(graph, other)) return Number.POSITIVE_INFINITY;
    const difference = strength[border] / borderLength(graph, border) + colourDistance(graph, one, other);
    // The smallest go first, so that crumbs unite with each other before they vanish into what is large.
    return difference * Math.sqrt(Math.min(area[one], area[other]) / this.limits.area);
  }

  private isFine({ area, radius }: RegionGraph, region: number): boolean {
    return area[region] >= this.limits.area && radius[region] >= this.limits.radius;
  }
}

/** Follows merges to their ends and numbers what is left from 0, in the order of first pixels; borrowed from the shelf. */
export function compact(labels: Int32Array, into: Int32Array): Partition {
  const numbers = new Int32Array(into.length).fill(-1);
  const out = borrowInts(labels.length);
  let count = 0;
  for (let i = 0; i < labels.length; ) {
    const label = labels[i];
    if (numbers[label] < 0) {
      const kept = endOf(into, label);
      if (numbers[kept] < 0) numbers[kept] = count++;
      numbers[label] = numbers[kept];
    }
    i = renameRun(labels, i, numbers[label], out);
  }
  return { labels: out, count };
}

/** Gives the pixels of one label from `start` on their number; returns where they end. */
function renameRun(labels: Int32Array, start: number, number: number, out: Int32Array): number {
  const label = labels[start];
  let i = start;
  do out[i++] = number;
  while (i < labels.length && labels[i] === label);
  return i;
}

function endOf(into: Int32Array, region: number): number {
  let at = region;
  while (into[at] !== at) at = into[at] = into[into[at]];
  return at;
}
