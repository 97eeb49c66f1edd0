import { identity, multiply, rotation, scaling, translation } from "../matrix";
import type { Matrix } from "../scene";
import { readAngle, readQuantity, toUserUnits } from "./length";
import type { Axis, Viewport } from "./scene/context";

const nothing: Viewport = { width: 0, height: 0 };

const call = /^[\s,]*([a-zA-Z]+)\s*\(([^)]*)\)[\s,]*/;
/** An argument: a sign or a second point begins the next one without a space, as minifiers write them. */
const argument = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?[a-z%]*|[^\s,]+/gi;

/**
 * A list of transform functions, of the attribute or of CSS without relative lengths (SVG 2, 8.5; CSS Transforms 1, 13),
 * as one matrix. Null when it is broken; `none` and nothing are the identity.
 * @param box of which percentages of a translation are.
 */
export function readTransformList(text: string | undefined, box: Viewport = nothing): Matrix | null {
  let rest = (text ?? "").trim();
  if (rest === "none") return identity;
  let matrix = identity;
  while (rest !== "") {
    const match = call.exec(rest);
    if (match === null) return null;
    const next = functionMatrix(match[1], match[2].match(argument) ?? [], box);
    if (next === null) return null;
    matrix = multiply(matrix, next);
    rest = rest.slice(match[0].length);
  }
  return matrix;
}

function lengthOf(text: string): number {
  return translated(text, "other", nothing);
}

function translated(text: string, axis: Axis, viewport: Viewport): number {
  const read = readQuantity(text);
  const base = { fontSize: 16, rootFontSize: 16, viewport, window: nothing };
  return read === null ? Number.NaN : (toUserUnits(read, axis, base) ?? Number.NaN);
}

function angleOf(text: string): number {
  return readAngle(text) ?? Number.NaN;
}

function functionMatrix(name: string, parts: string[], box: Viewport): Matrix | null {
  const matrix = known(name, parts, box);
  return matrix?.every(Number.isFinite) ? matrix : null;
}

function known(name: string, parts: string[], box: Viewport): Matrix | null {
  const count = parts.length;
  const across = (text: string) => translated(text, "x", box);
  const down = (text: string) => translated(text, "y", box);
  switch (name) {
    case "matrix":
      return count === 6 ? (parts.map(lengthOf) as unknown as Matrix) : null;
    case "translate":
      return count === 1 || count === 2 ? translation(across(parts[0]), down(parts[1] ?? "0")) : null;
    case "translateX":
      return count === 1 ? translation(across(parts[0]), 0) : null;
    case "translateY":
      return count === 1 ? translation(0, down(parts[0])) : null;
    case "scale":
      return count === 1 || count === 2 ? scaling(lengthOf(parts[0]), lengthOf(parts[1] ?? parts[0])) : null;
    case "scaleX":
      return count === 1 ? scaling(lengthOf(parts[0]), 1) : null;
    case "scaleY":
      return count === 1 ? scaling(1, lengthOf(parts[0])) : null;
    case "rotate":
      return count === 1 || count === 3 ? rotationAbout(angleOf(parts[0]), parts.slice(1).map(lengthOf)) : null;
    case "skewX":
      return count === 1 ? [1, 0, tangent(parts[0]), 1, 0, 0] : null;
    case "skewY":
      return count === 1 ? [1, tangent(parts[0]), 0, 1, 0, 0] : null;
    case "skew":
      return count === 1 || count === 2 ? [1, tangent(parts[1] ?? "0"), tangent(parts[0]), 1, 0, 0] : null;
    default:
      return null;
  }
}

function tangent(text: string): number {
  return Math.tan((angleOf(text) * Math.PI) / 180);
}

function rotationAbout(degrees: number, [x = 0, y = 0]: number[]): Matrix {
  return multiply(multiply(translation(x, y), rotation(degrees)), translation(-x, -y));
}
