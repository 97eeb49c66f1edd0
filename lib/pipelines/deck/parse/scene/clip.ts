import { fillBox } from "../../bounds";
import { invert, multiply } from "../../matrix";
import { transformPath } from "../../outline";
import type { Clip, ClipShape, Matrix, Rect, SceneNode } from "../../scene";
import type { SvgElement } from "../element";
import { readTransformList } from "../transform-list";
import { basicShape } from "./basic-shape";
import { clipContext } from "./clip-context";
import { type Context, enter, originOf } from "./context";
import type { Effect } from "./effect";
import { attribute } from "./geometry";
import { transformOf } from "./transform";
import { hasArea, readUnits } from "./units";

const shapes = ["rect", "circle", "ellipse", "line", "polyline", "polygon", "path", "text"];

/**
 * What `clip-path` cuts an element to (CSS Masking 1, 5). A missing clipPath and one that closes a circle cut nothing;
 * one that is broken hides the element. All as resvg has it, but for CSS's basic shapes, which are as browsers have them.
 */
export function clipOf(element: SvgElement, node: SceneNode, ctx: Context): Effect<Clip> {
  const text = ctx.style(element, "clip-path").trim();
  if (text === "" || text === "none") return null;
  const shape = basicShape(text, element, node, ctx);
  if (shape !== null) return { origin: originOf(element), shapes: [{ ...shape, clip: null }], clip: null };
  const clipPath = ctx.reference(text);
  if (clipPath?.tag === "clipPath") return resolve(clipPath, element, fillBox(node), ctx);
  if (clipPath !== undefined) return hide(element, ctx, "clip-path names an element that is no clipPath.");
  ctx.note(element, "clip_ignored", `${text} names no clipPath.`);
  return null;
}

function resolve(clipPath: SvgElement, user: SvgElement, box: Rect | null, ctx: Context): Effect<Clip> {
  const inside = enter(ctx, clipPath);
  if (inside === null) {
    ctx.note(user, "clip_ignored", `The clipPath ${clipPath.id} refers to itself.`);
    return null;
  }
  const matrix = matrixOf(clipPath, box, ctx);
  if (matrix === null) return hide(user, ctx, "The clipPath's transform is broken, or it is a share of no area.");
  const outer = nested(clipPath, user, box, inside);
  if (outer === "hidden") return "hidden";
  const found: ClipShape[] = [];
  for (const child of clipPath.children) {
    if (typeof child === "string" || !isDrawn(child, ctx)) continue;
    const node = ctx.nodeOf(child, clipContext(inside));
    if (node !== null) collect(node, matrix, null, found);
  }
  return { origin: originOf(clipPath), shapes: found, clip: outer };
}

/** The clip that the clipPath itself is cut by: it stands in the user space of the same element. */
function nested(clipPath: SvgElement, user: SvgElement, box: Rect | null, ctx: Context): Effect<Clip> {
  const text = ctx.style(clipPath, "clip-path").trim();
  const outer = /^url\(/.test(text) ? ctx.reference(text) : undefined;
  if (outer === undefined) return null;
  return outer.tag === "clipPath" ? resolve(outer, user, box, ctx) : hide(user, ctx, "It is clipped by no clipPath.");
}

function hide(user: SvgElement, ctx: Context, detail: string): "hidden" {
  ctx.note(user, "clip_broken", detail);
  return "hidden";
}

function matrixOf(clipPath: SvgElement, box: Rect | null, ctx: Context): Matrix | null {
  if (readTransformList(attribute(clipPath, "transform")) === null) return null;
  const own = transformOf(clipPath, ctx, () => box);
  if (invert(own) === null) return null;
  const units = readUnits(clipPath.attributes.get("clipPathUnits"), "userSpaceOnUse");
  if (units === "userSpaceOnUse") return own;
  return hasArea(box) ? multiply(own, [box.width, 0, 0, box.height, box.x, box.y]) : null;
}

/** Only shapes, text, and a `use` of one of these count (CSS Masking 1, 6.1). */
function isDrawn(child: SvgElement, ctx: Context): boolean {
  if (child.tag !== "use") return shapes.includes(child.tag);
  const href = child.attributes.get("href");
  const target = href === undefined ? undefined : ctx.reference(href);
  return target !== undefined && shapes.includes(target.tag);
}

/** Outlines of a drawn child in the user space of the clipped element; `around` is what already cuts them there. */
function collect(node: SceneNode, outer: Matrix, around: Clip | null, found: ClipShape[]): void {
  const matrix = multiply(outer, node.transform);
  const clip = both(node.clip === null ? null : transformClip(node.clip, matrix), around);
  if (node.kind === "group") {
    for (const child of node.children) collect(child, matrix, clip, found);
  } else if (node.kind === "shape") {
    found.push({ outline: transformPath(node.geometry.outline, matrix), rule: node.fill?.rule ?? "nonzero", clip });
  } else if (node.kind === "text") {
    const glyphs = node.chunks.flatMap((chunk) => chunk.runs.flatMap((run) => run.glyphs));
    const outline = glyphs.flatMap((glyph) => transformPath(glyph.outline, matrix));
    if (outline.length > 0) found.push({ outline, rule: "nonzero", clip });
  }
}

function transformClip(clip: Clip, matrix: Matrix): Clip {
  const moved = clip.shapes.map((shape) => ({
    ...shape,
    outline: transformPath(shape.outline, matrix),
    clip: shape.clip === null ? null : transformClip(shape.clip, matrix),
  }));
  return { ...clip, shapes: moved, clip: clip.clip === null ? null : transformClip(clip.clip, matrix) };
}

/** Cut by both: the second goes to the end of the first's chain. */
function both(first: Clip | null, second: Clip | null): Clip | null {
  if (first === null || second === null) return first ?? second;
  return { ...first, clip: both(first.clip, second) };
}
