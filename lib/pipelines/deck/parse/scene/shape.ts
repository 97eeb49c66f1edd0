import { pathBox } from "../../bounds";
import { identity } from "../../matrix";
import type { Shape } from "../../scene";
import type { SvgElement } from "../element";
import type { Context } from "./context";
import { plainNode } from "./context";
import { fillOf } from "./fill";
import { geometryOf } from "./geometry";
import { markersOf } from "./marker";
import type { PaintUse } from "./paint";
import { readPaintOrder } from "./paint-order";
import { strokeOf } from "./stroke";

/**
 * A basic shape or path with what it is painted with (SVG 2, 9 and 10). Null when it has no geometry or paints nothing
 * at all; inside a clip path, where everything is painted, only for the former.
 */
export function shapeOf(element: SvgElement, ctx: Context): Shape | null {
  const geometry = geometryOf(element, ctx);
  if (geometry === null) {
    ctx.note(element, "no_geometry");
    return null;
  }
  const box = pathBox(geometry.outline);
  const use: PaintUse = { element, box, transform: identity, ctx };
  const fill = fillOf(use);
  const stroke = strokeOf(use);
  const markers = markersOf(element, { geometry, fill, stroke }, ctx);
  if (fill === null && stroke === null && markers.length === 0 && !awaitsPaint(element, ctx)) {
    ctx.note(element, "paints_nothing");
    return null;
  }
  const paintOrder = readPaintOrder(ctx.style(element, "paint-order"));
  return { kind: "shape", ...plainNode(element, identity), geometry, fill, stroke, paintOrder, markers };
}

/** Measured before the paints of the `use` around it are known: its box counts though it paints nothing yet. */
function awaitsPaint(element: SvgElement, ctx: Context): boolean {
  return ["fill", "stroke"].some((property) => ctx.style(element, property).startsWith("context-"));
}
