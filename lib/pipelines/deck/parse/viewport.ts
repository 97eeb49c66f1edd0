import { invert, multiply, translation } from "../matrix";
import type { Matrix, Rect } from "../scene";
import { fitMatrix, isEmptyViewBox, readAspect, readViewBox } from "./aspect";
import { readDeclarations } from "./css/declarations";
import type { SvgElement } from "./element";
import { readQuantity } from "./length";
import type { Context, Viewport } from "./scene/context";

/** A viewport with its contents' coordinates: where the viewBox is put, and what shows of it. */
export interface Frame {
  /** From the contents' coordinates to those the viewport stands in. */
  matrix: Matrix;
  /** The viewport in the contents' coordinates. */
  visible: Rect;
}

/** A viewport at a place, with `viewBox` and `preserveAspectRatio` of its element (SVG 2, 8.2); null when nothing shows. */
export function frameOf(element: SvgElement, place: Rect): Frame | null {
  if (!(place.width > 0 && place.height > 0) || isEmptyViewBox(element.attributes.get("viewBox"))) return null;
  const viewBox = readViewBox(element.attributes.get("viewBox"));
  const matrix =
    viewBox === null
      ? translation(place.x, place.y)
      : fitMatrix(viewBox, place, readAspect(element.attributes.get("preserveAspectRatio")));
  const back = invert(matrix);
  if (back === null) return null;
  const [scaleX, , , scaleY, x, y] = back;
  const visible = {
    x: place.x * scaleX + x,
    y: place.y * scaleY + y,
    width: place.width * scaleX,
    height: place.height * scaleY,
  };
  return { matrix, visible };
}

/** Where an inner `svg` or a copied `symbol` stands in the viewport around it; `auto` and missing sizes are all of it. */
export function placeOf(element: SvgElement, ctx: Context): Rect {
  const { attributes } = element;
  const around = ctx.viewport(element);
  return {
    x: ctx.length(element, attributes.get("x"), "x", 0),
    y: ctx.length(element, attributes.get("y"), "y", 0),
    width: ctx.length(element, attributes.get("width"), "x", around.width),
    height: ctx.length(element, attributes.get("height"), "y", around.height),
  };
}

/**
 * Size a root gives itself, by its attributes or, as programs in a browser write it, by its own `style`. One side alone
 * gives the other by the shape of the viewBox; without any, missing and percentages are of the viewBox. Null where only
 * its contents can say.
 */
export function rootSize(root: SvgElement, length: (text: string) => number | null): Viewport | null {
  const viewBox = readViewBox(root.attributes.get("viewBox"));
  const styled = viewBox === null ? readDeclarations(root.attributes.get("style") ?? "") : [];
  const said = (side: "width" | "height") =>
    root.attributes.get(side) ?? styled.findLast(({ property }) => property === side)?.value;
  const [wide, high] = [said("width"), said("height")];
  const width = ownLength(wide, length) ?? shaped(ownLength(high, length), viewBox?.width, viewBox?.height);
  const height = ownLength(high, length) ?? shaped(ownLength(wide, length), viewBox?.height, viewBox?.width);
  if (width !== null && height !== null) return { width, height };
  return viewBox && { width: share(wide, viewBox.width), height: share(high, viewBox.height) };
}

/** Null where it is missing or a percentage. */
function ownLength(text: string | undefined, length: (text: string) => number | null): number | null {
  const read = readQuantity(text);
  return read === null || read.unit === "%" ? null : length(text as string);
}

/** A side from the other, as the sides of a viewBox are to each other. */
function shaped(other: number | null, side = 0, otherSide = 0): number | null {
  return other !== null && side > 0 && otherSide > 0 ? (other * side) / otherSide : null;
}

const share = (text: string | undefined, whole: number): number => (whole * (readQuantity(text)?.value ?? 100)) / 100;

/** Whether the contents are cut at the viewport's edge; all but the outermost are unless they say otherwise. */
export function isCut(element: SvgElement, ctx: Context): boolean {
  const overflow = ctx.style(element, "overflow").trim();
  return overflow !== "visible" && overflow !== "auto";
}

/** A transform about a point other than the origin. */
export function about(matrix: Matrix, x: number, y: number): Matrix {
  if (x === 0 && y === 0) return matrix;
  return multiply(multiply(translation(x, y), matrix), translation(-x, -y));
}
