import type { DraftElement } from "./draft";
import type { SvgElement, SvgNode } from "./element";

/** Copies share their source's attributes and style and stand under the `use`, from which they inherit (SVG 2, 5.6). */
export interface CopyList {
  elements: SvgElement[];
  spend(nodes: number): void;
}

/**
 * The copy a `use` shows. An `svg` or `symbol` takes the width and height of the `use`; a symbol without fills all.
 * @throws TracepressError from `spend` when there are too many.
 */
export function copyFor(use: SvgElement, target: SvgElement, list: CopyList): SvgElement {
  const copy = copyOf(target, use as DraftElement, use.id, list);
  if (target.tag === "svg" || target.tag === "symbol") copy.attributes = sized(use, target);
  return copy;
}

function sized(use: SvgElement, target: SvgElement): Map<string, string> {
  const attributes = new Map(target.attributes);
  for (const name of ["width", "height"]) {
    const own = use.attributes.get(name);
    if (own !== undefined) attributes.set(name, own);
  }
  return attributes;
}

function copyOf(source: SvgElement, parent: DraftElement, prefix: string, list: CopyList): DraftElement {
  list.spend(1);
  const copy: DraftElement = {
    ...source,
    id: `${prefix}/${source.id}`,
    key: list.elements.length,
    copyOf: source.copyOf ?? source,
    parent,
    children: [],
  };
  list.elements.push(copy);
  copy.children = source.children.map((child: SvgNode) =>
    typeof child === "string" ? child : copyOf(child, copy, prefix, list),
  );
  return copy;
}
