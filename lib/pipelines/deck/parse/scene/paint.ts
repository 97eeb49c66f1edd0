import { invert, multiply } from "../../matrix";
import type { Fill, Matrix, Paint, Rect, Stroke } from "../../scene";
import type { SvgElement } from "../element";
import type { Context } from "./context";
import { gradientPaint } from "./gradient";
import { patternPaint } from "./pattern";

/** A paint and the opacity that comes with it when it is another element's (`context-fill`). */
export interface Painted {
  paint: Paint;
  opacity: number;
}

/** What paints the object bounding box is of, and what else it takes to read one. */
export interface PaintUse {
  element: SvgElement;
  /** Object bounding box in the element's user space; null when it has none. */
  box: Rect | null;
  /** From the element's user space to the one `ctx.paints` is worked into; group walking has done it already: identity. */
  transform: Matrix;
  ctx: Context;
}

const black: Paint = { kind: "solid", colour: { red: 0, green: 0, blue: 0, alpha: 1 } };
const server = /^url\(\s*(?:"([^"]*)"|'([^']*)'|([^)]*?))\s*\)\s*(.*)$/s;

/**
 * `fill` or `stroke` of an element (SVG 2, 13.2): `url()` with its fallback, a colour, or the paint of the element
 * around a marker or `use`. Null for `none`, for a missing server without fallback and for a broken stroke.
 */
export function paintOf(property: "fill" | "stroke", use: PaintUse): Painted | null {
  const text = use.ctx.style(use.element, property).trim();
  const match = server.exec(text);
  if (match === null) return plainPaint(text, property, use);
  const address = match[1] ?? match[2] ?? match[3];
  const referred = use.ctx.reference(address.startsWith("#") ? address : `url(${address})`);
  if (referred === undefined) return fallback(match[4], property, use);
  const paint = serverPaint(referred, use);
  if (paint === undefined) {
    use.ctx.note(use.element, "paint_not_found", `${property} names ${address}, which is no paint.`);
    return null;
  }
  return paint === null ? fallback(match[4], property, use) : { paint, opacity: 1 };
}

/** Undefined when the element is no paint server at all; null when it paints nothing. */
function serverPaint(referred: SvgElement, { element, box, ctx }: PaintUse): Paint | null | undefined {
  switch (referred.tag) {
    case "linearGradient":
    case "radialGradient":
      return gradientPaint(referred, element, box, ctx);
    case "pattern":
      return patternPaint(referred, element, box, ctx);
    default:
      return undefined;
  }
}

function fallback(text: string, property: "fill" | "stroke", use: PaintUse): Painted | null {
  if (text !== "") return plainPaint(text, property, use);
  use.ctx.note(use.element, "paint_not_found", `${property} has no paint that can be drawn, and no fallback.`);
  return null;
}

function plainPaint(text: string, property: "fill" | "stroke", use: PaintUse): Painted | null {
  if (text === "none") return null;
  if (text === "context-fill" || text === "context-stroke") return contextPaint(text, use);
  const colour = use.ctx.colour(use.element, text);
  if (colour !== null) return { paint: { kind: "solid", colour }, opacity: 1 };
  return property === "fill" ? { paint: black, opacity: 1 } : null;
}

function contextPaint(text: string, { ctx, transform }: PaintUse): Painted | null {
  if (ctx.paints === null) return null;
  const given: Fill | Stroke | null = text === "context-fill" ? ctx.paints.fill : ctx.paints.stroke;
  const inward = invert(transform);
  if (given === null || inward === null) return null;
  return { paint: movedPaint(given.paint, multiply(inward, ctx.paints.transform)), opacity: given.opacity };
}

function movedPaint(paint: Paint, matrix: Matrix): Paint {
  return paint.kind === "solid" ? paint : { ...paint, transform: multiply(matrix, paint.transform) };
}
