import type { Analysis } from "../analyze";
import type { SceneNode } from "../scene";
import type { Settled } from "../settle";
import { type Decision, decide, native } from "./decide";
import type { Targets } from "./targets";

export { type Decision, decide } from "./decide";
export { type ReasonCode, reasons, sentenceOf } from "./reasons";
export { type Targets, targets } from "./targets";

/**
 * What becomes of each node: only nodes that are not plainly native stand in the map. The smallest subtree that needs
 * it leaves the native tier, so below such a node nothing is looked at.
 * @param settled of settle/: what shapes can say of filters and masks are shapes already, with the reasons why.
 */
export function decideScene(
  { scene, reasons }: Settled,
  analysis: Analysis,
  targets: Targets,
): Map<SceneNode, Decision> {
  const decisions = new Map<SceneNode, Decision>();
  for (const [node, why] of reasons) decisions.set(node, { decision: "native", reasons: why });
  visit(scene.root, analysis, targets, decisions);
  return decisions;
}

function visit(node: SceneNode, analysis: Analysis, targets: Targets, decisions: Map<SceneNode, Decision>): void {
  const asked = decide(node, analysis.facts, targets);
  // What a filter was turned into is not in the document, so no SVG of it could stand behind a picture.
  const decision = asked.decision === "picture" && decisions.has(node) ? native : asked;
  const before = decisions.get(node)?.reasons ?? [];
  if (decision !== native) decisions.set(node, { ...decision, reasons: [...before, ...decision.reasons] });
  if (decision.decision !== "native" || node.kind !== "group") return;
  for (const child of node.children) visit(child, analysis, targets, decisions);
}
