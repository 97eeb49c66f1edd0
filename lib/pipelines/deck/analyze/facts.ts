import type { Fill, Rect, SceneNode, Stroke } from "../scene";

/** Measured of one node and all below it. Filters and masks on it count as steps, not as what they are made of. */
export interface Facts {
  /** Shapes, texts and images that are painted. */
  elements: number;
  /** Segments of all outlines, letters aside. */
  segments: number;
  textRuns: number;
  /** Stops of all gradients. */
  stops: number;
  /** Most segments, text runs and stops of one element. */
  most: { segments: number; textRuns: number; stops: number };
  /** Nodes with a pattern, a clip, a mask, a blend mode, a filter; and steps of all filters. */
  patterns: number;
  clips: number;
  masks: number;
  blends: number;
  filters: number;
  filterSteps: number;
  /** Groups that are see-through as one. */
  groupOpacities: number;
  images: number;
  /** Levels of nodes, from 1. */
  depth: number;
  /** All that is painted, in the user space of the node's parent; null when that is nothing. */
  box: Rect | null;
}

/** Facts by node. Those of a leaf are measured when asked for: a scene has a hundred thousand, and few are asked for. */
export interface FactsByNode {
  get(node: SceneNode): Facts | undefined;
}

type Counts = Omit<Facts, "box" | "depth">;

const none = (): Facts => ({
  elements: 0,
  segments: 0,
  textRuns: 0,
  stops: 0,
  most: { segments: 0, textRuns: 0, stops: 0 },
  patterns: 0,
  clips: 0,
  masks: 0,
  blends: 0,
  filters: 0,
  filterSteps: 0,
  groupOpacities: 0,
  images: 0,
  depth: 1,
  box: null,
});

/** What the node itself adds, its children and its box aside; the caller may add to it. */
export function ownFacts(node: SceneNode): Facts {
  const counts = none();
  if (node.clip !== null) counts.clips = 1;
  if (node.mask !== null) counts.masks = 1;
  if (node.blend !== "normal") counts.blends = 1;
  if (node.filter !== null) {
    counts.filters = 1;
    counts.filterSteps = node.filter.primitives.length;
  }
  if (node.kind === "group") {
    if (node.opacity < 1) counts.groupOpacities = 1;
    return counts;
  }
  counts.elements = 1;
  countContent(node, counts);
  counts.most.segments = counts.segments;
  counts.most.textRuns = counts.textRuns;
  counts.most.stops = counts.stops;
  return counts;
}

/** Adds one node's counts to another's, in place. */
export function add(sum: Counts, counts: Counts): void {
  // One by one: in a loop over their names this takes as long as all the rest of the stage.
  sum.elements += counts.elements;
  sum.segments += counts.segments;
  sum.textRuns += counts.textRuns;
  sum.stops += counts.stops;
  sum.patterns += counts.patterns;
  sum.clips += counts.clips;
  sum.masks += counts.masks;
  sum.blends += counts.blends;
  sum.filters += counts.filters;
  sum.filterSteps += counts.filterSteps;
  sum.groupOpacities += counts.groupOpacities;
  sum.images += counts.images;
  sum.most.segments = Math.max(sum.most.segments, counts.most.segments);
  sum.most.textRuns = Math.max(sum.most.textRuns, counts.most.textRuns);
  sum.most.stops = Math.max(sum.most.stops, counts.most.stops);
}

function countContent(node: Exclude<SceneNode, { kind: "group" }>, counts: Counts): void {
  switch (node.kind) {
    case "shape":
      counts.segments = node.geometry.outline.length;
      countPaints(node.fill, node.stroke, counts);
      break;
    case "text":
      for (const { runs } of node.chunks) {
        counts.textRuns += runs.length;
        for (const { fill, stroke } of runs) countPaints(fill, stroke, counts);
      }
      break;
    case "image":
      counts.images = 1;
  }
}

/** Of fill and stroke the one with more stops counts: each has its own gradient. */
function countPaints(fill: Fill | null, stroke: Stroke | null, counts: Counts): void {
  counts.stops += Math.max(stopsOf(fill), stopsOf(stroke));
  if (fill?.paint.kind === "pattern") counts.patterns += 1;
  if (stroke?.paint.kind === "pattern") counts.patterns += 1;
}

function stopsOf(user: Fill | Stroke | null): number {
  return user !== null && "stops" in user.paint ? user.paint.stops.length : 0;
}
