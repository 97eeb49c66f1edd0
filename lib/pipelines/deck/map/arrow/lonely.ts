import { clipBox, pathBox } from "../../bounds";
import { contains } from "../../box";
import { multiply } from "../../matrix";
import type { Matrix, SceneNode, Shape } from "../../scene";

interface Lonely {
  shape: Shape;
  /** From the shape to where `around` leads. */
  matrix: Matrix;
}

/**
 * The one shape that a subtree paints, plainly: nothing cuts its outline, fades or filters it. Null where there is more
 * or less.
 * @param around from the node's parent to where the shape is wanted.
 */
export function lonely(node: SceneNode, around: Matrix): Lonely | null {
  const { clip, mask, filter, opacity, blend } = node;
  if (mask !== null || filter !== null || opacity < 1 || blend !== "normal") return null;
  const matrix = multiply(around, node.transform);
  const found = node.kind === "shape" ? plain(node, matrix) : onlyChild(node, matrix);
  if (found === null || clip === null) return found;
  const [kept, outline] = [clipBox(clip, matrix), pathBox(found.shape.geometry.outline, found.matrix)];
  return kept !== null && outline !== null && contains(kept, outline, 1e-3) ? found : null;
}

function plain(shape: Shape, matrix: Matrix): Lonely | null {
  const { markers, shadow, blur } = shape;
  return markers.length > 0 || shadow !== undefined || blur !== undefined ? null : { shape, matrix };
}

function onlyChild(node: SceneNode, matrix: Matrix): Lonely | null {
  return node.kind === "group" && node.children.length === 1 ? lonely(node.children[0], matrix) : null;
}
