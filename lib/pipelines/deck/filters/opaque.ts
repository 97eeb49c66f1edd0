import { multiply } from "../matrix";
import { transformPath } from "../outline";
import type { ClipShape, Colour, Matrix, SceneNode } from "../scene";

/**
 * The areas that nodes cover, all of one alpha; null when it is not plain: strokes, gradients, texts, images or
 * different alphas. `alpha` below 1 only with a single area, since two would add up.
 */
export function coverOf(nodes: readonly SceneNode[]): Cover | null {
  const shapes: ClipShape[] = [];
  const colours: Colour[] = [];
  const take = (node: SceneNode, matrix: Matrix): boolean => {
    const own = multiply(matrix, node.transform);
    if (node.filter !== null || node.mask !== null || node.clip !== null || node.opacity < 1) return false;
    if (node.kind === "group") return node.children.every((child) => take(child, own));
    if (node.kind !== "shape" || node.stroke !== null || node.markers.length > 0) return false;
    if (node.fill === null) return true;
    if (node.fill.paint.kind !== "solid") return false;
    shapes.push({ outline: transformPath(node.geometry.outline, own), rule: node.fill.rule, clip: null });
    const { colour } = node.fill.paint;
    colours.push({ ...colour, alpha: colour.alpha * node.fill.opacity });
    return true;
  };
  if (!nodes.every((node) => take(node, [1, 0, 0, 1, 0, 0]))) return null;
  const alpha = colours[0]?.alpha ?? 1;
  if (colours.some((other) => other.alpha !== alpha) || (alpha < 1 && colours.length > 1)) return null;
  return { shapes, alpha, colour: colours.length === 1 ? colours[0] : null };
}

interface Cover {
  shapes: ClipShape[];
  alpha: number;
  /** Of the only area, its alpha included. */
  colour: Colour | null;
}

/** Whether all that is painted is either opaque or a single piece, so that the order of mixing does not matter. */
export function mixesPlainly(nodes: readonly SceneNode[]): boolean {
  let pieces = 0;
  let seeThrough = 0;
  const count = (node: SceneNode): void => {
    if (node.kind === "group") {
      if (node.opacity < 1) seeThrough += 1;
      for (const child of node.children) count(child);
      return;
    }
    pieces += 1;
    if (isSeeThrough(node)) seeThrough += 1;
  };
  for (const node of nodes) count(node);
  return seeThrough === 0 || pieces === 1;
}

/** Whether nothing shines through what is painted, edges aside; no filters, masks or blend modes either. */
export function isOpaque(node: SceneNode): boolean {
  if (node.filter !== null || node.mask !== null || node.blend !== "normal" || node.opacity < 1) return false;
  return node.kind === "group" ? node.children.every(isOpaque) : !isSeeThrough(node);
}

function isSeeThrough(node: Exclude<SceneNode, { kind: "group" }>): boolean {
  if (node.opacity < 1 || node.kind === "image" || (node.kind === "shape" && node.blur !== undefined)) return true;
  const users =
    node.kind === "shape"
      ? [node.fill, node.stroke]
      : node.chunks.flatMap(({ runs }) => runs.flatMap(({ fill, stroke }) => [fill, stroke]));
  return users.some((user) => {
    if (user === null) return false;
    const { paint, opacity } = user;
    if (opacity < 1 || paint.kind === "pattern") return true;
    return paint.kind === "solid" ? paint.colour.alpha < 1 : paint.stops.some(({ colour }) => colour.alpha < 1);
  });
}
