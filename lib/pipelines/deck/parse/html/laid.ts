import type { SvgElement } from "../element";
import type { Context } from "../scene/context";
import type { Place } from "./box-style";
import type { Line } from "./lines";

/** A line where it stands: the room it has, and its baseline. Lengths in user units. */
export interface PlacedLine {
  kind: "line";
  block: SvgElement;
  line: Line;
  x: number;
  y: number;
  room: number;
  /** What of the room that is left stands before it. */
  share: 0 | 0.5 | 1;
}

/** A box of an element, without its margins. */
export interface PlacedBox {
  kind: "box";
  element: SvgElement;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A picture, without its margins. */
export interface PlacedPicture extends Omit<PlacedBox, "kind"> {
  kind: "picture";
}

export type Part = PlacedLine | PlacedBox | PlacedPicture;

/** From back to front; the height is with margins. */
export interface Laid {
  parts: Part[];
  height: number;
}

/** How far from the start something stands in a room of which so much is left. */
export function along(place: Place, left: number): number {
  return place === "middle" ? left / 2 : place === "end" ? left : 0;
}

export function moved(laid: Laid, down: number, right = 0): Laid {
  if (down === 0 && right === 0) return laid;
  return { ...laid, parts: laid.parts.map((part) => ({ ...part, x: part.x + right, y: part.y + down })) };
}

/** Where a line begins. */
export const startOf = ({ line, x, room, share }: PlacedLine): number => x + share * (room - line.width);

/** What of the room that a line leaves stands before it, by `text-align`. */
export function shareOf(block: SvgElement, ctx: Context): PlacedLine["share"] {
  const said = ctx.style(block, "text-align").trim();
  const start = ctx.style(block, "direction").trim() === "rtl" ? 1 : 0;
  if (said === "center" || said === "-webkit-center") return 0.5;
  if (said === "left") return 0;
  if (said === "right") return 1;
  return said === "end" ? (start === 1 ? 0 : 1) : start;
}
