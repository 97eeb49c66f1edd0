/** Families tried for each generic family, in order; what the deck bundles or most systems have comes first. */
export const generics: Readonly<Record<string, readonly string[]>> = {
  "sans-serif": ["Noto Sans", "Liberation Sans", "Arial", "Helvetica", "DejaVu Sans"],
  serif: ["Noto Serif", "Liberation Serif", "Times New Roman", "Times", "DejaVu Serif"],
  monospace: ["Noto Mono", "Noto Sans Mono", "Liberation Mono", "Courier New", "DejaVu Sans Mono"],
  cursive: ["Yellowtail", "Comic Sans MS", "Apple Chancery", "URW Chancery L"],
  fantasy: ["Sedgwick Ave Display", "Impact", "Papyrus"],
  "system-ui": ["Noto Sans", "Liberation Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans"],
};

/** Fonts of the same widths, for families that are not there. */
const metricTwins: Readonly<Record<string, readonly string[]>> = {
  arial: ["Liberation Sans", "Arimo"],
  helvetica: ["Liberation Sans", "Arimo", "Arial"],
  "helvetica neue": ["Liberation Sans", "Arimo", "Arial"],
  times: ["Liberation Serif", "Tinos", "Times New Roman"],
  "times new roman": ["Liberation Serif", "Tinos"],
  courier: ["Liberation Mono", "Cousine", "Courier New"],
  "courier new": ["Liberation Mono", "Cousine"],
  calibri: ["Carlito"],
  cambria: ["Caladea"],
  "bitstream vera sans": ["DejaVu Sans"],
  "bitstream vera serif": ["DejaVu Serif"],
  "bitstream vera sans mono": ["DejaVu Sans Mono"],
  georgia: ["Gelasio"],
};

const aliases: Readonly<Record<string, string>> = {
  "ui-sans-serif": "sans-serif",
  "ui-serif": "serif",
  "ui-monospace": "monospace",
  "ui-rounded": "sans-serif",
  "-apple-system": "system-ui",
  blinkmacsystemfont: "system-ui",
};

/** The families to look for, in order, when this one is asked for; itself when it is no generic one. */
export function familiesFor(family: string): readonly string[] {
  const name = family.toLowerCase();
  const generic = generics[aliases[name] ?? name];
  return generic ?? [family, ...(metricTwins[name] ?? [])];
}
