import { converter, parse } from "culori";
import type { Colour } from "../scene";

const toRgb = converter("rgb");
/** Drawings use few colours over and over; the bound keeps a hostile file from filling the memory. */
const known = new Map<string, Colour | null>();
const maximumKnown = 4096;

/** Any colour of CSS Color 4 but `currentColor` and the system's, as sRGB; null when it is none. */
export function readColour(text: string): Colour | null {
  const found = known.get(text);
  if (found !== undefined) return found;
  const colour = text.length > 200 ? null : convert(text.trim().toLowerCase());
  if (known.size >= maximumKnown) known.clear();
  known.set(text, colour);
  return colour;
}

export function isColour(text: string): boolean {
  return readColour(text) !== null;
}

function convert(text: string): Colour | null {
  const plain = text.replace(/\s*icc-color\(.*$/, "");
  return readRgb(plain) ?? readByCulori(plain.replace(/^(hsla?\()\s*([^,\s)]+?)deg\b/, "$1$2"));
}

function readByCulori(text: string): Colour | null {
  const parsed = parse(text);
  if (parsed === undefined) return null;
  const { r, g, b, alpha = 1 } = toRgb(parsed);
  const colour = { red: level(r * 255), green: level(g * 255), blue: level(b * 255), alpha: limit(alpha, 1) };
  return Object.values(colour).every(Number.isFinite) ? colour : null;
}

const rgb = /^rgba?\(([^()]*)\)$/;

/** `rgb()` and `rgba()` of any mix of commas, spaces, numbers and percentages, each limited to its range. */
function readRgb(text: string): Colour | null {
  const parts = rgb
    .exec(text)?.[1]
    .trim()
    .split(/\s*[,/]\s*|\s+/);
  if (parts === undefined || parts.length < 3 || parts.length > 4) return null;
  const [red, green, blue, alpha] = parts.map((part, index) => component(part, index === 3 ? 1 : 255));
  if (![red, green, blue, alpha ?? 1].every(Number.isFinite)) return null;
  return { red: level(red), green: level(green), blue: level(blue), alpha: limit(alpha ?? 1, 1) };
}

function component(part: string, full: number): number {
  if (part === "none") return 0;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?%?$/.test(part)) return Number.NaN;
  return part.endsWith("%") ? (Number.parseFloat(part) / 100) * full : Number(part);
}

function level(value: number): number {
  return limit(Math.round(value), 255);
}

function limit(value: number, full: number): number {
  return Math.min(Math.max(value, 0), full);
}
