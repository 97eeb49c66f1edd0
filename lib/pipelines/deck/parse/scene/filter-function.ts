import type { FilterPrimitive, Rect } from "../../scene";
import type { SvgElement } from "../element";
import { readAngle, readQuantity, readShare } from "../length";
import { colourMatrices, hueMatrix } from "./colour-matrices";
import type { Context } from "./context";

/** A CSS filter function as the primitive it stands for, without its place in a chain. */
export interface FunctionPrimitive {
  type: string;
  values: FilterPrimitive["values"];
  /** How far what it draws may reach beyond what it is given, in user units. */
  reach: number;
}

/** Reads a filter function (Filter Effects 1, 12); null when its name or an argument is broken. */
export function readFilterFunction(
  name: string,
  text: string,
  element: SvgElement,
  ctx: Context,
): FunctionPrimitive | null {
  if (name === "blur") return blur(text, element, ctx);
  if (name === "drop-shadow") return dropShadow(text, element, ctx);
  if (name === "hue-rotate") {
    const degrees = text === "" ? 0 : readAngle(text);
    return degrees === null ? null : matrix(hueMatrix(degrees));
  }
  const amount = text === "" ? 1 : readShare(text);
  if (!(name in colourMatrices) || amount === null || amount < 0) return null;
  return matrix(colourMatrices[name](amount));
}

/** The box a function may paint in: what it is given, and as far around as it reaches. */
export function reachedBox(box: Rect, reach: number): Rect {
  return { x: box.x - reach, y: box.y - reach, width: box.width + 2 * reach, height: box.height + 2 * reach };
}

function matrix(values: number[]): FunctionPrimitive {
  return { type: "feColorMatrix", values: { type: "matrix", values }, reach: 0 };
}

function blur(text: string, element: SvgElement, ctx: Context): FunctionPrimitive | null {
  const deviation = text === "" ? 0 : lengthOf(text, element, ctx);
  if (deviation === null || deviation < 0) return null;
  return { type: "feGaussianBlur", values: { stdDeviation: [deviation, deviation] }, reach: 3 * deviation };
}

/** `<color>? && <length>{2,3}`: the colour first or last; broken without both offsets. */
function dropShadow(text: string, element: SvgElement, ctx: Context): FunctionPrimitive | null {
  const parts = text.match(/[^\s(]+(?:\([^)]*\))?/g) ?? [];
  const [before, lengths, after] = splitAround(parts, element, ctx);
  if (lengths.length < 2 || lengths.length > 3 || before.length + after.length > 1) return null;
  const colour = ctx.colour(element, before[0] ?? after[0] ?? "currentColor");
  const [dx, dy, deviation = 0] = lengths;
  if (colour === null || deviation < 0) return null;
  const values = { dx, dy, stdDeviation: [deviation, deviation], "flood-color": colour };
  return { type: "feDropShadow", values, reach: 3 * deviation + Math.max(Math.abs(dx), Math.abs(dy)) };
}

function splitAround(parts: string[], element: SvgElement, ctx: Context): [string[], number[], string[]] {
  const read = parts.map((part) => lengthOf(part, element, ctx));
  const first = read.findIndex((value) => value !== null);
  if (first < 0) return [parts, [], []];
  const end = read.findIndex((value, index) => index > first && value === null);
  const last = end < 0 ? parts.length : end;
  return [parts.slice(0, first), read.slice(first, last).map(Number), parts.slice(last)];
}

/** A length, which has a unit unless it is zero; percentages are none. */
function lengthOf(text: string, element: SvgElement, ctx: Context): number | null {
  const read = readQuantity(text);
  if (read === null || read.unit === "%") return null;
  return ctx.length(element, text, "other", 0);
}
