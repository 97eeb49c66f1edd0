import { isColour } from "../colour";
import { animationParts } from "./animation";

type Longhand = [property: string, value: string];

const whole = /^(?:inherit|initial|unset|revert|revert-layer)$/i;

/** A property's parts when it is a shorthand, else itself. Those of one with `var()` wait for what it stands for. */
export function longhands(property: string, value: string): Longhand[] {
  if (value.includes("var(") && Object.hasOwn(waiting, property))
    return waiting[property].map((part) => [part, pending(property, value)]);
  switch (property) {
    case "marker":
      return (["marker-start", "marker-mid", "marker-end"] as const).map((part) => [part, value]);
    case "font":
      return fontParts(value);
    case "animation":
      return animationParts(value);
    case "text-decoration":
      return [[property, value], ...decorationParts(value)];
    case "mask":
      return maskParts(value);
    case "margin":
    case "padding":
      return sideParts(property, value);
    case "background":
      return whole.test(value) || isColour(value) ? [["background-color", value]] : [];
    case "word-wrap":
      return [["overflow-wrap", value]];
    case "list-style":
      return /\bnone\b/i.test(value) ? [["list-style-type", "none"]] : [];
    case "-webkit-text-fill-color":
      return [["fill", value]];
    default:
      return [[property, value]];
  }
}

const sides = ["top", "right", "bottom", "left"];
const sidesOf = (property: string) => sides.map((side) => `${property}-${side}`);

/** Marks a whole shorthand in the place of one of its parts, as no value of CSS begins. */
const mark = "\u0000";
const pending = (property: string, value: string): string => `${mark}${property}${mark}${value}`;

/**
 * The value of a part once the `var()` of its declaration have become text (CSS Variables 1, 3.2): what the shorthand
 * says of it where the declaration was one.
 * @param substituted the declaration as `longhands` gave it, without `var()`. @returns null where it says nothing of it.
 */
export function settledPart(property: string, substituted: string): string | null {
  if (!substituted.startsWith(mark)) return substituted;
  const [, shorthand, value] = substituted.split(mark);
  return longhands(shorthand, value.trim()).find(([part]) => part === property)?.[1] ?? null;
}

const fontNames = [
  "font-style",
  "font-variant",
  "font-weight",
  "font-stretch",
  "line-height",
  "font-size",
  "font-family",
];
/** Parts of the shorthands whose values must be read to know which word is whose. */
const waiting: Record<string, readonly string[]> = {
  font: fontNames,
  background: ["background-color"],
  "text-decoration": ["text-decoration-line", "text-decoration-style", "text-decoration-color"],
  "list-style": ["list-style-type"],
  margin: sidesOf("margin"),
  padding: sidesOf("padding"),
};
const systemFonts = /^(?:caption|icon|menu|message-box|small-caption|status-bar)$/i;
const fontShape =
  /^((?:[a-z0-9-]+\s+)*?)((?:[\d.]+(?:[a-z]+|%)?|(?:xx?-)?(?:small|large)|medium|smaller|larger|xxx-large))(?:\s*\/\s*([^\s,]+))?\s+(.+)$/is;

/** `italic small-caps bold condensed 12px/1.5 Arial, serif` (CSS Fonts 4, 2.7); nothing when it is broken. */
function fontParts(value: string): Longhand[] {
  if (whole.test(value)) return fontNames.map((name) => [name, value]);
  if (systemFonts.test(value)) return [];
  const match = fontMatch(value);
  if (match === null) return [];
  const parts = new Map<string, string>(fontNames.slice(0, 4).map((name) => [name, "normal"]));
  for (const word of match.words) {
    const name = fontWordName(word.toLowerCase());
    if (name === null) return [];
    if (name !== "") parts.set(name, word);
  }
  return [...parts, ["line-height", match.height], ["font-size", match.size], ["font-family", match.family]];
}

interface FontMatch {
  words: string[];
  size: string;
  /** Of a line. */
  height: string;
  family: string;
}

function fontMatch(value: string): FontMatch | null {
  if (value.length > 1000) return null;
  // A weight such as 700 looks like a size: the size is the last number or size word before the family.
  const match = fontShape.exec(value);
  if (match === null) return null;
  const [, before, size, , family] = match;
  if (/^[1-9]\d{0,2}$/.test(size)) {
    const rest = fontShape.exec(family);
    if (rest !== null) return { ...fontOf(rest), words: [...words(before), size, ...words(rest[1])] };
  }
  return fontOf(match);
}

function fontOf([, before, size, height = "normal", family]: RegExpExecArray): FontMatch {
  return { words: words(before), size, height, family };
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

/** Empty for `normal`, which every part is already; null for a word that is none of a font. */
function fontWordName(word: string): string | null {
  if (word === "normal") return "";
  if (/^(?:italic|oblique)$/.test(word)) return "font-style";
  if (word === "small-caps") return "font-variant";
  if (/^(?:bold|bolder|lighter|\d{1,4})$/.test(word)) return "font-weight";
  return /-?(?:condensed|expanded)$/.test(word) ? "font-stretch" : null;
}

/** Lines, style and colour of `text-decoration`, parted by their words. */
function decorationParts(value: string): Longhand[] {
  if (whole.test(value)) return [["text-decoration-line", value]];
  if (/,(?![^(]*\))/.test(value)) return [];
  const lines = value.match(/\b(?:underline|overline|line-through)\b/gi) ?? [];
  const style = /\b(?:solid|double|dotted|dashed|wavy)\b/i.exec(value)?.[0];
  const rest = value.replace(
    /\b(?:underline|overline|line-through|blink|none|solid|double|dotted|dashed|wavy)\b/gi,
    "",
  );
  const parts: Longhand[] = [["text-decoration-line", lines.join(" ").toLowerCase() || "none"]];
  if (style !== undefined) parts.push(["text-decoration-style", style.toLowerCase()]);
  if (rest.trim() !== "") parts.push(["text-decoration-color", rest.trim()]);
  return parts;
}

/** Of a CSS mask only the address and what it is read by; a picture's place and size mean nothing to an SVG mask. */
function maskParts(value: string): Longhand[] {
  const address = /url\(\s*(?:"[^"]*"|'[^']*'|[^)]*)\)/i.exec(value)?.[0];
  return [["mask", address ?? value]];
}

/** One to four lengths, from the top on (CSS Box 4, 3.2). */
function sideParts(property: string, value: string): Longhand[] {
  const [top, right = top, bottom = top, left = right] = words(value);
  if (top === undefined) return [];
  return sidesOf(property).map((part, index) => [part, [top, right, bottom, left][index]]);
}
