import { paintBox } from "../bounds";
import { shadowOf } from "../filters/shadow";
import type { Colour, SceneNode, Shape } from "../scene";
import { onlyShape, replaced } from "./only-shape";

/**
 * A shape under a drop shadow, or a group of one, with the shadow as the shape's own. Null where PowerPoint's shadow
 * would look another: it follows fill and line together, and shows through what is see-through.
 */
export function shadowed(node: SceneNode): SceneNode | null {
  const shape = onlyShape(node);
  if (shape === null || node.filter === null || node.clip !== null || node.opacity < 1 || !isOpaque(shape)) return null;
  const bare: SceneNode = { ...node, filter: null };
  const box = paintBox(bare);
  const shadow = box === null ? null : shadowOf(node.filter, box, colourOf(shape));
  return shadow === null ? null : replaced(bare, shape, { ...shape, filter: null, shadow });
}

function isOpaque({ fill, stroke, markers, opacity }: Shape): boolean {
  const solid = fill?.paint.kind === "solid" && fill.paint.colour.alpha * fill.opacity * opacity > 0.99;
  return solid && stroke === null && markers.length === 0;
}

function colourOf({ fill }: Shape): Colour | null {
  return fill?.paint.kind === "solid" ? { ...fill.paint.colour, alpha: 1 } : null;
}
