import { paintBox } from "../bounds";
import { identity } from "../matrix";
import type { FilterPrimitive, SceneNode } from "../scene";
import { undressed } from "../undressed";
import { drawnUpTo } from "./drawn";
import { blank, mostElements, type Picture, pictureOf, type Work } from "./picture";
import { recoloured, step } from "./steps";

/** A filtered node as nodes without that filter, in the node's user space. */
export interface Unfiltered {
  nodes: SceneNode[];
  outcome: "filter_without_effect" | "filter_draws_nothing" | "filter_as_shapes";
}

/**
 * Evaluates a filter (Filter Effects 1) over shapes: floods are rectangles, offsets moved copies, merges layers,
 * composites clips, colour changes other colours. A layer that cannot be said so stays a group with its part of the
 * filter, as long as something beside it is native. Null when the whole has to be drawn as a picture.
 */
export function unfiltered(node: SceneNode): Unfiltered | null {
  if (node.filter === null) return null;
  const source = copied(bare(node));
  const results = new Map<string, Picture>();
  const origin = { ...node.origin, id: `${node.origin.id}/filter`, idGiven: false };
  const work: Work = { filter: node.filter, source, origin, results };
  let last: Picture = blank;
  for (const primitive of node.filter.primitives) {
    const inputs = inputsOf(primitive, work);
    const made = (inputs && step(primitive, inputs, work)) ?? drawnUpTo(primitive, work);
    if (made === null || made.size > mostElements) return null;
    results.set(primitive.result, made);
    last = made;
  }
  const made = outcomeOf(last, source);
  return made?.outcome === "filter_without_effect" ? { ...made, nodes: [bare(node)] } : made;
}

function outcomeOf({ nodes }: Picture, source: SceneNode): Unfiltered | null {
  const seen = nodes.filter((node) => paintBox(node, node.transform) !== null);
  if (seen.length === 0) return { nodes: [], outcome: "filter_draws_nothing" };
  if (seen.length === 1 && seen[0] === source) return { nodes: seen, outcome: "filter_without_effect" };
  return seen.some(isNative) ? { nodes: seen, outcome: "filter_as_shapes" } : null;
}

function isNative(node: SceneNode): boolean {
  if (node.filter !== null) return false;
  return node.kind === "group" ? node.children.some(isNative) : true;
}

/** A group's contents named as copies, since what a filter shows of them is not what the document shows. */
function copied(node: SceneNode): SceneNode {
  if (node.kind !== "group") return node;
  const named = (child: SceneNode): SceneNode => {
    const origin = { ...child.origin, id: `${node.origin.id}/${child.origin.id}` };
    return child.kind === "group" ? { ...child, origin, children: child.children.map(named) } : { ...child, origin };
  };
  return { ...node, children: node.children.map(named) };
}

/** The node in its own user space: filters work on it before clip, mask and opacity do. */
function bare(node: SceneNode): SceneNode {
  return { ...node, ...undressed, transform: identity };
}

/** Null when an input is one that shapes cannot give. */
function inputsOf({ inputs }: FilterPrimitive, work: Work): Picture[] | null {
  const pictures: Picture[] = [];
  for (const name of inputs) {
    const picture = inputOf(name, work);
    if (picture === null) return null;
    pictures.push(picture);
  }
  return pictures;
}

function inputOf(name: string, { results, source }: Work): Picture | null {
  const earlier = results.get(name);
  if (earlier !== undefined) return earlier;
  const graphic = pictureOf([source]);
  if (name === "SourceGraphic") return graphic;
  if (name === "SourceAlpha") return recoloured(graphic, ({ alpha }) => ({ red: 0, green: 0, blue: 0, alpha }));
  return null;
}
