import type { SvgElement } from "../element";

/** What browsers' own style sheet says of HTML's elements (HTML, 15.3), as far as text needs it. */
const rules: readonly [tags: string, declared: Record<string, string>][] = [
  [
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend main nav ol p pre section summary tbody tfoot thead ul",
    { display: "block" },
  ],
  ["table", { display: "table" }],
  ["tr", { display: "table-row" }],
  ["td th", { display: "table-cell", "vertical-align": "middle" }],
  ["b strong", { "font-weight": "bolder" }],
  ["th", { "font-weight": "bold" }],
  ["i em cite dfn var address", { "font-style": "italic" }],
  ["code kbd samp pre tt", { "font-family": "monospace" }],
  ["pre", { "white-space": "pre" }],
  ["u ins", { "text-decoration-line": "underline" }],
  ["s strike del", { "text-decoration-line": "line-through" }],
  ["li", { display: "list-item" }],
  ["ol", { "list-style-type": "decimal" }],
  ["ul", { "list-style-type": "disc" }],
  ["small", { "font-size": "smaller" }],
  ["big", { "font-size": "larger" }],
  ["sub", { "baseline-shift": "sub", "font-size": "smaller" }],
  ["sup", { "baseline-shift": "super", "font-size": "smaller" }],
  ["mark", { "background-color": "yellow", color: "black" }],
  ["a", { color: "#0000ee", "text-decoration-line": "underline" }],
  ["center", { "text-align": "center" }],
  ["th", { "text-align": "center" }],
  ["p blockquote pre ul ol dl figure", { "margin-top": "1em", "margin-bottom": "1em" }],
  ["blockquote figure", { "margin-left": "40px", "margin-right": "40px" }],
  ["dd", { "margin-left": "40px" }],
  ["ul ol", { "padding-left": "40px" }],
  ["td th", { "padding-top": "1px", "padding-right": "1px", "padding-bottom": "1px", "padding-left": "1px" }],
  ["h1", { "font-size": "2em", "margin-top": "0.67em", "margin-bottom": "0.67em" }],
  ["h2", { "font-size": "1.5em", "margin-top": "0.83em", "margin-bottom": "0.83em" }],
  ["h3", { "font-size": "1.17em", "margin-top": "1em", "margin-bottom": "1em" }],
  ["h4", { "margin-top": "1.33em", "margin-bottom": "1.33em" }],
  ["h5", { "font-size": "0.83em", "margin-top": "1.67em", "margin-bottom": "1.67em" }],
  ["h6", { "font-size": "0.67em", "margin-top": "2.33em", "margin-bottom": "2.33em" }],
  ["h1 h2 h3 h4 h5 h6", { "font-weight": "bold" }],
  ["head script style template title", { display: "none" }],
];

const byTag = new Map<string, Map<string, string>>();
for (const [tags, declared] of rules) {
  for (const tag of tags.split(" ")) {
    byTag.set(tag, new Map([...(byTag.get(tag) ?? []), ...Object.entries(declared)]));
  }
}

const none: ReadonlyMap<string, string> = new Map();

/** Sizes that `font` numbers from 1 on. */
const fontSizes = ["x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large"];

/** HTML's attributes that say what a property does (HTML, 15.3). */
const attributes: Record<string, (value: string) => [property: string, value: string]> = {
  align: (value) => ["text-align", value.toLowerCase()],
  bgcolor: (value) => ["background-color", value],
  dir: (value) => ["direction", value.toLowerCase() === "rtl" ? "rtl" : "ltr"],
  face: (value) => ["font-family", value],
  size: (value) => ["font-size", fontSizes[Math.min(Math.max(Number(value), 1), 7) - 1] ?? "medium"],
};

/** What an element of HTML has before the document says anything. */
export function htmlDefaults(element: SvgElement): ReadonlyMap<string, string> {
  const ofTag = byTag.get(element.tag) ?? none;
  const said = Object.entries(attributes).flatMap(([name, declare]) => {
    const value = element.attributes.get(name);
    return value === undefined ? [] : [declare(value)];
  });
  return said.length === 0 ? ofTag : new Map([...ofTag, ...said]);
}
