import type { Colour } from "../../scene";
import type { SvgElement } from "../element";
import { readQuantity, readShare } from "../length";
import type { Context } from "../scene/context";

// What an element of HTML is painted with, as SVG says it.

/** Null where nothing of it is seen. */
export function backgroundOf(element: SvgElement, ctx: Context): string | null {
  const colour = ctx.colour(element, ctx.style(element, "background-color"));
  return colour === null || colour.alpha === 0 ? null : cssColour(colour);
}

/** A border that is the same on all sides; its width in user units. */
export function borderOf(element: SvgElement, ctx: Context): { width: number; colour: string } | null {
  const said = ctx.style(element, "border").trim();
  if (!/\b(?:solid|dashed|dotted|double)\b/.test(said)) return null;
  const words = said.split(/\s+(?![^(]*\))/);
  const width = ctx.length(element, words.find((word) => readQuantity(word) !== null) ?? "3px", "x", 3);
  const colour = words.map((word) => ctx.colour(element, word)).find((read) => read !== null);
  return width > 0 ? { width, colour: colour ? cssColour(colour) : inkOf(element, ctx) } : null;
}

/** What letters are painted with: `color` and nothing else. */
export function inkOf(element: SvgElement, ctx: Context): string {
  return cssColour(ctx.colour(element, "currentColor") ?? { red: 0, green: 0, blue: 0, alpha: 1 });
}

const cssColour = ({ red, green, blue, alpha }: Colour): string => `rgba(${red}, ${green}, ${blue}, ${alpha})`;

/** Product of the opacities from an element up to the `foreignObject`, which has its own as a whole. */
export function opacityWithin(element: SvgElement, ctx: Context): number {
  return within(element).reduce((opacity, at) => {
    return opacity * Math.min(Math.max(readShare(ctx.style(at, "opacity")) ?? 1, 0), 1);
  }, 1);
}

/** Lines under, over and through the letters that any element up to the `foreignObject` asks for. */
export function decorationOf(span: SvgElement, ctx: Context): string {
  const asked = within(span).flatMap((at) => ctx.style(at, "text-decoration-line").split(/\s+/));
  return [...new Set(asked)].filter((word) => word !== "" && word !== "none").join(" ") || "none";
}

function within(element: SvgElement): SvgElement[] {
  const elements: SvgElement[] = [];
  for (let at: SvgElement | null = element; at !== null && at.tag !== "foreignObject"; at = at.parent)
    elements.push(at);
  return elements;
}
