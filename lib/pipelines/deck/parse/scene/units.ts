import type { Rect } from "../../scene";
import type { SvgElement } from "../element";
import { readQuantity } from "../length";
import type { Axis, Context } from "./context";

export type Units = "userSpaceOnUse" | "objectBoundingBox";

export function readUnits(text: string | undefined, otherwise: Units): Units {
  const trimmed = text?.trim();
  return trimmed === "userSpaceOnUse" || trimmed === "objectBoundingBox" ? trimmed : otherwise;
}

/** Whose attributes are read, and who refers to it: percentages are of the latter's viewport. */
export interface Referred {
  element: SvgElement;
  user: SvgElement;
  ctx: Context;
}

/**
 * A coordinate of a paint server, clip, mask, marker or filter: a share of the box, or in user units.
 * @param otherwise what stands for a missing or broken value, such as `-10%`.
 */
export function coordinate(
  { element, user, ctx }: Referred,
  text: string | undefined,
  axis: Axis,
  units: Units,
  otherwise: string,
): number {
  const read = readQuantity(text) === null ? readQuantity(otherwise) : readQuantity(text);
  if (units === "objectBoundingBox" && read !== null) {
    if (read.unit === "%") return read.value / 100;
    if (read.unit === "") return read.value;
  }
  const viewport = ctx.viewport(user);
  return ctx.length(element, text, axis, ctx.length(element, otherwise, axis, 0, viewport), viewport);
}

/** Shares of a box as a rectangle in user units. */
export function ofBox(share: Rect, box: Rect): Rect {
  return {
    x: box.x + share.x * box.width,
    y: box.y + share.y * box.height,
    width: share.width * box.width,
    height: share.height * box.height,
  };
}

/** Has an area, so that shares of it mean something. */
export function hasArea(box: Rect | null): box is Rect {
  return box !== null && box.width > 0 && box.height > 0;
}
