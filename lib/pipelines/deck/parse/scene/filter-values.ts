import type { FilterPrimitive, Rect } from "../../scene";
import type { SvgElement } from "../element";
import { readNumber, readNumbers } from "../length";
import type { Context } from "./context";
import { shareOfOne } from "./stops";

type Values = FilterPrimitive["values"];
type ChildValues = Record<string, string | number | number[]>;

const words = new Set(
  "operator type mode edgeMode xChannelSelector yChannelSelector stitchTiles preserveAlpha preserveAspectRatio href".split(
    " ",
  ),
);
const lists = new Set(["values", "tableValues", "kernelMatrix"]);
const pairs = new Set(["stdDeviation", "radius", "baseFrequency", "order", "kernelUnitLength"]);
/** Of every primitive; read by filter-element.ts. */
const common = new Set("x y width height in in2 result style class id".split(" "));

/**
 * The attributes of a primitive with their numbers read; those left out keep the default the spec gives them.
 * @param scale of `primitiveUnits="objectBoundingBox"`: the box that lengths are shares of; null for user units.
 */
export function primitiveValues(element: SvgElement, scale: Rect | null, ctx: Context): Values {
  const values: Values = attributeValues(element);
  if (scale !== null) scaleLengths(values, scale);
  if (element.tag === "feFlood" || element.tag === "feDropShadow") {
    const opacity = shareOfOne(ctx.style(element, "flood-opacity"));
    values["flood-color"] = withOpacity(element, "flood-color", opacity, ctx);
  }
  if (element.tag.endsWith("Lighting")) values["lighting-color"] = withOpacity(element, "lighting-color", 1, ctx);
  return values;
}

/** Children that are part of a primitive: transfer functions, light sources, merge nodes. */
export function primitiveChildren(element: SvgElement): FilterPrimitive["children"] {
  return element.children.flatMap((child) =>
    typeof child !== "string" && /^fe/.test(child.tag) ? [{ type: child.tag, values: childValues(child) }] : [],
  );
}

function childValues(child: SvgElement): ChildValues {
  const input = child.attributes.get("in");
  return input === undefined ? attributeValues(child) : { ...attributeValues(child), in: input };
}

function attributeValues(element: SvgElement): ChildValues {
  const values: ChildValues = {};
  for (const [name, text] of element.attributes) {
    if (common.has(name) && !(element.tag.endsWith("Light") && (name === "x" || name === "y"))) continue;
    const value = attributeValue(name, text);
    if (value !== null) values[name] = value;
  }
  return values;
}

function attributeValue(name: string, text: string): string | number | number[] | null {
  if (words.has(name)) return text.trim();
  if (lists.has(name)) return wholeList(text);
  if (pairs.has(name)) {
    const [first, second = first] = readNumbers(text);
    return first === undefined ? null : [first, second];
  }
  return readNumber(text);
}

/** A list with a broken number is as if it were not there. */
function wholeList(text: string): number[] | null {
  const numbers = readNumbers(text);
  const parts = text
    .trim()
    .split(/[\s,]+/)
    .filter((part) => part !== "");
  return numbers.length >= parts.length && !/[a-df-z%]/i.test(text) ? numbers : null;
}

function scaleLengths(values: Values, { width, height }: Rect): void {
  if (typeof values.dx === "number") values.dx *= width;
  if (typeof values.dy === "number") values.dy *= height;
  for (const name of ["stdDeviation", "radius"]) {
    const pair = values[name];
    if (Array.isArray(pair)) values[name] = [pair[0] * width, pair[1] * height];
  }
}

function withOpacity(element: SvgElement, property: string, opacity: number, ctx: Context) {
  const colour = ctx.colour(element, ctx.style(element, property)) ?? { red: 0, green: 0, blue: 0, alpha: 1 };
  return { ...colour, alpha: colour.alpha * opacity };
}
