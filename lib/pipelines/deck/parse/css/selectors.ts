import type * as CssSelect from "css-select";
import type { CssNode } from "css-tree";
import { whenAsked } from "../../installed";
import type { SvgElement, SvgNode } from "../element";
import { generate } from "./syntax";

const cssSelect = whenAsked<typeof CssSelect>("css-select");

export interface Selector {
  matches(element: SvgElement): boolean;
  /** `#id`, `.class` or tag that the element must have; empty when any may match. */
  key: string;
  /** Ids, classes and tags as one number (Selectors 4, 17). */
  specificity: number;
}

/** One complex selector ready to test; null when it is broken or asks what a picture cannot know. */
export function readSelector(node: CssNode): Selector | null {
  try {
    const text = generate(node);
    if (/:(?:has|hover|active|focus|visited|target)\b|::/.test(text)) return null;
    const test = cssSelect().compile<SvgNode, SvgElement>(text, { xmlMode: true, adapter });
    return { matches: test, key: keyOf(node), specificity: specificityOf(node) };
  } catch {
    return null;
  }
}

function childrenOf(node: CssNode): CssNode[] {
  if (node.type === "Selector" || node.type === "SelectorList") return node.children.toArray();
  if (node.type === "PseudoClassSelector") return node.children?.toArray() ?? [];
  return node.type === "Nth" && node.selector ? [node.selector] : [];
}

function keyOf(selector: CssNode): string {
  let key = "";
  for (const part of childrenOf(selector)) {
    if (part.type === "Combinator") key = "";
    if (part.type === "IdSelector") key = `#${part.name}`;
    if (part.type === "ClassSelector" && !key.startsWith("#")) key = `.${part.name}`;
    if (part.type === "TypeSelector" && key === "" && part.name !== "*") key = part.name;
  }
  return key.includes("\\") || key.includes("|") ? "" : key;
}

function specificityOf(node: CssNode): number {
  switch (node.type) {
    case "IdSelector":
      return 1_000_000;
    case "ClassSelector":
    case "AttributeSelector":
      return 1_000;
    case "TypeSelector":
      return node.name === "*" ? 0 : 1;
    case "PseudoClassSelector":
      return pseudoSpecificity(node.name.toLowerCase(), childrenOf(node).map(specificityOf));
    case "SelectorList":
      return Math.max(0, ...childrenOf(node).map(specificityOf));
    default:
      return childrenOf(node).reduce((sum, part) => sum + specificityOf(part), 0);
  }
}

function pseudoSpecificity(name: string, inner: number[]): number {
  if (name === "where") return 0;
  const most = Math.max(0, ...inner);
  return name === "is" || name === "not" || name === "matches" ? most : 1_000 + most;
}

const isElement = (node: SvgNode): node is SvgElement => typeof node !== "string";
const elementsIn = (nodes: readonly SvgNode[]): SvgElement[] => nodes.filter(isElement);

/** How css-select walks the document. Selectors with `:has` are refused above, so nothing is searched downwards. */
const adapter = {
  isTag: isElement,
  existsOne: (test: (element: SvgElement) => boolean, nodes: SvgNode[]) => elementsIn(nodes).some(test),
  getAttributeValue: (element: SvgElement, name: string) => element.attributes.get(name),
  getChildren: (node: SvgNode): SvgNode[] => (isElement(node) ? (node.children as SvgNode[]) : []),
  getName: (element: SvgElement) => element.tag,
  getParent: (element: SvgElement) => element.parent,
  getSiblings: (node: SvgNode): SvgNode[] => {
    if (!isElement(node)) return [node];
    return node.parent === null ? [node] : (node.parent.children as SvgNode[]);
  },
  getText: (node: SvgNode): string =>
    isElement(node) ? node.children.filter((child) => !isElement(child)).join("") : node,
  hasAttrib: (element: SvgElement, name: string) => element.attributes.has(name),
  removeSubsets: (nodes: SvgNode[]) => nodes,
  findAll: (test: (element: SvgElement) => boolean, nodes: SvgNode[]) => elementsIn(nodes).filter(test),
  findOne: (test: (element: SvgElement) => boolean, nodes: SvgNode[]) => elementsIn(nodes).find(test) ?? null,
};
