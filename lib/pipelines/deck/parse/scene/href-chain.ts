import type { SvgElement } from "../element";
import type { Context } from "./context";

/**
 * An element and the templates it takes missing attributes from, nearest first: along `href` while the tags allow it,
 * ended by a missing or other element and before a circle closes (SVG 2, 14.1.1).
 */
export function hrefChain(element: SvgElement, tags: readonly string[], ctx: Context): SvgElement[] {
  const chain: SvgElement[] = [];
  let next: SvgElement | undefined = element;
  while (next !== undefined && tags.includes(next.tag) && !chain.includes(next) && chain.length < 100) {
    chain.push(next);
    const href: string | undefined = next.attributes.get("href");
    next = href === undefined ? undefined : ctx.reference(href);
  }
  return chain;
}

/** The attribute of the first element of the chain that has it. */
export function chainedAttribute(chain: readonly SvgElement[], name: string): string | undefined {
  return chain.find((element) => element.attributes.has(name))?.attributes.get(name);
}
