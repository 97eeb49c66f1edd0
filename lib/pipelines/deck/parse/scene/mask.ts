import { fillBox } from "../../bounds";
import { identity } from "../../matrix";
import type { Mask, Matrix, Rect, SceneNode } from "../../scene";
import type { SvgElement } from "../element";
import { type Context, enter, originOf, plainGroup } from "./context";
import type { Effect } from "./effect";
import { regionOf } from "./region";
import { sharedChildren } from "./shared-children";
import { hasArea, readUnits } from "./units";

const nothing: Rect = { x: 0, y: 0, width: 0, height: 0 };

/**
 * What `mask` multiplies an element's alpha by (CSS Masking 1, 7). A missing mask and one that closes a circle do
 * nothing; another element instead of a mask hides; shares of a box without area let nothing through.
 */
export function maskOf(element: SvgElement, node: SceneNode, ctx: Context): Effect<Mask> {
  const text = ctx.style(element, "mask").trim();
  if (text === "" || text === "none") return null;
  const mask = ctx.reference(text);
  if (mask?.tag === "mask") return resolve(mask, element, fillBox(node), ctx);
  ctx.note(element, mask === undefined ? "mask_ignored" : "mask_broken", `${text} names no mask.`);
  return mask === undefined ? null : "hidden";
}

function resolve(mask: SvgElement, user: SvgElement, box: Rect | null, ctx: Context): Effect<Mask> {
  const inside = enter(ctx, mask);
  if (inside === null) {
    ctx.note(user, "mask_ignored", `The mask ${mask.id} refers to itself.`);
    return null;
  }
  const outer = nested(mask, user, box, inside);
  if (outer === "hidden") return "hidden";
  const region = regionOf([mask], "maskUnits", { user, box, ctx });
  const matrix = contentMatrix(mask, box);
  const shown = region !== null && matrix !== null && hasArea(region);
  const children = shown ? sharedChildren(mask, ctx, { ...inside, paints: null }) : [];
  return {
    origin: originOf(mask),
    kind: kindOf(mask, ctx),
    region: region ?? nothing,
    content: plainGroup(mask, matrix ?? identity, children),
    mask: outer,
  };
}

/** The mask that the mask itself is masked by, in the user space of the same element. */
function nested(mask: SvgElement, user: SvgElement, box: Rect | null, ctx: Context): Effect<Mask> {
  const text = ctx.style(mask, "mask").trim();
  const outer = text === "" || text === "none" ? undefined : ctx.reference(text);
  return outer?.tag === "mask" ? resolve(outer, user, box, ctx) : null;
}

function kindOf(mask: SvgElement, ctx: Context): Mask["kind"] {
  const text = ctx.style(mask, "mask-type") || mask.attributes.get("mask-type");
  return text?.trim() === "alpha" ? "alpha" : "luminance";
}

function contentMatrix(mask: SvgElement, box: Rect | null): Matrix | null {
  const units = readUnits(mask.attributes.get("maskContentUnits"), "userSpaceOnUse");
  if (units === "userSpaceOnUse") return identity;
  return hasArea(box) ? [box.width, 0, 0, box.height, box.x, box.y] : null;
}
