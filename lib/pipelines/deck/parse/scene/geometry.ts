import type { Geometry, PathData, Point } from "../../scene";
import type { SvgElement } from "../element";
import { readNumbers } from "../length";
import type { Axis, Context } from "./context";
import { DrawnEllipse, DrawnRect } from "./drawn-shapes";
import { readPath } from "./path-data";
import { polygonPath, polylinePath } from "./path-shapes";

/** The geometry of a basic shape or path in its user units (SVG 2, 9 and 10); null when it has none to draw. */
export function geometryOf(element: SvgElement, ctx: Context): Geometry | null {
  const geometry = readGeometry(element, ctx);
  ctx.spend(0, geometry?.outline.length);
  return geometry;
}

function readGeometry(element: SvgElement, ctx: Context): Geometry | null {
  switch (element.tag) {
    case "rect":
      return rectOf(element, ctx);
    case "circle":
    case "ellipse":
      return ellipseOf(element, ctx);
    case "line":
      return lineOf(element, ctx);
    case "polyline":
      return drawn(polylinePath(pointsOf(element)));
    case "polygon":
      return drawn(polygonPath(pointsOf(element)));
    case "path":
      return drawn(readPath(pathText(attribute(element, "d") ?? "")));
    default:
      return null;
  }
}

/** Path data, as the attribute has it or in CSS's `path()`. */
function pathText(text: string): string {
  return text.startsWith("path(") ? text.replace(/^path\(\s*["']?|["']?\s*\)$/g, "") : text;
}

/** An attribute, or the property of the same name where CSS gives it. */
export function attribute(element: SvgElement, name: string): string | undefined {
  return element.declared.get(name) ?? element.attributes.get(name);
}

function drawn(outline: PathData): Geometry | null {
  return outline.length < 2 ? null : { kind: "path", outline };
}

function rectOf(element: SvgElement, ctx: Context): Geometry | null {
  const [x, y] = [read(element, ctx, "x", "x"), read(element, ctx, "y", "y")];
  const [width, height] = [read(element, ctx, "width", "x"), read(element, ctx, "height", "y")];
  if (!(width > 0 && height > 0)) return null;
  const radii = radiiOf(element, ctx);
  const rx = Math.min(radii.rx, width / 2);
  const ry = Math.min(radii.ry, height / 2);
  const rect = { x, y, width, height };
  return new DrawnRect(rect, rx, ry);
}

/** A radius that is missing, `auto` or negative is the other one; zero when both are. */
function radiiOf(element: SvgElement, ctx: Context): { rx: number; ry: number } {
  const valid = (name: string, axis: Axis): number | null => {
    const value = read(element, ctx, name, axis, -1);
    return value >= 0 ? value : null;
  };
  const rx = valid("rx", "x");
  const ry = valid("ry", "y");
  return { rx: rx ?? ry ?? 0, ry: ry ?? rx ?? 0 };
}

function ellipseOf(element: SvgElement, ctx: Context): Geometry | null {
  const [cx, cy] = [read(element, ctx, "cx", "x"), read(element, ctx, "cy", "y")];
  const r = read(element, ctx, "r", "other");
  const { rx, ry } = element.tag === "circle" ? { rx: r, ry: r } : radiiOf(element, ctx);
  if (!(rx > 0 && ry > 0)) return null;
  return new DrawnEllipse(cx, cy, rx, ry);
}

function lineOf(element: SvgElement, ctx: Context): Geometry {
  const from = { x: read(element, ctx, "x1", "x"), y: read(element, ctx, "y1", "y") };
  const to = { x: read(element, ctx, "x2", "x"), y: read(element, ctx, "y2", "y") };
  return { kind: "line", from, to, outline: polylinePath([from, to]) };
}

/** Pairs of numbers up to the first error; an odd last one is left out. */
function pointsOf(element: SvgElement): Point[] {
  const numbers = readNumbers(element.attributes.get("points"));
  return Array.from({ length: numbers.length >> 1 }, (_, index) => ({
    x: numbers[2 * index],
    y: numbers[2 * index + 1],
  }));
}

function read(element: SvgElement, ctx: Context, name: string, axis: Axis, fallback = 0): number {
  return ctx.length(element, attribute(element, name), axis, fallback);
}
