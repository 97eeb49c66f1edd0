import { isColour } from "../colour";
import { readQuantity, readShare } from "../length";

type Test = (value: string) => boolean;

const oneOf = (words: string): Test => {
  const known = new Set(words.split(" "));
  return (value) => known.has(value.trim().toLowerCase());
};
const share: Test = (value) => readShare(value) !== null;
const colour: Test = (value) => /^currentcolor$/i.test(value.trim()) || isColour(value);
/** `none`, a colour, or an address with whatever to take in its place (SVG 2, 13.2). */
const paint: Test = (value) => /^(?:none|context-(?:fill|stroke)|url\(.*)$/is.test(value.trim()) || colour(value);
const length: Test = (value) => readQuantity(value) !== null || value.includes("calc(");

/** What broken values are known by; a property that is not here takes any. */
const tests: Record<string, Test> = {
  "clip-rule": oneOf("nonzero evenodd"),
  "fill-rule": oneOf("nonzero evenodd"),
  color: colour,
  fill: paint,
  stroke: paint,
  "background-color": colour,
  "stop-color": colour,
  "flood-color": colour,
  "lighting-color": colour,
  opacity: share,
  "fill-opacity": share,
  "stroke-opacity": share,
  "stop-opacity": share,
  "flood-opacity": share,
  "stroke-width": length,
  "stroke-linecap": oneOf("butt round square"),
  "stroke-linejoin": oneOf("miter miter-clip round bevel arcs"),
  "color-interpolation-filters": oneOf("auto srgb linearrgb"),
  "text-anchor": oneOf("start middle end"),
  visibility: oneOf("visible hidden collapse"),
  "font-style": (value) => /^(?:normal|italic|oblique\b.*)$/i.test(value.trim()),
  "font-weight": (value) => /^(?:normal|bold|bolder|lighter|\d+(?:\.\d+)?)$/i.test(value.trim()),
  direction: oneOf("ltr rtl"),
  isolation: oneOf("auto isolate"),
  "mask-type": oneOf("luminance alpha"),
  "mix-blend-mode": oneOf(
    "normal multiply screen overlay darken lighten color-dodge color-burn hard-light soft-light difference exclusion hue saturation color luminosity plus-lighter plus-darker",
  ),
};

/** Words every property may be. */
export const wideWord = /^(?:inherit|initial|unset|revert|revert-layer)$/i;

/** False for a value the property cannot have, which CSS treats as if it were not there (CSS Syntax 3, 9). */
export function isReadable(property: string, value: string): boolean {
  if (value === "" || /[{}]/.test(value)) return property.startsWith("--");
  if (property.startsWith("--") || wideWord.test(value) || value.includes("var(")) return true;
  return tests[property]?.(value) ?? true;
}
