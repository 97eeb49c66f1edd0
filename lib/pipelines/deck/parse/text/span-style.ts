import type { Face, FaceStyle, Fonts } from "../../fonts";
import { fontStretches, fontWeights } from "../css/font-words";
import type { SvgElement } from "../element";
import { readQuantity } from "../length";
import type { Context } from "../scene/context";
import { baselineShift } from "./baseline";

/** What the characters of one element have in common. */
export interface SpanStyle {
  element: SvgElement;
  families: string[];
  style: FaceStyle;
  axes: Readonly<Record<string, number>>;
  size: number;
  features: Readonly<Record<string, boolean>>;
  smallCaps: boolean;
  letterSpacing: number;
  wordSpacing: number;
  /** How far down the baseline is moved, in user units. */
  shift: number;
  visible: boolean;
  /** The face that gives metrics; null when there is no font at all. */
  face: Face | null;
}

export function spanStyle(element: SvgElement, text: SvgElement, ctx: Context, fonts: Fonts): SpanStyle {
  const said = (name: string) => ctx.style(element, name).trim();
  const families = familiesOf(said("font-family"));
  const axes = axesOf(said("font-variation-settings"));
  const style = {
    weight: axes.wght ?? weightOf(element, ctx),
    stretch: fontStretches[said("font-stretch")] ?? readQuantity(said("font-stretch"))?.value ?? 100,
    italic: /italic|oblique/.test(said("font-style")),
  };
  const face = fonts.find(families, style, undefined, axes);
  const size = adjustedSize(ctx.fontSize(element), said("font-size-adjust"), face);
  const letterSpacing = ctx.length(element, said("letter-spacing"), "x", 0);
  const smallCaps = /small-caps/.test(`${said("font-variant")} ${said("font-variant-caps")}`);
  return {
    element,
    families,
    style,
    axes,
    size,
    features: featuresOf(said, smallCaps, letterSpacing !== 0),
    smallCaps,
    letterSpacing,
    wordSpacing: ctx.length(element, said("word-spacing"), "x", 0),
    shift: face === null ? 0 : baselineShift(element, text, face, size, ctx),
    visible: said("visibility") === "visible",
    face,
  };
}

function familiesOf(text: string): string[] {
  const families = text.split(",").map((family) => family.trim().replace(/^(["'])(.*)\1$/s, "$2"));
  return families.filter((family) => family !== "");
}

/** `bolder` and `lighter` step from the parent's weight (CSS Fonts 4, 2.2). */
function weightOf(element: SvgElement, ctx: Context): number {
  const text = ctx.style(element, "font-weight").trim();
  const number = fontWeights[text] ?? Number(text);
  if (number >= 1 && number <= 1000) return number;
  const said = element.declared.get("font-weight")?.trim();
  if (element.parent === null) return said === "bolder" ? 700 : 400;
  const around = weightOf(element.parent, ctx);
  if (said === "bolder") return around < 350 ? 400 : around < 550 ? 700 : Math.max(900, around);
  if (said === "lighter") return around < 550 ? 100 : around < 750 ? 400 : 700;
  return around;
}

function axesOf(text: string): Record<string, number> {
  const axes: Record<string, number> = {};
  for (const match of text.matchAll(/["']([ -~]{4})["']\s+([-+.\d]+)/g)) axes[match[1]] = Number(match[2]);
  return axes;
}

function adjustedSize(size: number, adjust: string, face: Face | null): number {
  const aspect = Number(adjust);
  return face !== null && aspect > 0 ? (size * aspect) / face.xHeight : size;
}

function featuresOf(said: (name: string) => string, smallCaps: boolean, spaced: boolean): Record<string, boolean> {
  const features: Record<string, boolean> = {};
  if (smallCaps) features.smcp = true;
  if (said("font-kerning") === "none") features.kern = false;
  if (spaced || /none|no-common-ligatures/.test(said("font-variant-ligatures"))) {
    features.liga = false;
    features.clig = false;
  }
  for (const match of said("font-feature-settings").matchAll(/["']([ -~]{4})["']\s*(on|off|\d+)?/g)) {
    features[match[1]] = match[2] !== "off" && match[2] !== "0";
  }
  return features;
}
