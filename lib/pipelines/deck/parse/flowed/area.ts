import { pathBox } from "../../bounds";
import type { Rect } from "../../scene";
import type { SvgElement } from "../element";
import type { Context } from "../scene/context";
import { geometryOf } from "../scene/geometry";

/** Where a text is broken into lines, in its user space, and what of the room a line leaves stands before it. */
export interface Area extends Omit<Rect, "height"> {
  share: 0 | 0.5 | 1;
  /** The first line's baseline is at `y`, not its upper edge. */
  onBaseline: boolean;
}

/**
 * The area of a text that is as wide as `inline-size`, flows inside a shape, or is Inkscape's `flowRoot` (SVG 2, 11.7);
 * of a shape, the box around it. Null for a text whose lines are where it says.
 */
export function areaOf(text: SvgElement, ctx: Context): Area | null {
  if (text.tag === "flowRoot") return within(regionOf(text), text, ctx);
  const shape = ctx.style(text, "shape-inside").trim();
  const inside = shape.startsWith("url(");
  const width = inside ? 0 : ctx.length(text, ctx.style(text, "inline-size").trim(), "x", 0);
  if ((!inside && !(width > 0)) || placesLines(text)) return null;
  return inside ? within(ctx.reference(shape), text, ctx) : beside(width, text, ctx);
}

/** Who cannot break lines reads their places: where they stand, they are those of the program that wrote the file. */
function placesLines(text: SvgElement): boolean {
  return text.children.some((child) => {
    if (typeof child === "string") return false;
    return child.attributes.has("x") || child.attributes.has("y") || placesLines(child);
  });
}

function regionOf(root: SvgElement): SvgElement | undefined {
  const elements = (of: SvgElement) => of.children.filter((child): child is SvgElement => typeof child !== "string");
  const region = elements(root).find(({ tag }) => tag === "flowRegion");
  return region && elements(region)[0];
}

function within(shape: SvgElement | undefined, text: SvgElement, ctx: Context): Area | null {
  const target = shape?.tag === "use" ? ctx.reference(shape.attributes.get("href") ?? "") : shape;
  const geometry = target && geometryOf(target, ctx);
  const box = geometry ? pathBox(geometry.outline) : null;
  if (box === null || !(box.width > 0)) return null;
  const padding = Math.max(0, ctx.length(text, ctx.style(text, "shape-padding").trim(), "other", 0));
  const width = Math.max(0, box.width - 2 * padding);
  return { x: box.x + padding, y: box.y + padding, width, share: alignedShare(text, ctx), onBaseline: false };
}

const shares = { start: 0, middle: 0.5, end: 1 } as const;

function beside(width: number, text: SvgElement, ctx: Context): Area {
  const anchor = ctx.style(text, "text-anchor").trim();
  const share = anchor === "middle" || anchor === "end" ? shares[anchor] : shares.start;
  const x = ctx.length(text, text.attributes.get("x"), "x", 0);
  return {
    x: x - share * width,
    y: ctx.length(text, text.attributes.get("y"), "y", 0),
    width,
    share,
    onBaseline: true,
  };
}

function alignedShare(text: SvgElement, ctx: Context): Area["share"] {
  const said = ctx.style(text, "text-align").trim();
  if (said === "center") return 0.5;
  return said === "end" || said === "right" ? 1 : 0;
}
