import { identity, invert, multiply } from "../../matrix";
import type { GradientStop, Matrix, Paint, Rect } from "../../scene";
import type { SvgElement } from "../element";
import { readQuantity } from "../length";
import { readTransformList } from "../transform-list";
import type { Axis, Context } from "./context";
import { chainedAttribute, hrefChain } from "./href-chain";
import { stopsOf } from "./stops";
import { coordinate, hasArea, readUnits, type Units } from "./units";

const gradients = ["linearGradient", "radialGradient"];
const spreads = ["pad", "reflect", "repeat"] as const;

type Solid = Extract<Paint, { kind: "solid" }>;

/**
 * A gradient as a paint for an element with this object bounding box (SVG 2, 14.2). One stop is a solid colour; null
 * when there are none, its transform is singular, or shares are of a box without area: then the fallback is painted.
 */
export function gradientPaint(gradient: SvgElement, user: SvgElement, box: Rect | null, ctx: Context): Paint | null {
  const stops = stopsOf(gradient, ctx);
  if (stops.length === 0) return null;
  if (stops.length === 1) return solid(stops[0]);
  const all = hrefChain(gradient, gradients, ctx);
  const units = readUnits(chainedAttribute(all, "gradientUnits"), "objectBoundingBox");
  const transform = placing(chainedAttribute(all, "gradientTransform"), units, box);
  if (transform === null) return null;
  const spread = spreads.find((name) => name === chainedAttribute(all, "spreadMethod")?.trim()) ?? "pad";
  const read = reader(gradient, user, units, ctx);
  return gradient.tag === "linearGradient"
    ? linear(read, { stops, spread, transform })
    : radial(read, { stops, spread, transform });
}

interface Base {
  stops: GradientStop[];
  spread: "pad" | "reflect" | "repeat";
  transform: Matrix;
}

/** A coordinate, or what stands for it when it is missing. */
type Read = (name: string, axis: Axis, otherwise: string | number) => number;

/** Coordinates come only from templates of the gradient's own kind. */
function reader(gradient: SvgElement, user: SvgElement, units: Units, ctx: Context): Read {
  const chain = hrefChain(gradient, gradients, ctx).filter(({ tag }) => tag === gradient.tag);
  return (name, axis, otherwise) => {
    const text = chainedAttribute(chain, name);
    if (typeof otherwise === "number" && readQuantity(text) === null) return otherwise;
    return coordinate({ element: gradient, user, ctx }, text, axis, units, String(otherwise));
  };
}

function placing(text: string | undefined, units: Units, box: Rect | null): Matrix | null {
  const own = text === undefined ? identity : (readTransformList(text) ?? identity);
  if (invert(own) === null) return null;
  if (units === "userSpaceOnUse") return own;
  return hasArea(box) ? multiply([box.width, 0, 0, box.height, box.x, box.y], own) : null;
}

function linear(read: Read, base: Base): Paint {
  const from = { x: read("x1", "x", "0%"), y: read("y1", "y", "0%") };
  const to = { x: read("x2", "x", "100%"), y: read("y2", "y", "0%") };
  if (from.x === to.x && from.y === to.y) return solid(base.stops[base.stops.length - 1]);
  return { kind: "linear", from, to, ...base };
}

function radial(read: Read, base: Base): Paint {
  const centre = { x: read("cx", "x", "50%"), y: read("cy", "y", "50%") };
  const radius = read("r", "other", "50%");
  if (!(radius > 0)) return solid(base.stops[base.stops.length - 1]);
  const focus = { x: read("fx", "x", centre.x), y: read("fy", "y", centre.y) };
  return { kind: "radial", centre, radius, focus, focusRadius: Math.max(0, read("fr", "other", "0%")), ...base };
}

function solid(stop: GradientStop): Solid {
  return { kind: "solid", colour: stop.colour };
}
