import { multiply, scaling } from "../matrix";
import { transformPath } from "../outline";
import type { Matrix, PathData, Stroke } from "../scene";
import type { SlideLine } from "../slide";
import { strokeArea } from "./boolean";
import { cutDashes } from "./dashes";
import { joinOf } from "./joins";
import { emu } from "./placing";
import type { MapReason } from "./reasons";

/** A stroke ready for the slide. */
export interface StrokePlan {
  /** What the line follows, in slide pixels: the outline, or its dashes. */
  path: PathData;
  /** True when `path` is the whole outline, so that fill and line can share it. */
  whole: boolean;
  /** All of the line but its paint; null when it has to be drawn as an area. */
  line: Omit<SlideLine, "fill"> | null;
  /** The area it covers, in slide pixels, nonzero; null when Skia cannot say. */
  area(): PathData | null;
  reasons: MapReason[];
}

/** Segments of an outline whose stroke is made an area, which has some five times as many; dashes have a bound of their own. */
const mostStroked = 2_000;

/** @param pixelsPerUnit slide pixels for a user unit of the outermost viewport: the scale of strokes that do not scale. */
export function strokePlan(stroke: Stroke, outline: PathData, matrix: Matrix, pixelsPerUnit: number): StrokePlan {
  const frame = frameOf(stroke, matrix, pixelsPerUnit);
  const drawn = transformPath(outline, frame.inner);
  const width = stroke.width * frame.scale;
  const dashed = dashing(stroke, drawn, frame.scale);
  const line = frame.even ? lineOf(stroke, width, dashed, drawn) : null;
  return {
    path: transformPath(dashed.path, frame.outer),
    whole: dashed.path === drawn,
    line,
    area: once(() => {
      if (drawn.length > mostStroked) return null;
      const pieces = dashed.native.length === 0 ? dashed.path : cutOnce(stroke, drawn, frame.scale);
      const area = strokeArea(pieces, stroke, width);
      return area === null ? null : transformPath(area, frame.outer);
    }),
    reasons: line === null ? [...dashed.reasons, "stroke_outlined"] : dashed.reasons,
  };
}

/** What `make` makes, made when it is first asked for: a clip asks before the stroke does. */
function once<Made>(make: () => Made): () => Made {
  let made: { it: Made } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}

/** The stroke is drawn after `inner`, where its width is the same all round; `outer` takes it to the slide. */
interface Frame {
  inner: Matrix;
  outer: Matrix;
  /** Factor of lengths such as the width under `inner`. */
  scale: number;
  /** Lengths stay even under `outer`. */
  even: boolean;
}

const identity: Matrix = [1, 0, 0, 1, 0, 0];

function frameOf({ nonScaling }: Stroke, matrix: Matrix, pixelsPerUnit: number): Frame {
  if (nonScaling) return { inner: matrix, outer: identity, scale: pixelsPerUnit, even: true };
  const [a, b, c, d] = matrix;
  const across = Math.hypot(a, b);
  const down = Math.hypot(c, d);
  const even = Math.abs(across - down) <= 0.005 * across && Math.abs(a * c + b * d) <= 0.005 * across * down;
  if (even) return { inner: matrix, outer: identity, scale: (across + down) / 2, even };
  const scale = Math.max(across, down);
  if (!(scale > 0)) return { inner: matrix, outer: identity, scale: 0, even: true };
  return { inner: scaling(scale), outer: multiply(matrix, scaling(1 / scale)), scale, even };
}

interface Dashed {
  path: PathData;
  /** Dash and gap as shares of the width, where the slide's own dashes show the same. */
  native: { dash: number; gap: number }[];
  reasons: MapReason[];
}

function dashing(stroke: Stroke, path: PathData, scale: number): Dashed {
  const { dashes, width } = stroke;
  const solid = { path, native: [], reasons: [] };
  if (dashes.length === 0 || !(dashes.reduce((sum, length) => sum + length, 0) > 0)) return solid;
  if (nativeDashes(stroke, path)) {
    return { ...solid, native: [{ dash: dashes[0] / width, gap: dashes[1] / width }] };
  }
  const cut = cutOnce(stroke, path, scale);
  if (cut !== path) return { path: cut, native: [], reasons: ["dashes_as_geometry"] };
  return { ...solid, native: pairs(dashes, width), reasons: ["dashes_approximated"] };
}

/** One kind of dash and gap from the beginning, with flat ends: there PowerPoint and LibreOffice agree with SVG. */
function nativeDashes({ dashes, dashOffset, cap, width }: Stroke, path: PathData): boolean {
  const pair = dashes.every((length, index) => length === dashes[index % 2]);
  const once = path.every(({ type }, index) => type !== "M" || index === 0);
  return pair && once && dashOffset === 0 && cap === "butt" && dashes[0] >= width / 10 && dashes[1] >= width / 10;
}

/** The path cut into its dashes; itself when there are too many. */
function cutOnce({ dashes, dashOffset }: Stroke, path: PathData, scale: number): PathData {
  const lengths = dashes.map((length) => length * scale);
  return cutDashes(path, lengths, dashOffset * scale) ?? path;
}

function pairs(dashes: readonly number[], width: number): { dash: number; gap: number }[] {
  const list: { dash: number; gap: number }[] = [];
  for (let index = 0; index + 1 < dashes.length && list.length < 8; index += 2) {
    list.push({ dash: dashes[index] / width, gap: dashes[index + 1] / width });
  }
  return list;
}

function lineOf(stroke: Stroke, width: number, dashed: Dashed, path: PathData): Omit<SlideLine, "fill"> | null {
  const join = joinOf(stroke, path);
  if (join === null || hasDots(stroke, dashed.path)) return null;
  const cap = stroke.cap === "butt" ? "flat" : stroke.cap;
  return { width: Math.max(1, emu(width)), cap, join, dashes: dashed.native, head: null, tail: null };
}

/** A subpath of no length shows as a dot under round and square caps, which no line on a slide does. */
function hasDots({ cap }: Stroke, path: PathData): boolean {
  if (cap === "butt") return false;
  return path.some((segment, index) => {
    const next = path[index + 1];
    if (segment.type !== "M" || next === undefined || next.type === "M" || next.type === "C") return false;
    const still = next.type === "Z" || (next.x === segment.x && next.y === segment.y);
    const after = path[index + 2];
    return still && (next.type === "Z" || after === undefined || after.type === "M" || after.type === "Z");
  });
}
