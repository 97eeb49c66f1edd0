import { identity, invert, multiply, scaling, translation } from "../../matrix";
import type { Matrix, PatternPaint, Rect } from "../../scene";
import { fitMatrix, isEmptyViewBox, readAspect, readViewBox } from "../aspect";
import type { SvgElement } from "../element";
import { readTransformList } from "../transform-list";
import { type Context, enter, plainGroup } from "./context";
import { chainedAttribute, hrefChain } from "./href-chain";
import { sharedChildren } from "./shared-children";
import { coordinate, hasArea, ofBox, readUnits } from "./units";

/**
 * A pattern as a paint for an element with this object bounding box (SVG 2, 14.3). Null when it has no contents, no
 * tile, paints itself, or is a share of a box without area: then the fallback is painted.
 */
export function patternPaint(
  pattern: SvgElement,
  user: SvgElement,
  box: Rect | null,
  ctx: Context,
): PatternPaint | null {
  const chain = hrefChain(pattern, ["pattern"], ctx);
  const holder = chain.find((element) => element.children.some((child) => typeof child !== "string"));
  if (holder === undefined) return null;
  const inside = enter(ctx, pattern);
  const within = inside === null || holder === pattern ? inside : enter(inside, holder);
  const tile = tileOf(chain, user, box, ctx);
  const transform = readTransformList(chainedAttribute(chain, "patternTransform")) ?? identity;
  const content = tile === null ? null : contentMatrix(chain, tile, box);
  if (within === null || tile === null || content === null || invert(transform) === null) return null;
  const children = sharedChildren(holder, ctx, { ...within, paints: null });
  if (children.length === 0) return null;
  const overflowVisible = ["visible", "auto"].includes(ctx.style(pattern, "overflow"));
  return { kind: "pattern", tile, transform, content: plainGroup(holder, content, children), overflowVisible };
}

function tileOf(chain: SvgElement[], user: SvgElement, box: Rect | null, ctx: Context): Rect | null {
  const units = readUnits(chainedAttribute(chain, "patternUnits"), "objectBoundingBox");
  if (units === "objectBoundingBox" && !hasArea(box)) return null;
  const referred = { element: chain[0], user, ctx };
  const read = (name: string, axis: "x" | "y") => coordinate(referred, chainedAttribute(chain, name), axis, units, "0");
  const rect = { x: read("x", "x"), y: read("y", "y"), width: read("width", "x"), height: read("height", "y") };
  const tile = units === "objectBoundingBox" && box !== null ? ofBox(rect, box) : rect;
  return hasArea(tile) ? tile : null;
}

/** Contents begin at the tile's upper left corner, scaled by the viewBox or else, if asked, by the box. */
function contentMatrix(chain: SvgElement[], tile: Rect, box: Rect | null): Matrix | null {
  if (isEmptyViewBox(chainedAttribute(chain, "viewBox"))) return null;
  const viewBox = readViewBox(chainedAttribute(chain, "viewBox"));
  if (viewBox !== null) return fitMatrix(viewBox, tile, readAspect(chainedAttribute(chain, "preserveAspectRatio")));
  const corner = translation(tile.x, tile.y);
  const units = readUnits(chainedAttribute(chain, "patternContentUnits"), "userSpaceOnUse");
  if (units === "userSpaceOnUse") return corner;
  if (!hasArea(box)) return null;
  return multiply(corner, scaling(box.width, box.height));
}
