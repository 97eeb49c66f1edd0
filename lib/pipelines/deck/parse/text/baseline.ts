import type { Face } from "../../fonts";
import type { SvgElement } from "../element";
import { readQuantity } from "../length";
import type { Context } from "../scene/context";

/** How far below the pen's line an element's baseline is, in user units (CSS Inline 3, 4; SVG 2, 11.10.2). */
export function baselineShift(element: SvgElement, text: SvgElement, face: Face, size: number, ctx: Context): number {
  const aligned = ctx.style(element, "alignment-baseline").trim();
  const named = aligned === "auto" || aligned === "baseline" ? dominant(element, ctx) : aligned;
  let shift = alignment(named, face) * size;
  for (let span: SvgElement | null = element; span !== null && span !== text; span = span.parent) {
    shift -= raised(ctx.style(span, "baseline-shift").trim(), span, face, size, ctx);
  }
  return shift;
}

/** `no-change` is that of the element around. */
function dominant(element: SvgElement, ctx: Context): string {
  for (let at: SvgElement | null = element; at !== null; at = at.parent) {
    const named = ctx.style(at, "dominant-baseline").trim();
    if (named !== "no-change") return named;
  }
  return "auto";
}

/** In em below the line. */
function alignment(name: string, face: Face): number {
  switch (name) {
    case "before-edge":
    case "text-before-edge":
    case "text-top":
      return face.ascent;
    case "middle":
      return face.xHeight / 2;
    case "central":
    case "center":
      return (face.ascent - face.descent) / 2;
    case "after-edge":
    case "text-after-edge":
    case "text-bottom":
    case "ideographic":
      return -face.descent;
    case "hanging":
      return 0.8 * face.ascent;
    case "mathematical":
      return face.ascent / 2;
    default:
      return 0;
  }
}

function raised(text: string, span: SvgElement, face: Face, size: number, ctx: Context): number {
  if (text === "super") return face.superscript * size;
  if (text === "sub") return -face.subscript * size;
  const read = readQuantity(text);
  if (read === null) return 0;
  return read.unit === "%" ? (read.value / 100) * ctx.fontSize(span) : ctx.length(span, text, "y", 0);
}
