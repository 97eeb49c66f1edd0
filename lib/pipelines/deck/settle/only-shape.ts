import { isIdentity } from "../matrix";
import type { Group, SceneNode, Shape } from "../scene";

/** The shape itself, or the one that groups hold which add nothing to it. */
export function onlyShape(node: SceneNode): Shape | null {
  if (node.kind === "shape") return node;
  if (node.kind !== "group" || node.children.length !== 1) return null;
  const [child] = node.children;
  const plain = isIdentity(child.transform) && child.clip === null && child.mask === null && child.filter === null;
  return plain && child.opacity === 1 && child.blend === "normal" ? onlyShape(child) : null;
}

/** The node with its only shape changed. */
export function replaced(node: SceneNode, from: Shape, to: Shape): SceneNode {
  if (node.kind !== "group") return to;
  const [child] = node.children;
  return { ...node, children: [child === from ? to : replaced(child, from, to)] } satisfies Group;
}
