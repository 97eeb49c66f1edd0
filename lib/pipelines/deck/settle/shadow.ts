import { paintBox } from "../bounds";
import { shadowOf } from "../filters/shadow";
import { isIdentity } from "../matrix";
import type { Group, SceneNode, Shape } from "../scene";

/**
 * A shape under a drop shadow, or a group of one, with the shadow as the shape's own. Null where PowerPoint's shadow
 * would look another: it follows fill and line together, and shows through what is see-through.
 */
export function shadowed(node: SceneNode): SceneNode | null {
  const shape = onlyShape(node);
  if (shape === null || node.filter === null || node.clip !== null || node.opacity < 1 || !isOpaque(shape)) return null;
  const bare: SceneNode = { ...node, filter: null };
  const box = paintBox(bare);
  const shadow = box === null ? null : shadowOf(node.filter, box);
  return shadow === null ? null : replaced(bare, shape, { ...shape, filter: null, shadow });
}

/** The shape itself, or the one that groups hold which add nothing to it. */
function onlyShape(node: SceneNode): Shape | null {
  if (node.kind === "shape") return node;
  if (node.kind !== "group" || node.children.length !== 1) return null;
  const [child] = node.children;
  const plain = isIdentity(child.transform) && child.clip === null && child.mask === null && child.filter === null;
  return plain && child.opacity === 1 && child.blend === "normal" ? onlyShape(child) : null;
}

function isOpaque({ fill, stroke, markers, opacity }: Shape): boolean {
  const solid = fill?.paint.kind === "solid" && fill.paint.colour.alpha * fill.opacity * opacity > 0.99;
  return solid && stroke === null && markers.length === 0;
}

function replaced(node: SceneNode, from: Shape, to: Shape): SceneNode {
  if (node.kind !== "group") return to;
  const [child] = node.children;
  return { ...node, children: [child === from ? to : replaced(child, from, to)] } satisfies Group;
}
