import type { Decision } from "../policy";
import type { ReasonCode } from "../policy/reasons";
import type { Scene, SceneNode } from "../scene";

/** One thing the scene paints, by the element of the document it comes from. */
export interface Painted {
  /** `Origin.source` of its element. */
  source: number;
  /** The group around it that is drawn as one picture; null when it is mapped by itself. */
  drawnWith: SceneNode | null;
  /** What policy says of it or of the groups around it. */
  decision: Decision["decision"];
  reasons: readonly ReasonCode[];
  /** `Origin.source` of what the decision is about. */
  decidedAt: number;
}

type Decisions = ReadonlyMap<SceneNode, Decision>;
type Around = Omit<Painted, "source">;

/**
 * What a scene paints, in order of painting. An element that a filter or blending shows several times stands several
 * times; markers and pattern tiles are a part of their shape.
 */
export function paintedIn(scene: Scene, decisions: Decisions): Painted[] {
  const list: Painted[] = [];
  const plain: Around = { drawnWith: null, decision: "native", reasons: [], decidedAt: -1 };
  visit(scene.root, plain, decisions, list);
  return list;
}

function visit(node: SceneNode, around: Around, decisions: Decisions, list: Painted[]): void {
  const here = around.drawnWith === null ? decided(node, around, decisions) : around;
  if (node.kind !== "group") {
    const { source } = node.origin;
    list.push({ ...here, source, decidedAt: here.decidedAt === -1 ? source : here.decidedAt });
    return;
  }
  const inside = here.decision === "native" ? here : { ...here, drawnWith: here.drawnWith ?? node };
  for (const child of node.children) visit(child, inside, decisions, list);
}

/** Reasons of groups around stay with what is in them, as map keeps them. */
function decided(node: SceneNode, around: Around, decisions: Decisions): Around {
  const own = decisions.get(node);
  if (own === undefined) return around;
  const reasons = [...new Set([...around.reasons, ...own.reasons])];
  return { drawnWith: null, decision: own.decision, reasons, decidedAt: node.origin.source };
}
