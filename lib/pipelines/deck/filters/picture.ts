import { intersection } from "../box";
import type { FilterPrimitive, FilterUse, Origin, Rect, SceneNode } from "../scene";

/** A result inside a filter: nodes in the user space of the filtered node, lowest first. */
export interface Picture {
  nodes: SceneNode[];
  /** Shapes, texts and images in it, copies counted. */
  size: number;
}

export const blank: Picture = { nodes: [], size: 0 };

/** More elements than this are not made of one filter: steps that double grow without bound. */
export const mostElements = 500;

export function pictureOf(nodes: SceneNode[]): Picture {
  return { nodes, size: nodes.reduce((sum, node) => sum + sizeOf(node), 0) };
}

function sizeOf(node: SceneNode): number {
  return node.kind === "group" ? node.children.reduce((sum, child) => sum + sizeOf(child), 0) : 1;
}

/** What a step is evaluated in. */
export interface Work {
  filter: FilterUse;
  source: SceneNode;
  /** Of shapes made for the filter; its slash says that the source document has no such element. */
  origin: Origin;
  results: ReadonlyMap<string, Picture>;
}

/**
 * The part a primitive paints in; null for none. As in resvg a broken subregion paints nothing, and an feOffset
 * without one takes that of its input.
 */
export function regionOf(primitive: FilterPrimitive, filter: FilterUse): Rect | null {
  const { width, height } = primitive.region;
  if (!(width > 0 && height > 0)) return null;
  const own = intersection(primitive.region, filter.region);
  if (primitive.type !== "feOffset" || own === null || own.width !== filter.region.width) return own;
  const before = filter.primitives.slice(0, filter.primitives.indexOf(primitive));
  const input = before.findLast(({ result }) => result === primitive.inputs[0]);
  const inherited = input === undefined ? own : regionOf(input, filter);
  return inherited === null ? null : intersection(inherited, own);
}
