import type { Fill, Paint, Rect, SceneNode, Shape, Stroke, Text } from "../scene";

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

export const noCounts: Counts = {
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
};

/** What the node itself adds, its children aside. */
export function ownCounts(node: SceneNode): Counts {
  const content = contentCounts(node);
  return {
    ...content,
    clips: node.clip === null ? 0 : 1,
    masks: node.mask === null ? 0 : 1,
    blends: node.blend === "normal" ? 0 : 1,
    filters: node.filter === null ? 0 : 1,
    filterSteps: node.filter?.primitives.length ?? 0,
    groupOpacities: node.kind === "group" && node.opacity < 1 ? 1 : 0,
    most: { segments: content.segments, textRuns: content.textRuns, stops: content.stops },
  };
}

/** Adds one node's counts to another's, in place. */
export function add(sum: Counts, counts: Counts): void {
  for (const key of summed) sum[key] += counts[key];
  sum.most.segments = Math.max(sum.most.segments, counts.most.segments);
  sum.most.textRuns = Math.max(sum.most.textRuns, counts.most.textRuns);
  sum.most.stops = Math.max(sum.most.stops, counts.most.stops);
}

const summed = (Object.keys(noCounts) as (keyof Counts)[]).filter((key) => key !== "most");

function contentCounts(node: SceneNode): Counts {
  switch (node.kind) {
    case "shape":
      return shapeCounts(node);
    case "text":
      return textCounts(node);
    case "image":
      return { ...noCounts, elements: 1, images: 1 };
    case "group":
      return noCounts;
  }
}

function shapeCounts({ geometry, fill, stroke }: Shape): Counts {
  const paints = paintCounts(fill, stroke);
  return { ...noCounts, elements: 1, segments: geometry.outline.length, ...paints };
}

function textCounts({ chunks }: Text): Counts {
  const runs = chunks.flatMap((chunk) => chunk.runs);
  const counts = { ...noCounts, elements: 1, textRuns: runs.length };
  for (const { fill, stroke } of runs) {
    const paints = paintCounts(fill, stroke);
    counts.stops += paints.stops;
    counts.patterns += paints.patterns;
  }
  return counts;
}

function paintCounts(...users: (Fill | Stroke | null)[]): { stops: number; patterns: number } {
  const paints = users.flatMap((user): Paint[] => (user === null ? [] : [user.paint]));
  return {
    stops: Math.max(0, ...paints.map((paint) => ("stops" in paint ? paint.stops.length : 0))),
    patterns: paints.filter(({ kind }) => kind === "pattern").length,
  };
}
