import { fillBox, strokedBox } from "../../bounds";
import { rectanglePath, transformPath } from "../../outline";
import type { FillRule, PathData, Point, Rect, SceneNode } from "../../scene";
import type { SvgElement } from "../element";
import { readQuantity } from "../length";
import type { Axis, Context } from "./context";
import { readPath } from "./path-data";
import { ellipsePath, polygonPath, roundRectanglePath } from "./path-shapes";
import { positionIn } from "./shape-position";

/** What CSS's basic shapes are read with (CSS Shapes 1, 3): lengths, and shares of the box that they stand in. */
interface Measure {
  box: Rect;
  /** Null for what is no length. @param of what a percentage is of, in user units. */
  length(text: string | undefined, axis: Axis, of: number): number | null;
}

type Read = (text: string, measure: Measure) => PathData | null;

const called = /^(?:([a-z]+-box)\s+)?([a-z]+)\((.*)\)(?:\s+([a-z]+-box))?$/is;
const ruled = /^(nonzero|evenodd)\s*,\s*(.*)$/is;

/**
 * The outline of a basic shape in the user space of its element, as `clip-path` has it; null for what is none, or cannot
 * be read.
 */
export function basicShape(
  value: string,
  element: SvgElement,
  node: SceneNode,
  ctx: Context,
): { outline: PathData; rule: FillRule } | null {
  const [, before, name, said, after] = called.exec(value) ?? [];
  const read = readers[name?.toLowerCase()];
  const box = boxOf(before ?? after ?? "border-box", element, node, ctx);
  if (read === undefined || box === null) return null;
  const [, rule, rest] = ruled.exec(said.trim()) ?? [];
  const length = (text: string | undefined, axis: Axis, of: number) => {
    const quantity = readQuantity(text);
    if (quantity === null) return null;
    return quantity.unit === "%" ? (quantity.value * of) / 100 : ctx.length(element, text, axis, 0);
  };
  const outline = read((rest ?? said).trim(), { box, length });
  return outline && { outline, rule: rule?.toLowerCase() === "evenodd" ? "evenodd" : "nonzero" };
}

/** The box that is named (CSS Masking 1, 5.1); of SVG's elements the outer ones of CSS are those with the stroke. */
function boxOf(name: string, element: SvgElement, node: SceneNode, ctx: Context): Rect | null {
  if (name === "view-box") return { x: 0, y: 0, ...ctx.viewport(element) };
  return /^(?:border|margin|stroke)-box$/.test(name) ? strokedBox(node) : fillBox(node);
}

const readers: Record<string, Read> = {
  circle: (text, measure) => {
    const { box, length } = measure;
    const [radius, place] = aroundPlace(text, measure);
    if (place === null) return null;
    const r = sideOf(radius || "closest-side", [...sides(place, box, "x"), ...sides(place, box, "y")]);
    const along = r ?? length(radius, "x", Math.hypot(box.width, box.height) / Math.SQRT2);
    return along === null ? null : ellipsePath(place.x, place.y, along, along);
  },
  ellipse: (text, measure) => {
    const { box, length } = measure;
    const [radii, place] = aroundPlace(text, measure);
    if (place === null) return null;
    const [first = "closest-side", second = "closest-side"] = words(radii);
    const rx = sideOf(first, sides(place, box, "x")) ?? length(first, "x", box.width);
    const ry = sideOf(second, sides(place, box, "y")) ?? length(second, "y", box.height);
    return rx === null || ry === null ? null : ellipsePath(place.x, place.y, rx, ry);
  },
  inset: (text, measure) => {
    const [edges, round] = text.split(/\bround\b/i);
    const [top, right = top, bottom = top, left = right] = words(edges);
    const { box, length } = measure;
    const [above, below] = [top, bottom].map((edge) => length(edge, "y", box.height));
    const [before, behind] = [left, right].map((edge) => length(edge, "x", box.width));
    if (above === null || below === null || before === null || behind === null) return null;
    const width = box.width - before - behind;
    const height = box.height - above - below;
    return rounded({ x: box.x + before, y: box.y + above, width, height }, round, measure);
  },
  rect: (text, measure) => {
    const [edges, round] = text.split(/\bround\b/i);
    const { box, length } = measure;
    const [top, right, bottom, left] = words(edges).map((edge, i) => {
      const [axis, of, whole] =
        i % 2 === 0 ? (["y", box.height, i === 2] as const) : (["x", box.width, i === 1] as const);
      return edge.toLowerCase() === "auto" ? (whole ? of : 0) : length(edge, axis, of);
    });
    if (top == null || right == null || bottom == null || left == null) return null;
    return rounded({ x: box.x + left, y: box.y + top, width: right - left, height: bottom - top }, round, measure);
  },
  xywh: (text, measure) => {
    const [place, round] = text.split(/\bround\b/i);
    const { box, length } = measure;
    const [x, y, width, height] = words(place).map((part, i) =>
      i % 2 === 0 ? length(part, "x", box.width) : length(part, "y", box.height),
    );
    if (x == null || y == null || width == null || height == null) return null;
    return rounded({ x: box.x + x, y: box.y + y, width, height }, round, measure);
  },
  polygon: (text, { box, length }) => {
    const points: Point[] = [];
    for (const pair of text.split(",")) {
      const [across, down] = words(pair);
      const x = length(across, "x", box.width);
      const y = length(down, "y", box.height);
      if (x === null || y === null) return null;
      points.push({ x: box.x + x, y: box.y + y });
    }
    return polygonPath(points);
  },
  path: (text, { box }) => {
    const d = /^(["'])(.*)\1$/s.exec(text)?.[2];
    return d === undefined ? null : transformPath(readPath(d), [1, 0, 0, 1, box.x, box.y]);
  },
};

const words = (text: string): string[] => text.trim().split(/\s+/).filter(Boolean);

/** What stands before `at`, and the place that it names; the middle where it names none. */
function aroundPlace(text: string, { box, length }: Measure): [string, Point | null] {
  const [before, at = "center"] = ` ${text}`.split(/\sat\s/i);
  return [before.trim(), positionIn(box, words(at), length)];
}

/** How far a place is from the two sides of a box. */
function sides({ x, y }: Point, box: Rect, axis: Axis): number[] {
  const [at, from, size] = axis === "x" ? [x, box.x, box.width] : [y, box.y, box.height];
  return [Math.abs(at - from), Math.abs(from + size - at)];
}

function sideOf(word: string, distances: readonly number[]): number | null {
  if (word.toLowerCase() === "closest-side") return Math.min(...distances);
  return word.toLowerCase() === "farthest-side" ? Math.max(...distances) : null;
}

/** A rectangle, empty where its edges cross. @param round one radius for all corners, or one each way. */
function rounded(rect: Rect, round: string | undefined, { box, length }: Measure): PathData | null {
  if (!(rect.width > 0 && rect.height > 0)) return [];
  if (round === undefined) return rectanglePath(rect);
  const [across, down = across] = round.split("/").map(words);
  if (across.length !== 1 || down.length !== 1) return null;
  const rx = length(across[0], "x", box.width);
  const ry = length(down[0], "y", box.height);
  if (rx === null || ry === null) return null;
  return roundRectanglePath(rect, Math.min(rx, rect.width / 2), Math.min(ry, rect.height / 2));
}
