import { agglomerate, type MergeCost } from "./agglomerate";
import { borderLength, colourDistance, type RegionGraph } from "./graph";

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
export class ContourCost implements MergeCost {
  /** Pixels below which a region counts less. */
  private readonly reference: number;

  constructor(
    pixels: number,
    private readonly weights = mergeWeights,
  ) {
    this.reference = weights.referenceShare * pixels;
  }

  of(graph: RegionGraph, one: number, other: number, border: number): number {
    const { reference, weights } = this;
    const { area, means, strength } = graph;
    const { texture } = means;
    const edge = strength[border] / borderLength(graph, border);
    const colour = Math.min(colourDistance(graph, one, other), weights.rampCap * edge);
    const calm = Math.min(texture[one], texture[other]);
    const raw = weights.edge * edge + (1 - weights.edge) * colour - weights.texture * calm;
    if (raw <= 0) return 0;
    const smaller = Math.min(area[one], area[other]);
    return smaller < reference ? raw * Math.sqrt(Math.sqrt(smaller / reference)) : raw;
  }
}

/** Builds the tree; uses the graph up. */
export function buildHierarchy(graph: RegionGraph, cost: MergeCost): Hierarchy {
  const leaves = graph.regions;
  const size = Math.max(1, 2 * leaves);
  const parent = new Int32Array(size).fill(-1);
  const height = new Float64Array(size);
  const area = new Float64Array(size);
  area.set(graph.area.subarray(0, leaves));
  const nodeOf = new Int32Array(leaves);
  for (let i = 0; i < leaves; i++) nodeOf[i] = i;
  let nodes = leaves;
  let highest = 0;
  agglomerate(graph, cost, (kept, gone, price) => {
    if (price > highest) highest = price;
    height[nodes] = highest;
    area[nodes] = area[nodeOf[kept]] + area[nodeOf[gone]];
    parent[nodeOf[kept]] = parent[nodeOf[gone]] = nodes;
    nodeOf[kept] = nodes++;
  });
  return { leaves, nodes, parent, height, area };
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
