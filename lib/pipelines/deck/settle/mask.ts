import { fillBox, paintBox } from "../bounds";
import { contains } from "../box";
import { clipToRect, groupOf } from "../filters/frame";
import { identity } from "../matrix";
import type { Clip, Mask, Rect, SceneNode } from "../scene";
import { maskedByGradient } from "./mask-gradient";
import { stencilOf } from "./stencil";

export interface Unmasked {
  /** Null when nothing is seen. */
  node: SceneNode | null;
  outcome: "mask_without_effect" | "mask_hides_all" | "mask_as_clip" | "mask_as_opacity" | "mask_as_gradient";
}

/** A masked node as one without the mask, where a clip, an opacity or a gradient says the same; else null. */
export function unmasked(node: SceneNode): Unmasked | null {
  const { mask } = node;
  if (mask === null || mask.mask !== null) return null;
  const box = paintBox({ ...node, mask: null }) ?? fillBox(node);
  const stencil = stencilOf(mask);
  if (stencil === "nothing" || box === null) return { node: null, outcome: "mask_hides_all" };
  if (stencil === null) return gradientMasked(node, mask, box);
  const clip = limited(stencil.clip, mask, box);
  const { opacity } = stencil;
  if (clip === null && opacity === 1) return { node: { ...node, mask: null }, outcome: "mask_without_effect" };
  return { node: framed(node, clip, opacity), outcome: clip === null ? "mask_as_opacity" : "mask_as_clip" };
}

/** Null where the stencil and the mask's region hold all there is to see. */
function limited(stencil: Clip, mask: Mask, box: Rect): Clip | null {
  const region = contains(mask.region, box, 1e-3) ? null : clipToRect(mask.origin, mask.region);
  if (coversBox(stencil, box)) return region;
  return region === null ? stencil : { ...region, clip: stencil };
}

function coversBox({ shapes, clip }: Clip, box: Rect): boolean {
  return clip === null && shapes.some(({ outline }) => outline.length === 5 && coversByRectangle(outline, box));
}

function coversByRectangle(outline: Clip["shapes"][number]["outline"], box: Rect): boolean {
  const corners = outline.filter((segment) => segment.type !== "Z");
  if (corners.some(({ type }) => type === "C") || corners.length !== 4) return false;
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const level = corners.every(({ x, y }) => (x === left || x === right) && (y === top || y === bottom));
  return level && contains({ x: left, y: top, width: right - left, height: bottom - top }, box, 1e-3);
}

/** The node in a frame that cuts it by the mask's clip after its own clip. */
function framed(node: SceneNode, clip: Clip | null, opacity: number): SceneNode {
  if (clip === null) return { ...node, mask: null, opacity: node.opacity * opacity };
  if (node.clip === null && node.filter === null) return { ...node, mask: null, clip, opacity: node.opacity * opacity };
  const inner: SceneNode = { ...node, mask: null, transform: identity, opacity: 1, blend: "normal" };
  const { transform, blend, isolated } = node;
  return { ...groupOf(node.origin, [inner], { transform, clip, opacity: node.opacity * opacity }), blend, isolated };
}

function gradientMasked(node: SceneNode, mask: Mask, box: Rect): Unmasked | null {
  const made = maskedByGradient(node, mask, box);
  if (made === null) return null;
  const clip = contains(made.sheet, box, 1e-3) ? null : clipToRect(mask.origin, made.sheet);
  return { node: framed(made.shape, clip, 1), outcome: "mask_as_gradient" };
}
