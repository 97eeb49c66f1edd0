import { identity } from "../../matrix";
import type { FilterPrimitive, Group, Rect } from "../../scene";
import type { SvgElement } from "../element";
import { type Context, enter, plainGroup } from "./context";
import { primitiveChildren, primitiveValues } from "./filter-values";
import { chainedAttribute, hrefChain } from "./href-chain";
import { regionOf } from "./region";
import { coordinate, hasArea, readUnits, type Units } from "./units";

/** A `filter` element read for one user of it. */
export interface ReadFilter {
  region: Rect;
  primitives: FilterPrimitive[];
}

/** A filter of more is not drawn. */
const mostPrimitives = 500;

/** Reads a filter (Filter Effects 1, 8 and 9); null when its region is empty or a share of no area. */
export function readFilter(filter: SvgElement, user: SvgElement, box: Rect | null, ctx: Context): ReadFilter | null {
  const chain = hrefChain(filter, ["filter"], ctx);
  const region = regionOf(chain, "filterUnits", { user, box, ctx });
  if (!hasArea(region)) return null;
  const units = readUnits(chainedAttribute(chain, "primitiveUnits"), "userSpaceOnUse");
  if (units === "objectBoundingBox" && !hasArea(box)) return null;
  const holder = chain.find((element) => primitivesOf(element).length > 0) ?? filter;
  const reading: Reading = { user, box, region, units, ctx: enter(ctx, filter) };
  const primitives: FilterPrimitive[] = [];
  const elements = primitivesOf(holder);
  if (elements.length > mostPrimitives) return null;
  ctx.spend(elements.length);
  for (const element of elements) primitives.push(readPrimitive(element, primitives, reading));
  return { region, primitives };
}

interface Reading {
  user: SvgElement;
  box: Rect | null;
  region: Rect;
  units: Units;
  /** Null when the filter is being read already. */
  ctx: Context | null;
}

function primitivesOf(filter: SvgElement): SvgElement[] {
  return filter.children.filter(
    (child): child is SvgElement => typeof child !== "string" && /^fe[A-Z]/.test(child.tag),
  );
}

function readPrimitive(element: SvgElement, before: FilterPrimitive[], reading: Reading): FilterPrimitive {
  const { ctx, units, box } = reading;
  const style = ctx?.style(element, "color-interpolation-filters").trim();
  return {
    type: element.tag,
    inputs: inputsOf(element, before),
    result: element.attributes.get("result")?.trim() || `result-${before.length + 1}`,
    region: subregion(element, reading),
    linearRgb: style !== "sRGB",
    values: ctx === null ? {} : primitiveValues(element, units === "objectBoundingBox" ? box : null, ctx),
    children: primitiveChildren(element),
    content: element.tag === "feImage" && ctx !== null ? imageContent(element, ctx) : null,
  };
}

const twoInputs = ["feBlend", "feComposite", "feDisplacementMap"];
const noInput = ["feFlood", "feImage", "feTurbulence"];
const sources = ["SourceGraphic", "SourceAlpha", "BackgroundImage", "BackgroundAlpha", "FillPaint", "StrokePaint"];

function inputsOf(element: SvgElement, before: FilterPrimitive[]): string[] {
  if (noInput.includes(element.tag)) return [];
  if (element.tag === "feMerge") {
    return element.children.flatMap((child) => (typeof child === "string" ? [] : [input(child, "in", before)]));
  }
  const first = input(element, "in", before);
  return twoInputs.includes(element.tag) ? [first, input(element, "in2", before)] : [first];
}

/** A source or an earlier result; anything else is the result just before, or the element for the first primitive. */
function input(element: SvgElement, name: string, before: FilterPrimitive[]): string {
  const text = element.attributes.get(name)?.trim() ?? "";
  if (sources.includes(text) || before.some(({ result }) => result === text)) return text;
  return before.at(-1)?.result ?? "SourceGraphic";
}

/** Shares are of the box for these two, of the filter region for all others, as resvg has it. */
const ofTheBox = ["feFlood", "feOffset"];

/** Missing sides are those of what shares are of. */
function subregion(element: SvgElement, { user, box, region: whole, units, ctx }: Reading): Rect {
  if (ctx === null) return whole;
  const boxed = units === "objectBoundingBox" && box !== null && ofTheBox.includes(element.tag);
  const region = boxed ? box : whole;
  const read = (name: string, axis: "x" | "y", start: number, size: number, otherwise: number): number => {
    const text = element.attributes.get(name);
    if (text === undefined) return otherwise;
    const value = coordinate({ element, user, ctx }, text, axis, units, "0");
    return units === "objectBoundingBox" ? start + value * size : value;
  };
  return {
    x: read("x", "x", region.x, region.width, region.x),
    y: read("y", "y", region.y, region.height, region.y),
    width: read("width", "x", 0, region.width, region.width),
    height: read("height", "y", 0, region.height, region.height),
  };
}

/** The element an feImage shows; pictures by address are drawn only by the raster tier. */
function imageContent(element: SvgElement, ctx: Context): Group | null {
  const target = ctx.reference(element.attributes.get("href") ?? "");
  const node = target === undefined ? null : ctx.nodeOf(target, { ...ctx, paints: null });
  return node === null ? null : plainGroup(element, identity, [node]);
}
