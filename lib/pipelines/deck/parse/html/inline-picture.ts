import { readViewBox } from "../aspect";
import type { SvgElement } from "../element";
import type { Context, Viewport } from "../scene/context";
import type { Character } from "../text/characters";

/** What stands in a text for a picture (Unicode 23.8). */
export const pictureSign = "\ufffc";

/** A picture that stands in a line like a letter; lengths in user units. */
export interface InlinePicture {
  width: number;
  height: number;
  /** From the baseline up to its lower edge. */
  rise: number;
}

/**
 * Of an SVG in HTML, or an `img` with its picture and its size in it (CSS Images 3, 5.1); null for anything else.
 * @param room of which shares are; without one, a share says nothing.
 */
export function pictureOf(element: SvgElement, ctx: Context, room?: Viewport): InlinePicture | null {
  if (element.tag !== "svg" && !(element.tag === "img" && /^\s*data:/i.test(sourceOf(element)))) return null;
  const size = sizeOf(element, ctx, room);
  if (size === null || !(size.width > 0 && size.height > 0)) return null;
  return { ...size, rise: riseOf(element, size.height, ctx) };
}

/** The picture that a character of a text stands for; null for a letter. */
export function pictureAt({ text, span }: Character, ctx: Context): InlinePicture | null {
  return text === pictureSign ? pictureOf(span, ctx) : null;
}

export const sourceOf = ({ attributes }: SvgElement): string => attributes.get("src") ?? "";

/** A size that is missing or a share of what is around follows the other one and the picture's own proportions. */
function sizeOf(element: SvgElement, ctx: Context, room?: Viewport): { width: number; height: number } | null {
  const read = (name: "width" | "height", axis: "x" | "y"): number | null => {
    const text =
      [ctx.style(element, name).trim(), element.attributes.get(name) ?? ""].find((said) => said !== "") ?? "";
    const unknown = text.endsWith("%") && room === undefined;
    const value = unknown ? Number.NaN : ctx.length(element, text, axis, Number.NaN, room);
    return value >= 0 ? value : null;
  };
  const [width, height] = [read("width", "x"), read("height", "y")];
  if (width !== null && height !== null) return { width, height };
  const own = element.tag === "svg" ? readViewBox(element.attributes.get("viewBox")) : null;
  if (own === null) return null;
  if (width !== null) return { width, height: (width * own.height) / own.width };
  return height !== null ? { width: (height * own.width) / own.height, height } : own;
}

function riseOf(element: SvgElement, height: number, ctx: Context): number {
  const said = ctx.style(element, "vertical-align").trim();
  const size = ctx.fontSize(element);
  if (said === "middle") return size / 4 - height / 2;
  if (said === "text-bottom" || said === "bottom") return -size / 5;
  if (said === "text-top" || said === "top") return size * 0.9 - height;
  return ctx.length(element, said, "other", 0);
}
