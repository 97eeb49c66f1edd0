import { converter, interpolate, parse } from "culori/fn";
// The spaces that CSS has: all that culori knows take three times as long to load.
import "culori/css";
import type { Colour } from "../scene";

const toRgb = converter("rgb");
/** Drawings use few colours over and over; the bound keeps a hostile file from filling the memory. */
const known = new Map<string, Colour | null>();
const maximumKnown = 4096;
const longest = 200;

/** Any colour of CSS Color 4, and of Color 5 the mixed ones and those of a light scheme, but `currentColor` and the system's, as sRGB; null when it is none. */
export function readColour(text: string): Colour | null {
  const found = known.get(text);
  if (found !== undefined) return found;
  const colour = text.length > longest ? null : convert(text.trim().toLowerCase());
  if (known.size >= maximumKnown) known.clear();
  known.set(text, colour);
  return colour;
}

export function isColour(text: string): boolean {
  return readColour(text) !== null;
}

function convert(text: string): Colour | null {
  if (text.startsWith("light-dark(")) return convert(argumentsOf(text)[0] ?? "");
  if (text.startsWith("color-mix(")) return mixed(argumentsOf(text));
  const plain = text.replace(/\s*icc-color\(.*$/, "");
  return readRgb(plain) ?? readByCulori(plain.replace(/^(hsla?\()\s*([^,\s)]+?)deg\b/, "$1$2"));
}

/** What stands between commas in the brackets of a function; commas in brackets within part nothing. */
function argumentsOf(text: string): string[] {
  const inside = text.replace(/^[\w-]+\(/, "").replace(/\)$/, "");
  const parts = [""];
  let depth = 0;
  for (const character of inside) {
    if (character === "(") depth++;
    if (character === ")") depth--;
    if (character === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim());
}

const spaces: Record<string, "rgb" | "lrgb" | "lab" | "oklab" | "xyz65"> = {
  srgb: "rgb",
  "srgb-linear": "lrgb",
  lab: "lab",
  oklab: "oklab",
  xyz: "xyz65",
  "xyz-d65": "xyz65",
};

/** `color-mix(in oklab, red 30%, blue)` in spaces without a hue (CSS Color 5, 2). */
function mixed([method, ...colours]: string[]): Colour | null {
  const space = spaces[/^in\s+(\S+)$/.exec(method)?.[1] ?? ""];
  const [first, second] = colours.map(shareOf);
  if (space === undefined || colours.length !== 2 || first.colour === null || second.colour === null) return null;
  const one = first.share ?? 1 - (second.share ?? 0.5);
  const other = second.share ?? 1 - one;
  if (!(one >= 0 && other >= 0 && one + other > 0)) return null;
  const mix = interpolate([culoriOf(first.colour), culoriOf(second.colour)], space)(other / (one + other));
  const { r, g, b, alpha = 1 } = toRgb(mix);
  const visible = alpha * Math.min(1, one + other);
  return { red: level(r * 255), green: level(g * 255), blue: level(b * 255), alpha: limit(visible, 1) };
}

/** A colour and the percentage beside it, as a share of one. */
function shareOf(text: string): { colour: Colour | null; share: number | null } {
  const [found, before, after] = /^([\d.]+)%\s+|\s+([\d.]+)%$/.exec(text) ?? [""];
  const share = before ?? after;
  return { colour: convert(text.replace(found, "")), share: share === undefined ? null : Number(share) / 100 };
}

const culoriOf = ({ red, green, blue, alpha }: Colour) =>
  ({ mode: "rgb", r: red / 255, g: green / 255, b: blue / 255, alpha }) as const;

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
