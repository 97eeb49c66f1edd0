import type { Axis, Viewport } from "./scene/context";

export interface Quantity {
  value: number;
  /** Lower case; empty for a plain number, `%` for a percentage. */
  unit: string;
}

const quantity = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/i;
const unitNames = new Set("px pt pc mm cm in q em ex ch rem vw vh vmin vmax % deg grad rad turn".split(" "));

/** A number with its unit; null when it is not one, or not finite. */
export function readQuantity(text: string | undefined): Quantity | null {
  if (text === undefined) return null;
  const trimmed = text.trim();
  const number = quantity.exec(trimmed)?.[0];
  if (number === undefined) return null;
  const rest = trimmed.slice(number.length).toLowerCase();
  if (rest !== "" && !unitNames.has(rest)) return readExponentialUnit(trimmed);
  const value = Number(number);
  return Number.isFinite(value) ? { value, unit: rest } : null;
}

/** `1em` and `2ex` begin like an exponent and are not one: the plain number is cut before the `e`. */
function readExponentialUnit(text: string): Quantity | null {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(em|ex)$/i.exec(text);
  return match === null ? null : { value: Number(match[1]), unit: match[2].toLowerCase() };
}

/** A plain number; null when there is a unit or anything else. */
export function readNumber(text: string | undefined): number | null {
  const read = readQuantity(text);
  return read !== null && read.unit === "" ? read.value : null;
}

/** A number or a percentage as a share of one, such as an opacity or an offset; null when it is neither. */
export function readShare(text: string | undefined): number | null {
  const read = readQuantity(text);
  if (read === null) return null;
  if (read.unit === "%") return read.value / 100;
  return read.unit === "" ? read.value : null;
}

const degreesPer: Record<string, number> = { "": 1, deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 };

/** An angle in degrees; a plain number is one in degrees. */
export function readAngle(text: string | undefined): number | null {
  const read = readQuantity(text);
  if (read === null || !(read.unit in degreesPer)) return null;
  return read.value * degreesPer[read.unit];
}

/** Numbers parted by white space and commas, up to the first that is not one. */
export function readNumbers(text: string | undefined): number[] {
  const numbers: number[] = [];
  for (const part of (text ?? "").match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|[^\s,]/gi) ?? []) {
    const value = Number(part);
    if (!Number.isFinite(value)) break;
    numbers.push(value);
  }
  return numbers;
}

const pixelsPer: Record<string, number> = {
  "": 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
  q: 2.4 / 2.54,
};

export interface LengthBase {
  /** Of the element, in user units; `ex` and `ch` are taken as half of it. */
  fontSize: number;
  rootFontSize: number;
  /** Nearest viewport, for percentages. */
  viewport: Viewport;
  /** Outermost viewport, for `vw` and `vh`. */
  window: Viewport;
}

/** A quantity in user units; null when its unit is none of length (CSS Values 4, 6; SVG 2, 8.9). */
export function toUserUnits({ value, unit }: Quantity, axis: Axis, base: LengthBase): number | null {
  if (unit in pixelsPer) return value * pixelsPer[unit];
  const { fontSize, rootFontSize, viewport, window } = base;
  switch (unit) {
    case "%":
      return (value / 100) * extent(viewport, axis);
    case "em":
      return value * fontSize;
    case "ex":
    case "ch":
      return (value * fontSize) / 2;
    case "rem":
      return value * rootFontSize;
    case "vw":
      return (value / 100) * window.width;
    case "vh":
      return (value / 100) * window.height;
    case "vmin":
      return (value / 100) * Math.min(window.width, window.height);
    case "vmax":
      return (value / 100) * Math.max(window.width, window.height);
    default:
      return null;
  }
}

function extent({ width, height }: Viewport, axis: Axis): number {
  if (axis === "x") return width;
  return axis === "y" ? height : Math.hypot(width, height) / Math.SQRT2;
}
