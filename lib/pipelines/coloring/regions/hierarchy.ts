import { kernels } from "../kernels/planes/workbench";
import { borderGains, sharesOf } from "../subject/gains";
import type { Surface } from "./graph";
import { mergeRegions, type Price } from "./merging";
import type { Partition } from "./watershed";

/**
 * The merge tree of a partition: leaves are its regions, each inner node a merge. Heights never fall towards the
 * root, so that cutting at any height gives closed regions (an ultrametric contour map, Arbeláez 2006).
 */
export interface Hierarchy {
  leaves: number;
  nodes: number;
  /** Parent of each node, -1 for a root. */
  parent: Int32Array;
  height: Float64Array;
  /** Pixels of each node. */
  area: Float64Array;
}

export interface MergeWeights {
  /** Share of the gradient across the border, the rest being the distance of mean colours. */
  edge: number;
  /** The distance of mean colours counts at most so many times the gradient: a slow ramp parts nothing. */
  rampCap: number;
  /** How much of the calmer side's own texture is taken off. */
  texture: number;
  /** Regions below this share of the picture count less, by the fourth root of their part of it. */
  referenceShare: number;
}

export const mergeWeights: MergeWeights = {
  edge: 0.55,
  rampCap: 1,
  texture: 0.5,
  referenceShare: 0.015,
};

/** Price of a border: how strong it is, less what both sides' texture explains, less for what is small. */
function contourPrice(partition: Partition, { subject }: Surface, weights: MergeWeights): Price {
  const { edge, rampCap, texture, referenceShare } = weights;
  const reference = referenceShare * partition.labels.length;
  const { outside, inside, between } = borderGains(subject);
  return {
    set: () => kernels.priceContour(edge, rampCap, texture, reference, outside, inside, between),
    traits: subject ? sharesOf(subject, partition) : null,
  };
}

/** Builds the tree of a partition whose regions are in one piece each. */
export function buildHierarchy(partition: Partition, surface: Surface, weights = mergeWeights): Hierarchy {
  const leaves = partition.count;
  const size = Math.max(1, 2 * leaves);
  const parent = new Int32Array(size).fill(-1);
  const height = new Float64Array(size);
  const area = new Float64Array(size);
  const merges = mergeRegions(partition, surface, contourPrice(partition, surface, weights));
  area.set(merges.areas);
  const nodeOf = new Int32Array(leaves);
  for (let i = 0; i < leaves; i++) nodeOf[i] = i;
  let highest = 0;
  for (let i = 0, node = leaves; i < merges.count; i++, node++) {
    const kept = nodeOf[merges.kept[i]];
    const gone = nodeOf[merges.gone[i]];
    highest = Math.max(highest, merges.prices[i]);
    height[node] = highest;
    area[node] = area[kept] + area[gone];
    parent[kept] = parent[gone] = node;
    nodeOf[merges.kept[i]] = node;
  }
  return { leaves, nodes: leaves + merges.count, parent, height, area };
}

/** Nodes large enough to count, with their own heights and their parents', Infinity for a root. */
interface Countable {
  from: Float64Array;
  to: Float64Array;
}

function countable(tree: Hierarchy, smallest: number): Countable {
  const from: number[] = [];
  const to: number[] = [];
  for (let node = 0; node < tree.nodes; node++) {
    if (tree.area[node] < smallest) continue;
    from.push(tree.height[node]);
    to.push(tree.parent[node] < 0 ? Number.POSITIVE_INFINITY : tree.height[tree.parent[node]]);
  }
  return { from: new Float64Array(from), to: new Float64Array(to) };
}

/** How many of them stand when everything up to `threshold` is merged. */
function countAt({ from, to }: Countable, threshold: number): number {
  let count = 0;
  for (let i = 0; i < from.length; i++) if (from[i] <= threshold && to[i] > threshold) count++;
  return count;
}

/** How many regions of at least `smallest` pixels stand when everything up to `threshold` is merged. */
export const countRegions = (tree: Hierarchy, threshold: number, smallest: number): number =>
  countAt(countable(tree, smallest), threshold);

/** How many regions are wanted, the weakest border worth a line, and the weakest where regions are too few. */
export interface ThresholdAim {
  fewest: number;
  most: number;
  faintest: number;
  faintestOfFew: number;
}

/**
 * The lowest threshold that leaves at most `most` regions worth counting, but never one below `faintest` unless fewer
 * than `fewest` stand there; then the one that leaves `fewest`, but never one below `faintestOfFew`.
 */
export function thresholdFor(tree: Hierarchy, aim: ThresholdAim, smallest: number): number {
  const { fewest, most, faintest } = aim;
  const nodes = countable(tree, smallest);
  const count = countAt(nodes, faintest);
  if (count > most) return lowestLeaving(nodes, most, faintest, tree.nodes ? tree.height[tree.nodes - 1] : faintest);
  const floor = Math.min(faintest, aim.faintestOfFew);
  return count >= fewest ? faintest : lowestLeaving(nodes, fewest, floor, faintest);
}

/** The lowest threshold between two that leaves at most so many regions. */
function lowestLeaving(nodes: Countable, most: number, from: number, to: number): number {
  if (countAt(nodes, from) <= most) return from;
  let low = from;
  let high = to;
  for (let i = 0; i < 24; i++) {
    const middle = (low + high) / 2;
    if (countAt(nodes, middle) > most) low = middle;
    else high = middle;
  }
  return high;
}

/** The region, numbered from 0, that each leaf falls into at a threshold. */
export function cutAt(tree: Hierarchy, threshold: number): { regionOf: Int32Array; count: number } {
  const top = new Int32Array(tree.nodes).fill(-1);
  let count = 0;
  for (let node = tree.nodes - 1; node >= 0; node--) {
    const parent = tree.parent[node];
    if (parent >= 0 && tree.height[parent] <= threshold) top[node] = top[parent];
    else if (tree.height[node] <= threshold) top[node] = count++;
  }
  return { regionOf: top.slice(0, tree.leaves), count };
}
