import { identity } from "../../matrix";
import { transformPath } from "../../outline";
import type { PathData } from "../../scene";
import type { SvgElement } from "../element";
import { readNumber, readQuantity } from "../length";
import type { Context } from "../scene/context";
import { geometryOf } from "../scene/geometry";
import { readPath } from "../scene/path-data";
import { transformOf } from "../scene/transform";
import { PathWalk } from "./path-walk";

/** The path a `textPath` names, and where on it the text starts, in user units (SVG 2, 11.8.3). */
export interface TextPath {
  walk: PathWalk;
  offset: number;
}

/** Null when it names no path. */
export function textPathOf(element: SvgElement, ctx: Context): TextPath | null {
  const named = namedPath(element, ctx);
  if (named === null) return null;
  const reversed = element.attributes.get("side")?.trim() === "right";
  const walk = new PathWalk(reversed ? backwards(named.path) : named.path);
  return { walk, offset: startOffset(element, walk.length, named.said, ctx) };
}

/** `said` is the length that the path says it has. */
function namedPath(element: SvgElement, ctx: Context): { path: PathData; said: number | null } | null {
  const own = element.attributes.get("path");
  if (own !== undefined) return { path: readPath(own), said: null };
  const target = ctx.reference(element.attributes.get("href") ?? "");
  const geometry = target === undefined ? null : geometryOf(target, ctx);
  if (target === undefined || geometry === null) return null;
  const path = transformPath(geometry.outline, transformOf(target, ctx, () => null) ?? identity);
  return { path, said: readNumber(target.attributes.get("pathLength")) };
}

function startOffset(element: SvgElement, length: number, said: number | null, ctx: Context): number {
  const text = element.attributes.get("startOffset");
  const read = readQuantity(text);
  if (read?.unit === "%") return (read.value / 100) * length;
  return ctx.length(element, text, "other", 0) * (said !== null && said > 0 ? length / said : 1);
}

/** The first subpath and those after it walked from the end. */
function backwards(path: PathData): PathData {
  const turned: PathData = [];
  let at = { x: 0, y: 0 };
  const edges = path.map((segment) => {
    const from = at;
    if (segment.type !== "Z") at = { x: segment.x, y: segment.y };
    return { segment, from };
  });
  turned.push({ type: "M", ...at });
  for (const { segment, from } of edges.slice(1).reverse()) {
    if (segment.type === "C") {
      turned.push({ type: "C", x1: segment.x2, y1: segment.y2, x2: segment.x1, y2: segment.y1, ...from });
    } else if (segment.type === "L") turned.push({ type: "L", ...from });
  }
  return turned;
}
