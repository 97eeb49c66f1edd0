import type { GradientStop } from "../../scene";
import type { SvgElement } from "../element";
import { readShare } from "../length";
import type { Context } from "./context";
import { hrefChain } from "./href-chain";

const gradients = ["linearGradient", "radialGradient"];
const black = { red: 0, green: 0, blue: 0, alpha: 1 };

/** Read once, however many elements a gradient paints. */
const read = new WeakMap<SvgElement, GradientStop[]>();

/** The stops of a gradient, its own or the first its templates have, with offsets clamped and never falling (SVG 2, 14.2.4). */
export function stopsOf(gradient: SvgElement, ctx: Context): GradientStop[] {
  const before = read.get(gradient);
  if (before !== undefined) return before;
  const stops = readStops(gradient, ctx);
  read.set(gradient, stops);
  return stops;
}

function readStops(gradient: SvgElement, ctx: Context): GradientStop[] {
  const holder = hrefChain(gradient, gradients, ctx).find((element) => stopElements(element).length > 0);
  if (holder === undefined) return [];
  let last = 0;
  let written = 0;
  return stopElements(holder).map((element) => {
    written = readShare(element.attributes.get("offset")) ?? written;
    last = Math.max(last, Math.min(1, Math.max(0, written)));
    return { offset: last, colour: stopColour(element, ctx) };
  });
}

function stopElements(gradient: SvgElement): SvgElement[] {
  return gradient.children.filter((child): child is SvgElement => typeof child !== "string" && child.tag === "stop");
}

function stopColour(element: SvgElement, ctx: Context): GradientStop["colour"] {
  const colour = ctx.colour(element, ctx.style(element, "stop-color")) ?? black;
  return { ...colour, alpha: colour.alpha * shareOfOne(ctx.style(element, "stop-opacity")) };
}

/** An opacity, clamped to 0 to 1; 1 when it is broken. */
export function shareOfOne(text: string): number {
  return Math.min(1, Math.max(0, readShare(text) ?? 1));
}
