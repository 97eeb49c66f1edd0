import { ParseError } from "@xmldom/xmldom";
import { type DraftElement, draft } from "./draft";

import type { ForeignElement } from "./element";
import { compact } from "./few-entries";
import { svgNamespace, xhtmlNamespace, xlinkNamespace, xmlNamespace } from "./namespaces";

/** Texts longer than this, and more than so many, are not looked for among the known. */
const longestShared = 32;
const mostShared = 20_000;

/** A place in the source, as xmldom's reader moves it along; both from 1. */
export interface Locator {
  lineNumber: number;
  columnNumber: number;
}

/** Attributes of a start tag, as xmldom's reader gives them. */
interface ReadAttributes {
  length: number;
  getURI(index: number): string | undefined;
  getLocalName(index: number): string | undefined;
  getQName(index: number): string;
  getValue(index: number): string;
}

interface Reports {
  onError(level: string, message: string, builder: TreeBuilder): void;
}

/**
 * Hears xmldom's reader and keeps the SVG elements only, the HTML in a `foreignObject` and HTML's style sheets, so that no
 * DOM stands beside them in memory. What is in another namespace is left out with all it holds. Elements have no styles and ids yet.
 */
export class TreeBuilder {
  /** What the reader asks for: whether there is a root, and where to put text that stands outside of it. */
  readonly doc = {
    documentElement: null as { tagName: string } | null,
    createTextNode: () => ({ tagName: "" }),
    appendChild: () => undefined,
  };
  /** What the reader asks for: the open element, for its messages. */
  currentElement: { tagName: string } | undefined;
  locator: Locator | undefined;
  /** Elements in document order; the first is the root. Empty when the root is no SVG element. */
  readonly elements: DraftElement[] = [];
  /** The outermost of what was left out. */
  readonly foreign: ForeignElement[] = [];
  /** Where the root stands. */
  start: Locator = { lineNumber: 1, columnNumber: 1 };
  private readonly open: DraftElement[] = [];
  private readonly texts = new Texts();
  /** How many open elements are left out. */
  private outside = 0;

  constructor(private readonly reports: Reports) {}

  setDocumentLocator(locator: Locator): void {
    locator.lineNumber = 0;
    this.locator = locator;
  }

  startElement(namespace: string | undefined, local: string, qualified: string, attributes: ReadAttributes): void {
    const tagName = qualified || local;
    if (this.doc.documentElement === null) {
      this.doc.documentElement = { tagName };
      this.start = { lineNumber: this.locator?.lineNumber ?? 1, columnNumber: this.locator?.columnNumber ?? 1 };
    } else if (this.currentElement === undefined)
      this.fatalError("Only one element can be added and only after doctype");
    this.currentElement = { tagName };
    if (this.outside > 0) this.outside++;
    else if (!this.isKept(namespace, local)) this.leaveOut(tagName, namespace ?? "", attributes);
    else this.add(this.texts.one(local || tagName), compact(attributesOf(attributes, this.texts)));
  }

  endElement(): void {
    if (this.outside > 0) this.outside--;
    else this.open.pop();
    const depth = this.open.length + this.outside;
    this.currentElement = depth === 0 ? undefined : { tagName: this.open.at(-1)?.tag ?? "" };
  }

  /** Text cut by comments and CDATA sections is one. */
  characters(text: string, from: number, length: number): void {
    const children = this.outside > 0 ? undefined : this.open.at(-1)?.children;
    if (children === undefined) return;
    const part = text.slice(from, from + length);
    const last = children.at(-1);
    if (typeof last === "string") children[children.length - 1] = last + part;
    else if (part !== "") children.push(part);
  }

  warning(message: string): void {
    this.report(message);
  }

  error(message: string): void {
    this.report(message);
  }

  fatalError(message: string): never {
    this.report(message);
    throw new ParseError(message, this.locator);
  }

  startDocument(): void {}
  endDocument(): void {}
  startPrefixMapping(): void {}
  endPrefixMapping(): void {}
  processingInstruction(): void {}
  comment(): void {}
  startCDATA(): void {}
  endCDATA(): void {}
  startDTD(): void {}
  endDTD(): void {}

  /** A style sheet counts wherever it stands: programs in a browser put HTML's `style` among the shapes. */
  private isKept(namespace: string | undefined, local: string): boolean {
    if (namespace === svgNamespace) return true;
    return namespace === xhtmlNamespace && (local === "style" || this.open.some(isForeignObject));
  }

  private leaveOut(name: string, namespace: string, attributes: ReadAttributes): void {
    this.outside++;
    this.foreign.push({ name, namespace, id: idOf(attributes), line: this.locator?.lineNumber ?? 1 });
  }

  private add(tag: string, attributes: ReadonlyMap<string, string>): void {
    const parent = this.open.at(-1) ?? null;
    const line = this.locator?.lineNumber ?? 1;
    const element = draft({ tag, line, key: this.elements.length, attributes, parent });
    parent?.children.push(element);
    this.elements.push(element);
    this.open.push(element);
  }

  /** The reader goes on after an error that is no `ParseError`. */
  private report(message: string): void {
    try {
      this.reports.onError("error", message, this);
    } catch (thrown) {
      throw new ParseError(message, this.locator, thrown instanceof Error ? thrown : undefined);
    }
  }
}

const isForeignObject = ({ tag }: DraftElement): boolean => tag === "foreignObject";

/** Those without a prefix, and of XLink and XML; a plain `href` goes before XLink's, and a plain `space` says nothing. */
function attributesOf(source: ReadAttributes, texts: Texts): Map<string, string> {
  const attributes = new Map<string, string>();
  for (let index = 0; index < source.length; index++) {
    const namespace = source.getURI(index);
    const local = texts.one(source.getLocalName(index) ?? source.getQName(index));
    const given = !namespace && local !== "space";
    const linked = (namespace === xlinkNamespace || namespace === xmlNamespace) && !attributes.has(local);
    if (given || linked) attributes.set(local, texts.one(source.getValue(index)));
  }
  return attributes;
}

function idOf(source: ReadAttributes): string {
  for (let index = 0; index < source.length; index++) {
    if (source.getQName(index) === "id") return source.getValue(index);
  }
  return "";
}

/** Names and short values come again and again: each text is kept once. */
class Texts {
  private readonly known = new Map<string, string>();

  one(text: string): string {
    if (text.length > longestShared) return text;
    const known = this.known.get(text);
    if (known !== undefined) return known;
    if (this.known.size < mostShared) this.known.set(text, text);
    return text;
  }
}
