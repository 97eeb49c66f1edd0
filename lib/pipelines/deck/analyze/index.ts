import { clipBox, paintBox } from "../bounds";
import { intersection, union } from "../box";
import { applyToRect } from "../matrix";
import type { Rect, Scene, SceneNode } from "../scene";
import { complexityOf } from "./complexity";
import { add, type Facts, type FactsByNode, ownFacts } from "./facts";
import { type Feature, featuresOf } from "./features";

export type { Facts, FactsByNode } from "./facts";
export type { Feature } from "./features";

export interface Analysis {
  facts: FactsByNode;
  /** Of the whole scene. */
  totals: Facts;
  /** 0 to 100; see complexity.ts. */
  complexity_score: number;
  features: Feature[];
  /** Those among them that PowerPoint has no form for. */
  without_native_form: Feature[];
  /** The tier most of the slide can be in. */
  recommended_format: "native" | "raster";
}

/** Counts every node of a scene once, from the leaves up. Markers and pattern tiles count as part of their shape. */
export function analyze(scene: Scene): Analysis {
  const facts = new Map<SceneNode, Facts>();
  const totals = factsOf(scene.root, facts);
  const features = featuresOf(totals);
  const lacking = features.filter(({ native }) => !native);
  return {
    facts: { get: (node) => (node.kind === "group" ? facts.get(node) : leafFacts(node)) },
    totals,
    complexity_score: complexityOf(totals),
    features,
    without_native_form: lacking,
    recommended_format: lacking.length > 0 && totals.elements === 1 ? "raster" : "native",
  };
}

function leafFacts(node: SceneNode): Facts {
  const facts = ownFacts(node);
  facts.box = boxOf(node, null);
  return facts;
}

function factsOf(node: SceneNode, all: Map<SceneNode, Facts>): Facts {
  if (node.kind !== "group") return leafFacts(node);
  const facts = ownFacts(node);
  let inside: Rect | null = null;
  for (const child of node.children) {
    const below = factsOf(child, all);
    add(facts, below);
    facts.depth = Math.max(facts.depth, below.depth + 1);
    inside = union(inside, below.box);
  }
  facts.box = boxOf(node, inside);
  all.set(node, facts);
  return facts;
}

/** As `paintBox`, but from the children's boxes, which are known by now. */
function boxOf(node: SceneNode, inside: Rect | null): Rect | null {
  if (node.kind !== "group" || node.filter !== null) return placed(node, paintBox(node));
  const kept = node.clip === null ? inside : cut(inside, clipBox(node.clip));
  return placed(node, kept);
}

function cut(rect: Rect | null, clip: Rect | null): Rect | null {
  return rect === null || clip === null ? null : intersection(rect, clip);
}

function placed(node: SceneNode, rect: Rect | null): Rect | null {
  return rect === null ? null : applyToRect(node.transform, rect);
}
