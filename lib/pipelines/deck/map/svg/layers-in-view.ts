import { paintBox } from "../../bounds";
import { union } from "../../box";
import { applyToRect, invert, multiply } from "../../matrix";
import type { FilterUse, Group, Matrix, Origin, Rect, SceneNode } from "../../scene";

/**
 * How far a layer may begin left of the view or above it, in views. resvg moves what is in a layer by as much as the
 * layer begins before its picture, and leaves out every layer within that then lies more than two pictures away.
 */
const mostBefore = 0.5;
/** Beyond the view on every side, in views, so that no edge of the region is seen. */
const margin = 0.1;

/**
 * The same to look at within the view, without a layer that begins far before it. The node itself where there is none.
 * @param matrix from the node's contents to the space of `view`.
 */
export function layersInView(node: SceneNode, matrix: Matrix, view: Rect): SceneNode {
  return node.kind === "group" ? bounded(node, matrix, view, true) : node;
}

/** @param outermost whether it may be put in a layer by what is around it. */
function bounded(group: Group, matrix: Matrix, view: Rect, outermost: boolean): Group {
  if (group.filter !== null || !beginsBefore(layerBox(group, matrix), view)) return group;
  const children = group.children.map((child) =>
    child.kind === "group" ? bounded(child, multiply(matrix, child.transform), view, false) : child,
  );
  const filter = outermost || isLayer(group) ? unchanged(group.origin, matrix, view) : null;
  return { ...group, children, filter };
}

function beginsBefore(box: Rect | null, view: Rect): boolean {
  if (box === null) return false;
  return box.x < view.x - mostBefore * view.width || box.y < view.y - mostBefore * view.height;
}

/** As resvg measures it: what clips leave over does not count. */
function layerBox(node: SceneNode, matrix: Matrix): Rect | null {
  if (node.kind !== "group" || node.filter !== null) return paintBox({ ...node, clip: null }, matrix);
  let box: Rect | null = null;
  for (const child of node.children) box = union(box, layerBox(child, multiply(matrix, child.transform)));
  return box;
}

const isLayer = ({ opacity, clip, mask, blend, isolated }: Group): boolean =>
  opacity < 1 || clip !== null || mask !== null || blend !== "normal" || isolated;

/** A filter that changes nothing, whose region ends a little beyond the view; null where nothing can be seen. */
function unchanged(origin: Origin, matrix: Matrix, { x, y, width, height }: Rect): FilterUse | null {
  const back = invert(matrix);
  if (back === null) return null;
  const [wide, high] = [margin * width, margin * height];
  const region = applyToRect(back, { x: x - wide, y: y - high, width: width + 2 * wide, height: height + 2 * high });
  const step = {
    type: "feOffset",
    inputs: ["SourceGraphic"],
    result: "",
    linearRgb: false,
    children: [],
    content: null,
  };
  return { origin, region, primitives: [{ ...step, region, values: { dx: 0, dy: 0 } }] };
}
