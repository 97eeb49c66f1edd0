import type { DraftElement } from "../draft";
import type { SvgElement } from "../element";
import type { Context } from "../scene/context";
import { standIn } from "../stand-in";
import { sourceOf } from "./inline-picture";
import type { PlacedPicture } from "./laid";
import { inkOf } from "./paint";

/** What an SVG has from the HTML around it, said again for those who see the stand-in alone. */
const handedDown = ["fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "font-family", "font-size"];

/** A picture in HTML as an element of SVG at its place. @param holder the `foreignObject`. */
export function drawnPicture(holder: SvgElement, { element, ...place }: PlacedPicture, ctx: Context): SvgElement {
  const { x, y, width, height } = place;
  const origin = { from: element, source: holder };
  const spot = { x, y, width, height };
  if (element.tag === "img") return standIn("image", origin, { ...spot, href: sourceOf(element) }, {});
  ctx.layOut(element, place);
  const own = Object.fromEntries(element.declared);
  const around = Object.fromEntries(handedDown.map((name) => [name, ctx.style(element, name)]));
  const declared = { ...own, ...around, display: "inline", color: inkOf(element, ctx) };
  const { viewBox, preserveAspectRatio } = Object.fromEntries(element.attributes);
  const frame = { ...(viewBox && { viewBox }), ...(preserveAspectRatio && { preserveAspectRatio }) };
  const drawn: DraftElement = standIn("svg", origin, { ...spot, ...frame }, declared);
  drawn.children.push(...(element.children as DraftElement[]));
  return drawn;
}
