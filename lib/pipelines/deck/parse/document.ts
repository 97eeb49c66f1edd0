import type { Document, Element, Node } from "@xmldom/xmldom";
import type { SvgDocument, SvgElement, SvgNode } from "./element";
import { refusal } from "./refuse";
import { svgNamespace, xlinkNamespace, xmlNamespace } from "./xml";

/** An element while it is made; the cascade fills `declared`, `use` adds copies to `elements`. */
export interface DraftElement extends SvgElement {
  attributes: Map<string, string>;
  declared: Map<string, string>;
  parent: DraftElement | null;
  children: (DraftElement | string)[];
}

export interface DraftDocument extends SvgDocument {
  root: DraftElement;
  byId: Map<string, SvgElement>;
  elements: SvgElement[];
}

/**
 * The SVG elements of a DOM, without styles yet. What is in another namespace is left out with all it holds.
 * @throws TracepressError `invalid_svg` when the root is no `svg`.
 */
export function readDocument(dom: Document, name: string): DraftDocument {
  const top = dom.documentElement;
  if (top === null || !isSvg(top) || top.localName !== "svg") {
    const place = { line: top?.lineNumber ?? 1, column: top?.columnNumber ?? 1 };
    throw refusal(name, place, "the outermost element is not svg; this is another kind of file.");
  }
  const document: DraftDocument = { root: draft(top, null, 0), byId: new Map(), elements: [] };
  const waiting: [Element, DraftElement][] = [[top, document.root]];
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    const [source, element] = pair;
    element.key = document.elements.length;
    document.elements.push(element);
    const inner = readChildren(source, element);
    waiting.push(...inner.reverse());
  }
  nameElements(document);
  return document;
}

function readChildren(source: Element, element: DraftElement): [Element, DraftElement][] {
  const inner: [Element, DraftElement][] = [];
  for (let node: Node | null = source.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === 1) {
      const child = node as Element;
      if (!isSvg(child)) continue;
      const made = draft(child, element, 0);
      element.children.push(made);
      inner.push([child, made]);
    } else if (node.nodeType === 3 || node.nodeType === 4) appendText(element.children, node.nodeValue ?? "");
  }
  return inner;
}

/** Text cut by comments and CDATA sections is one. */
function appendText(children: SvgNode[], text: string): void {
  const last = children.length - 1;
  if (typeof children[last] === "string") children[last] += text;
  else children.push(text);
}

function isSvg(element: Element): boolean {
  return element.namespaceURI === svgNamespace;
}

function draft(source: Element, parent: DraftElement | null, key: number): DraftElement {
  return {
    tag: source.localName ?? source.nodeName,
    id: "",
    idGiven: false,
    line: source.lineNumber ?? 1,
    key,
    copyOf: null,
    attributes: attributesOf(source),
    declared: new Map(),
    parent,
    children: [],
  };
}

/** Those without a prefix, and of XLink and XML; a plain `href` goes before XLink's. */
function attributesOf(source: Element): Map<string, string> {
  const attributes = new Map<string, string>();
  for (let index = 0; index < source.attributes.length; index++) {
    const { namespaceURI, localName, name, value } = source.attributes[index];
    const local = localName ?? name;
    if (!namespaceURI) attributes.set(local, value);
    else if ((namespaceURI === xlinkNamespace || namespaceURI === xmlNamespace) && !attributes.has(local)) {
      attributes.set(local, value);
    }
  }
  return attributes;
}

/** Gives every element an id that no other has: the file's own, `logo-2` for its second bearer, or `rect-3`. */
function nameElements(document: DraftDocument): void {
  const taken = new Set<string>();
  for (const element of document.elements) {
    const given = element.attributes.get("id") ?? "";
    if (given !== "" && !document.byId.has(given)) document.byId.set(given, element);
    taken.add(given);
  }
  const counts = new Map<string, number>();
  for (const element of document.elements) {
    const given = element.attributes.get("id") ?? "";
    element.idGiven = given !== "";
    element.id = document.byId.get(given) === element ? given : freeName(given || element.tag, counts, taken);
  }
}

function freeName(stem: string, counts: Map<string, number>, taken: ReadonlySet<string>): string {
  for (;;) {
    const count = (counts.get(stem) ?? 0) + 1;
    counts.set(stem, count);
    const made = `${stem}-${count}`;
    if (!taken.has(made)) return made;
  }
}
