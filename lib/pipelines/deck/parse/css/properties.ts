/** What CSS says of a property: whether children have it from their parent, and what it is when nothing says. */
interface Property {
  inherited: boolean;
  initial: string;
}

const inherited: Record<string, string> = {
  "clip-rule": "nonzero",
  color: "black",
  "color-interpolation": "sRGB",
  "color-interpolation-filters": "linearRGB",
  "color-rendering": "auto",
  cursor: "auto",
  direction: "ltr",
  "dominant-baseline": "auto",
  fill: "black",
  "fill-opacity": "1",
  "fill-rule": "nonzero",
  "font-family": "",
  "font-feature-settings": "normal",
  "font-kerning": "auto",
  "font-size": "medium",
  "font-size-adjust": "none",
  "font-stretch": "normal",
  "font-style": "normal",
  "font-variant": "normal",
  "font-variant-caps": "normal",
  "font-variant-ligatures": "normal",
  "font-variation-settings": "normal",
  "font-weight": "normal",
  "glyph-orientation-horizontal": "0deg",
  "glyph-orientation-vertical": "auto",
  "image-rendering": "auto",
  kerning: "auto",
  "letter-spacing": "normal",
  "line-height": "normal",
  "list-style-type": "disc",
  "marker-end": "none",
  "marker-mid": "none",
  "marker-start": "none",
  "overflow-wrap": "normal",
  "paint-order": "normal",
  "pointer-events": "auto",
  "shape-rendering": "auto",
  stroke: "none",
  "stroke-dasharray": "none",
  "stroke-dashoffset": "0",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "stroke-miterlimit": "4",
  "stroke-opacity": "1",
  "stroke-width": "1",
  "text-align": "start",
  "text-anchor": "start",
  "text-orientation": "mixed",
  "text-rendering": "auto",
  "text-transform": "none",
  visibility: "visible",
  "white-space": "",
  "word-break": "normal",
  "word-spacing": "normal",
  "writing-mode": "horizontal-tb",
};

const ownOnly: Record<string, string> = {
  "alignment-baseline": "auto",
  "background-color": "transparent",
  "baseline-shift": "baseline",
  clip: "auto",
  "clip-path": "none",
  display: "inline",
  "enable-background": "accumulate",
  filter: "none",
  "flood-color": "black",
  "flood-opacity": "1",
  "inline-size": "auto",
  isolation: "auto",
  "lighting-color": "white",
  mask: "none",
  "mask-type": "luminance",
  "mix-blend-mode": "normal",
  opacity: "1",
  overflow: "",
  "shape-inside": "auto",
  "stop-color": "black",
  "stop-opacity": "1",
  "text-decoration": "none",
  "text-decoration-color": "",
  "text-decoration-line": "none",
  "text-decoration-style": "solid",
  "text-decoration-thickness": "auto",
  "text-overflow": "clip",
  transform: "none",
  "transform-box": "view-box",
  "transform-origin": "",
  "unicode-bidi": "normal",
  "vector-effect": "none",
};

const properties = new Map<string, Property>([
  ...Object.entries(inherited).map(([name, initial]) => [name, { inherited: true, initial }] as const),
  ...Object.entries(ownOnly).map(([name, initial]) => [name, { inherited: false, initial }] as const),
]);

const unknown: Property = { inherited: false, initial: "" };
const custom: Property = { inherited: true, initial: "" };

export function propertyOf(name: string): Property {
  return properties.get(name) ?? (name.startsWith("--") ? custom : unknown);
}

/** Properties of which there is no attribute. */
const cssOnly = new Set(
  "background-color isolation list-style-type mix-blend-mode overflow-wrap text-align word-break".split(" "),
);

export function isProperty(name: string): boolean {
  return properties.has(name);
}

/** Attributes that are properties too, and the shorthands (SVG 2, 6.6). */
export function isPresentation(attribute: string): boolean {
  if (cssOnly.has(attribute)) return false;
  return properties.has(attribute) || attribute === "marker";
}
