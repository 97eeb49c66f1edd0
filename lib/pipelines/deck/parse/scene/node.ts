import { fillBox } from "../../bounds";
import { invert, multiply } from "../../matrix";
import type { ReasonCode } from "../../policy/reasons";
import type { Clip, FilterUse, Mask, Matrix, SceneNode } from "../../scene";
import type { SvgElement } from "../element";
import { flowed } from "../flowed";
import { htmlOf } from "../html";
import { readShare } from "../length";
import { conditionsHold } from "../switch";
import { textOf } from "../text";
import { clipOf } from "./clip";
import { contentOf } from "./container";
import type { Context } from "./context";
import { described, linkOf } from "./described";
import { filterOf } from "./filter";
import { imageOf } from "./image";
import { maskOf } from "./mask";
import { shapeOf } from "./shape";
import { transformOf } from "./transform";

const silent = new Set(
  "defs title desc metadata style script linearGradient radialGradient pattern clipPath mask marker filter symbol stop view cursor color-profile font font-face hatch animate animateTransform animateMotion animateColor set mpath".split(
    " ",
  ),
);
const leaves = new Set("circle ellipse line path polygon polyline rect image".split(" "));
const texts = new Set(["flowRoot", "text"]);
const containers = new Set("a foreignObject g svg switch use".split(" "));

const maximumLevel = 512;

/** One element as a scene node with all that is put on it; null when it draws nothing. See `Context.nodeOf`. */
export function nodeOf(element: SvgElement, ctx: Context): SceneNode | null {
  ctx.spend(1);
  if (!isShown(element, ctx)) return null;
  if (ctx.level >= maximumLevel) {
    ctx.note(element, "too_deep");
    return null;
  }
  const transform = transformOf(element, ctx, () => boxOf(element, ctx));
  if (invert(transform) === null) {
    ctx.note(element, "transform_flattens");
    return null;
  }
  const own = read(element, leaves.has(element.tag) ? ctx : inside(ctx, transform));
  return own === null ? null : dressed(own, element, transform, ctx);
}

/** False for what is no picture, what asks not to be shown, and what is not known, which is noted. */
export function isShown(element: SvgElement, ctx: Context): boolean {
  const { tag } = element;
  if (silent.has(tag) && !(tag === "symbol" && element.copyOf !== null)) return false;
  if (!silent.has(tag) && !containers.has(tag) && !leaves.has(tag) && !texts.has(tag)) {
    ctx.note(element, "element_unknown", tag);
    return false;
  }
  if (ctx.style(element, "display").trim() === "none") return noted(element, "display_none", ctx);
  if (!conditionsHold(element)) return noted(element, "condition_fails", ctx);
  if (leaves.has(tag) && ctx.style(element, "visibility") !== "visible") return noted(element, "not_visible", ctx);
  return true;
}

function noted(element: SvgElement, reason: ReasonCode, ctx: Context): false {
  ctx.note(element, reason);
  return false;
}

/** Paints of a marker or `use` around come along into the element's own coordinates. */
function inside(ctx: Context, transform: Matrix): Context {
  const level = ctx.level + 1;
  const inward = ctx.paints === null ? null : invert(transform);
  if (ctx.paints === null || inward === null) return { ...ctx, level };
  return { ...ctx, level, paints: { ...ctx.paints, transform: multiply(inward, ctx.paints.transform) } };
}

/** Leaves get the context around them: they work their own transform into the paints themselves. */
function read(element: SvgElement, ctx: Context): SceneNode | null {
  switch (element.tag) {
    case "text":
    case "flowRoot":
      return textOf(flowed(element, ctx) ?? element, ctx);
    case "image":
      return imageOf(element, ctx);
    case "foreignObject":
      return htmlOf(element, ctx);
    default:
      return leaves.has(element.tag) ? shapeOf(element, ctx) : contentOf(element, ctx);
  }
}

/** `transform-box: fill-box` needs the box before the transform is known. */
function boxOf(element: SvgElement, ctx: Context) {
  const own = read(element, ctx);
  return own === null ? null : fillBox(own);
}

/** Puts on a node what any element can have; null when its clip, mask or filter leaves nothing of it. */
export function dressed(own: SceneNode, element: SvgElement, transform: Matrix, ctx: Context): SceneNode | null {
  const effects = effectsOf(own, element, ctx);
  if (effects === null) return null;
  const blend = ctx.style(element, "mix-blend-mode").trim();
  const node: SceneNode = {
    ...own,
    ...effects,
    transform: multiply(transform, own.transform),
    title: described(element, "title"),
    description: described(element, "desc"),
    link: linkOf(element, ctx),
    opacity: Math.min(Math.max(readShare(ctx.style(element, "opacity")) ?? 1, 0), 1),
    blend: blend === "" ? "normal" : blend,
    isolated: ctx.style(element, "isolation").trim() === "isolate",
  };
  return node;
}

interface Effects {
  clip: Clip | null;
  mask: Mask | null;
  filter: FilterUse | null;
}

function effectsOf(own: SceneNode, element: SvgElement, ctx: Context): Effects | null {
  const clip = clipOf(element, own, ctx);
  const mask = clip === "hidden" ? "hidden" : maskOf(element, own, ctx);
  const filter = mask === "hidden" ? "hidden" : filterOf(element, own, ctx);
  if (clip === "hidden" || mask === "hidden" || filter === "hidden") return null;
  return { clip, mask, filter };
}
