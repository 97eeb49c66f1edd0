import type { CssNode } from "css-tree";
import { readQuantity, toUserUnits } from "../length";
import type { Viewport } from "../scene/context";
import { generate, parse } from "./syntax";

/**
 * Whether an `@media` list or a `media` attribute holds for a picture on a screen of this size (Media Queries 4).
 * Features that are not known do not hold.
 */
export function mediaHolds(text: string, window: Viewport): boolean {
  if (text.trim() === "") return true;
  try {
    return holds(parse(text, { context: "mediaQueryList" }), window);
  } catch {
    return false;
  }
}

function holds(node: CssNode, window: Viewport): boolean {
  if (node.type === "MediaQueryList") return node.children.some((query) => holds(query, window));
  if (node.type === "MediaQuery") return queryHolds(node, window);
  return false;
}

function queryHolds(query: CssNode & { type: "MediaQuery" }, window: Viewport): boolean {
  const { modifier, mediaType, condition } = query as unknown as {
    modifier: string | null;
    mediaType: string | null;
    condition: CssNode | null;
  };
  const type = mediaType?.toLowerCase() ?? "all";
  const fits = type === "all" || type === "screen";
  const result = fits && (condition === null || conditionHolds(generate(condition), window));
  return modifier?.toLowerCase() === "not" ? !result : result;
}

/** Conditions as css-tree writes them back: `(min-width:100px)and (max-width:200px)`. */
function conditionHolds(text: string, window: Viewport): boolean {
  const condition = text.trim();
  const inner = /^not\s*(\(.*\))$/is.exec(condition);
  if (inner !== null) return !conditionHolds(inner[1], window);
  const parts = condition.split(/(?<=\))\s*(and|or)\s*(?=\(|not\b)/i);
  if (parts.length === 1) return featureHolds(condition.replace(/^\(|\)$/g, ""), window);
  const values = parts.filter((_, index) => index % 2 === 0).map((part) => conditionHolds(part, window));
  return parts[1].toLowerCase() === "or" ? values.some(Boolean) : values.every(Boolean);
}

function featureHolds(feature: string, window: Viewport): boolean {
  const [name, value] = feature.split(":").map((part) => part.trim().toLowerCase());
  if (value === undefined) return name === "width" || name === "height" || name === "color";
  if (name === "orientation") return value === (window.width > window.height ? "landscape" : "portrait");
  if (name === "prefers-color-scheme") return value === "light";
  const match = /^(min-|max-)?(width|height)$/.exec(name);
  const wanted = pixels(value, window);
  if (match === null || wanted === null) return false;
  const actual = window[match[2] as "width" | "height"];
  if (match[1] === "min-") return actual >= wanted;
  return match[1] === "max-" ? actual <= wanted : actual === wanted;
}

function pixels(text: string, window: Viewport): number | null {
  const read = readQuantity(text);
  return read && toUserUnits(read, "other", { fontSize: 16, rootFontSize: 16, viewport: window, window });
}
