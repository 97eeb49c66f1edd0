import type { Face, Fonts } from "../../fonts";
import type { FontChoice } from "../../scene";
import type { SpanStyle } from "./span-style";

/** From this weight on a face counts as bold (CSS Fonts 4, 2.2). */
const boldFrom = 600;

/** How an office program is told of the face that was found. */
export function fontChoice(style: SpanStyle, face: Face, fonts: Fonts): FontChoice {
  const { record } = face;
  const asked = fonts.askedFor(style.families, face);
  const bold = record.bold || (style.style.weight >= boldFrom && (record.axes.has("wght") || record.weight < boldFrom));
  return {
    typeface:
      record.names.legacyFamily === record.names.family ? (asked ?? record.names.family) : record.names.legacyFamily,
    missing: asked === null ? (style.families[0] ?? "") : "",
    brought: record.brought === true,
    bold,
    italic: style.style.italic,
    smallCaps: style.smallCaps,
    ascent: face.ascent,
    descent: face.descent,
  };
}
