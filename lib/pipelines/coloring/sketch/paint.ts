import type { Element } from "@xmldom/xmldom";

/** How an element and all in it are painted, as far as a line drawing needs to know. */
export interface Paint {
  fill: string;
  stroke: string;
  hidden: boolean;
}

/** SVG's own where nothing is said. */
export const plainPaint: Paint = { fill: "black", stroke: "none", hidden: false };

/** The paint of an element inside of one that is painted so. */
export function paintOf(element: Element, outer: Paint): Paint {
  const style = declarations(element.getAttribute("style") ?? "");
  const said = (name: string) => style.get(name) ?? element.getAttribute(name)?.trim().toLowerCase() ?? "";
  const inherited = (name: "fill" | "stroke") => {
    const value = said(name);
    return value === "" || value === "inherit" || value === "currentcolor" ? outer[name] : value;
  };
  const gone =
    said("display") === "none" ||
    said("visibility") === "hidden" ||
    (said("opacity") !== "" && Number(said("opacity")) === 0);
  return { fill: inherited("fill"), stroke: inherited("stroke"), hidden: outer.hidden || gone };
}

function declarations(style: string): Map<string, string> {
  const pairs = style.toLowerCase().split(";");
  return new Map(pairs.flatMap((pair) => (pair.includes(":") ? [halves(pair)] : [])));
}

function halves(pair: string): [string, string] {
  const at = pair.indexOf(":");
  return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
}

const nothing = new Set(["none", "transparent"]);
const white = /^(white|#fff|#ffffff|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))$/;
const black = /^(black|#000|#000000|rgb\(\s*0\s*,\s*0\s*,\s*0\s*\))$/;

const isSeen = (color: string): boolean => !nothing.has(color) && !white.test(color);

/** What becomes of a painted shape on a page that has nothing but black lines; null where it is not to be seen. */
export function lineOf({ fill, stroke, hidden }: Paint): { recoloured: boolean; hollowed: boolean } | null {
  if (hidden) return null;
  if (isSeen(stroke)) return { recoloured: !black.test(stroke), hollowed: isSeen(fill) };
  return isSeen(fill) ? { recoloured: false, hollowed: true } : null;
}
