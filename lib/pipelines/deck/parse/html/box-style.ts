import type { SvgElement } from "../element";
import type { Axis, Context } from "../scene/context";

/** How an element takes part in layout (CSS Display 3, 2); what is not known here is taken for the nearest of these. */
export type Display = "none" | "inline" | "block" | "row" | "column" | "table" | "grid";

/** Lengths in user units. */
export interface Sides {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** Where things stand in the room that is left. */
export type Place = "start" | "middle" | "end" | "between";

/** Width and height of the content of the box around; a height that hangs on what it holds is null. */
export interface Room {
  width: number;
  height: number | null;
}

export interface BoxStyle {
  margin: Sides;
  padding: Sides;
  /** Both margins at its sides are `auto`. */
  centred: boolean;
  /** As wide as what it holds. */
  shrinks: boolean;
  /** Of its content; null for as much as there is. */
  width: number | null;
  height: number | null;
  mostWidth: number;
  /** Where its content stands along a row or column, and across it; in any other box, in its height. */
  along: Place;
  across: Place;
  gap: number;
}

export function displayOf(element: SvgElement, ctx: Context): Display {
  const said = ctx.style(element, "display").trim();
  switch (said) {
    case "none":
      return "none";
    case "flex":
    case "inline-flex":
      return ctx.style(element, "flex-direction").trim().startsWith("column") ? "column" : "row";
    case "grid":
    case "inline-grid":
      return "grid";
    case "table":
    case "inline-table":
      return "table";
    case "inline":
    case "contents":
    case "":
      return "inline";
    default:
      return said.startsWith("table-row") && !said.endsWith("group") ? "row" : "block";
  }
}

export function boxStyle(element: SvgElement, room: Room, ctx: Context): BoxStyle {
  const said = (name: string) => ctx.style(element, name).trim();
  const around = { width: room.width, height: room.height ?? 0 };
  const length = (name: string, axis: Axis = "x") => ctx.length(element, said(name), axis, 0, around);
  const size = (name: string, axis: Axis) => {
    const text = said(name);
    if (text === "" || (axis === "y" && text.endsWith("%") && room.height === null)) return null;
    const value = ctx.length(element, text, axis, Number.NaN, around);
    return value >= 0 ? value : null;
  };
  const sides = (name: string): Sides => ({
    top: length(`${name}-top`),
    right: length(`${name}-right`),
    bottom: length(`${name}-bottom`),
    left: length(`${name}-left`),
  });
  const padding = sides("padding");
  const bordered = said("box-sizing") === "border-box";
  const inner = (value: number | null, edges: number) => value && Math.max(0, value - (bordered ? edges : 0));
  const across = padding.left + padding.right;
  const down = padding.top + padding.bottom;
  const cell = said("display") === "table-cell";
  const flex = said("display").endsWith("flex");
  const fills = cell || element.tag === "foreignObject";
  const filled = fills && room.height !== null ? Math.max(0, room.height - down) : null;
  return {
    margin: sides("margin"),
    padding,
    centred: said("margin-left") === "auto" && said("margin-right") === "auto",
    shrinks: said("display").startsWith("inline-") || /^(?:fit|max|min)-content$/.test(said("width")),
    width: inner(size("width", "x"), across),
    height: inner(size("height", "y"), down) ?? filled,
    mostWidth: size("max-width", "x") ?? Number.POSITIVE_INFINITY,
    along: flex ? placeOf(said("justify-content")) : placeOf(cell ? said("vertical-align") : ""),
    across: flex ? placeOf(said("align-items")) : "start",
    gap: length("gap"),
  };
}

function placeOf(text: string): Place {
  if (/\bcenter\b|\bmiddle\b|space-(?:around|evenly)/.test(text)) return "middle";
  if (/\b(?:flex-)?end\b|\bright\b|\bbottom\b/.test(text)) return "end";
  return /space-between/.test(text) ? "between" : "start";
}
