import type { FactsByNode } from "../analyze";
import { ownFacts } from "../analyze/facts";
import { paintsTwice } from "../analyze/overlap";
import type { FilterUse, Group, SceneNode } from "../scene";
import { isolates } from "../settle/blend";
import { type ReasonCode, reasons } from "./reasons";
import type { Targets } from "./targets";

/** The tier of one node. Below a node that is not native nothing more is decided. */
export interface Decision {
  decision: "native" | "picture" | "raster";
  reasons: readonly ReasonCode[];
}

export const native: Decision = { decision: "native", reasons: [] };

/**
 * Native unless the node itself (not something below it) has no form in PowerPoint, then raster; a picture when it has
 * one but is more than the targets allow. Filters, masks and blending that shapes can say have been settled before.
 */
export function decide(node: SceneNode, facts: FactsByNode, targets: Targets): Decision {
  const lacking = withoutForm(node, facts);
  if (lacking.length > 0) return { decision: "raster", reasons: lacking };
  const over = overBudget(node, targets);
  return over.length > 0 ? { decision: "picture", reasons: over } : native;
}

function withoutForm(node: SceneNode, facts: FactsByNode): ReasonCode[] {
  const found: ReasonCode[] = [];
  if (node.filter !== null) found.push(filterReason(node.filter));
  if (node.mask !== null) found.push("mask");
  if (node.blend !== "normal" || (node.kind === "group" && (facts.get(node)?.blends ?? 0) > 0 && blendsInside(node)))
    found.push("blend_mode");
  if (node.opacity < 1 && node.opacity > 0 && paintsTwice(node, facts)) found.push("group_opacity");
  return found;
}

/** Whether something in the group blends with something else in it. */
function blendsInside(node: Group): boolean {
  if (!node.isolated) return false;
  const blends = (child: SceneNode): boolean =>
    child.blend !== "normal" || (child.kind === "group" && !isolates(child) && child.children.some(blends));
  return node.children.some(blends);
}

/** Named by the first step that is no more than plumbing. */
export function filterReason(filter: FilterUse): ReasonCode {
  const plain = new Set(["feOffset", "feMerge", "feFlood", "feTile"]);
  const types = filter.primitives.map(({ type }) => type);
  const telling = types.find((type) => !plain.has(type)) ?? types[0] ?? "other";
  const code = `filter_${telling}`;
  return Object.hasOwn(reasons, code) ? (code as ReasonCode) : "filter_other";
}

/** Only single elements have budgets: a large group stays a group. */
function overBudget(node: SceneNode, targets: Targets): ReasonCode[] {
  if (node.kind === "group") return [];
  const facts = ownFacts(node);
  const over: ReasonCode[] = [];
  if (facts.segments > targets.path_segments) over.push("path_segments");
  if (facts.textRuns > targets.text_runs) over.push("text_runs");
  if (facts.stops > targets.gradient_stops) over.push("gradient_stops");
  return over;
}
