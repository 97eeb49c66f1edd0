import type { SvgElement } from "../element";
import type { Context } from "../scene/context";

/** Places of an element that its own style moves, in user units; null for a side that says nothing. */
export interface Insets {
  top: number | null;
  right: number | null;
  bottom: number | null;
  left: number | null;
}

/** Whether it stands in a place of its own, out of the order of the others (CSS Positioned Layout 3, 2.1). */
export function isApart(element: SvgElement, ctx: Context): boolean {
  return /^(?:absolute|fixed)$/.test(positionOf(element, ctx));
}

/** Whether what stands apart in it is placed by its edges. */
export function isFrame(element: SvgElement, ctx: Context): boolean {
  return element.tag === "foreignObject" || /^(?:relative|absolute|fixed|sticky)$/.test(positionOf(element, ctx));
}

/** @param room of the frame, of which shares are. */
export function insetsOf(element: SvgElement, room: { width: number; height: number }, ctx: Context): Insets {
  const read = (side: string, axis: "x" | "y"): number | null => {
    const said = [ctx.style(element, side), ctx.style(element, "inset").split(/\s+/)[0]].find((text) => text !== "");
    const value = ctx.length(element, said, axis, Number.NaN, room);
    return Number.isNaN(value) ? null : value;
  };
  return { top: read("top", "y"), right: read("right", "x"), bottom: read("bottom", "y"), left: read("left", "x") };
}

/** How far an element that keeps its place in the order is drawn from it. */
export function shiftOf(element: SvgElement, room: { width: number; height: number | null }, ctx: Context) {
  if (positionOf(element, ctx) !== "relative") return { x: 0, y: 0 };
  const { top, right, bottom, left } = insetsOf(element, { width: room.width, height: room.height ?? 0 }, ctx);
  return { x: left ?? -(right ?? 0), y: top ?? -(bottom ?? 0) };
}

const translation = /^translate\(\s*([-+.\d]+(?:px|%)?)\s*(?:,\s*([-+.\d]+(?:px|%)?)\s*)?\)$/i;

/** Of a `transform` that does nothing but move, by how much; shares are of the element's own box. */
export function translationOf(element: SvgElement, box: { width: number; height: number }, ctx: Context) {
  const [, across = "0", down = "0"] = translation.exec(ctx.style(element, "transform").trim()) ?? [];
  const read = (text: string, whole: number) => Number.parseFloat(text) * (text.endsWith("%") ? whole / 100 : 1);
  return { x: read(across, box.width), y: read(down, box.height) };
}

const positionOf = (element: SvgElement, ctx: Context): string => ctx.style(element, "position").trim();
