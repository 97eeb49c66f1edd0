import { paintBox } from "../bounds";
import { contains, intersection } from "../box";
import { identity } from "../matrix";
import { rectanglePath } from "../outline";
import type { Clip, Colour, FillRule, Geometry, Group, Matrix, Origin, Rect, SceneNode, Shape } from "../scene";
import { undressed } from "../undressed";

/** A group that only moves, cuts or fades what is in it. */
export function groupOf(
  origin: Origin,
  children: SceneNode[],
  frame: { transform?: Matrix; clip?: Clip | null; opacity?: number } = {},
): Group {
  return {
    kind: "group",
    origin: { ...origin, idGiven: false },
    transform: frame.transform ?? identity,
    title: "",
    description: "",
    link: "",
    ...undressed,
    opacity: frame.opacity ?? 1,
    clip: frame.clip ?? null,
    children,
  };
}

/** A shape of one colour, without a line. */
export function plainShape(origin: Origin, geometry: Geometry, colour: Colour, rule: FillRule = "nonzero"): Shape {
  return {
    ...groupOf(origin, []),
    kind: "shape",
    geometry,
    fill: { paint: { kind: "solid", colour }, rule, opacity: 1 },
    stroke: null,
    paintOrder: ["fill", "stroke", "markers"],
    markers: [],
  };
}

export function clipToRect(origin: Origin, rect: Rect): Clip {
  return { origin, shapes: [{ outline: rectanglePath(rect), rule: "nonzero", clip: null }], clip: null };
}

/** The nodes cut to a rectangle of their common user space; those that lie inside stay as they are. */
export function cutToRect(origin: Origin, nodes: SceneNode[], rect: Rect): SceneNode[] {
  const inside = nodes.every((node) => {
    const box = paintBox(node, node.transform);
    return box === null || contains(rect, box, 1e-3);
  });
  if (inside || nodes.length === 0) return nodes;
  const only = nodes.length === 1 ? shrunk(nodes[0], rect) : null;
  return only === null ? [groupOf(origin, nodes, { clip: clipToRect(origin, rect) })] : [only];
}

/** A plain rectangle, moved or not, made smaller instead of cut; null for anything else. */
function shrunk(node: SceneNode, rect: Rect): SceneNode | null {
  const [a, b, c, d, e, f] = node.transform;
  if (a !== 1 || b !== 0 || c !== 0 || d !== 1 || node.clip !== null || node.mask !== null || node.filter !== null)
    return null;
  const here = { ...rect, x: rect.x - e, y: rect.y - f };
  if (node.kind === "group") {
    const child = node.children.length === 1 ? shrunk(node.children[0], here) : null;
    return child && { ...node, children: [child] };
  }
  if (node.kind !== "shape" || node.geometry.kind !== "rect" || node.geometry.rx > 0 || node.stroke !== null)
    return null;
  if (node.fill?.paint.kind !== "solid" || node.markers.length > 0) return null;
  const kept = intersection(node.geometry.rect, here);
  if (kept === null) return null;
  return { ...node, geometry: { ...node.geometry, rect: kept, outline: rectanglePath(kept) } };
}

/** Whether a matrix keeps level rectangles level. */
export function keepsRectangles(matrix: Matrix): boolean {
  const [a, b, c, d] = matrix;
  return (b === 0 && c === 0) || (a === 0 && d === 0);
}
