import type { CssNode } from "css-tree";
import { generate, parse } from "./syntax";

/** Rules in each other name the outer one again and again; what grows beyond this is no drawing's. */
const longest = 2_000;

/**
 * Selectors of a rule that stands in another: `&` is what the outer one is about, and without it the inner one is about
 * what that holds (CSS Nesting 1, 3). Empty for what is broken or too long.
 */
export function nestedSelectors(inner: CssNode, around: readonly CssNode[]): CssNode[] {
  const outer = `:is(${around.map((selector) => generate(selector)).join(",")})`;
  const selectors = inner.type === "SelectorList" ? inner.children.toArray() : [];
  const text = selectors.map((selector) => within(generate(selector), outer)).join(",");
  if (text.length > longest) return [];
  try {
    const list = parse(text, { context: "selectorList" });
    return list.type === "SelectorList" ? list.children.toArray() : [];
  } catch {
    // As CSS says, a rule whose selectors are broken is left out.
    return [];
  }
}

function within(selector: string, outer: string): string {
  return selector.includes("&") ? selector.replaceAll("&", outer) : `${outer} ${selector}`;
}
