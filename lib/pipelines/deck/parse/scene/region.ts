import type { Rect } from "../../scene";
import type { SvgElement } from "../element";
import type { Context } from "./context";
import { chainedAttribute } from "./href-chain";
import { coordinate, hasArea, ofBox, readUnits } from "./units";

/** Who refers to a mask or filter, and its box. */
interface User {
  user: SvgElement;
  box: Rect | null;
  ctx: Context;
}

/**
 * Where a mask or filter works, in user units: its own box and a tenth around where nothing is said.
 * @param chain the element, then those that its `href` leads to.
 * @returns null for shares of a box without area.
 */
export function regionOf(
  chain: readonly SvgElement[],
  unitsName: "maskUnits" | "filterUnits",
  { user, box, ctx }: User,
): Rect | null {
  const units = readUnits(chainedAttribute(chain, unitsName), "objectBoundingBox");
  if (units === "objectBoundingBox" && !hasArea(box)) return null;
  const read = (name: string, axis: "x" | "y", otherwise: string) =>
    coordinate({ element: chain[0], user, ctx }, chainedAttribute(chain, name), axis, units, otherwise);
  const rect = {
    x: read("x", "x", "-10%"),
    y: read("y", "y", "-10%"),
    width: read("width", "x", "120%"),
    height: read("height", "y", "120%"),
  };
  return units === "objectBoundingBox" && box !== null ? ofBox(rect, box) : rect;
}
