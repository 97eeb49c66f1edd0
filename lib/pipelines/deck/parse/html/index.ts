import { identity } from "../../matrix";
import type { Group } from "../../scene";
import type { SvgElement } from "../element";
import { type Context, plainGroup } from "../scene/context";
import { Spans } from "../text/spans";
import { Layout } from "./block";
import { drawn } from "./drawn";

/**
 * The HTML in a `foreignObject` (SVG 2, 12.4) as shapes and text: diagram programs write their labels so. Text, its
 * fonts, colours, backgrounds and plain borders are drawn; what is no text is noted.
 * @returns null when there is nothing to draw.
 */
export function htmlOf(element: SvgElement, ctx: Context): Group | null {
  const children = htmlParts(element, ctx).flatMap((part) => ctx.nodeOf(part, ctx) ?? []);
  if (children.length === 0) return null;
  ctx.note(element, "html_as_text");
  return plainGroup(element, identity, children);
}

/** The same as elements of SVG that stand for it, from back to front. */
export function htmlParts(element: SvgElement, ctx: Context): SvgElement[] {
  const length = (name: string, axis: "x" | "y") => ctx.length(element, element.attributes.get(name), axis, 0);
  const spot = { x: length("x", "x"), y: length("y", "y"), width: length("width", "x"), height: length("height", "y") };
  const laid = new Layout(new Spans(element, ctx), ctx).block(element, { ...spot, depth: 0 });
  return drawn(element, laid.parts, ctx);
}
