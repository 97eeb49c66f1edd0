import { placeAt, refusal } from "./refuse";
import { markupEnd } from "./survey";

/** What a document type declares for the text behind it. */
export interface DocumentType {
  /** The text with the declarations blanked, so that lines and columns stay. */
  text: string;
  /** Where the document type ends; 0 without one. */
  end: number;
  /** Text of its entities by name; line breaks are spaces. */
  entities: ReadonlyMap<string, string>;
}

const entity = /<!ENTITY\s+([A-Za-z_:][\w.:-]*)\s+(?:"([^"]*)"|'([^']*)')\s*>/y;
const passedOver = /<!(?:ELEMENT|ATTLIST|NOTATION)\s/y;

/**
 * Reads the internal entities of a document type (XML 1.0, 2.8 and 4.2). Declarations of elements, attributes and
 * notations are passed over, since an SVG needs none.
 * @throws TracepressError `invalid_svg`, with its place, for what would reach outside the file or builds declarations.
 */
export function readDocumentType(text: string, name: string): DocumentType {
  const start = documentTypeIn(text);
  const open = start === -1 ? -1 : subsetOf(text, start);
  if (open === -1) return { text, end: 0, entities: new Map() };
  const entities = new Map<string, string>();
  const close = readSubset(text, open + 1, name, entities);
  const blank = text.slice(open, close + 1).replace(/[^\r\n]/g, " ");
  const end = text.indexOf(">", close) + 1;
  return { text: text.slice(0, open) + blank + text.slice(close + 1), end, entities };
}

/** Where it begins; -1 when an element or nothing comes first. */
function documentTypeIn(text: string): number {
  let index = text.indexOf("<");
  while (index !== -1 && /[!?]/.test(text[index + 1] ?? "")) {
    if (text.startsWith("<!DOCTYPE", index)) return index;
    index = text.indexOf("<", markupEnd(text, index));
  }
  return -1;
}

/** Where its `[` is, quotes passed over; -1 without one. */
function subsetOf(text: string, start: number): number {
  const head = /<!DOCTYPE(?:"[^"]*"|'[^']*'|[^"'[>])*\[/y;
  head.lastIndex = start;
  return head.test(text) ? head.lastIndex - 1 : -1;
}

/** @returns where the subset's `]` is. */
function readSubset(text: string, from: number, name: string, entities: Map<string, string>): number {
  for (let at = from; at < text.length; ) {
    if (text[at] === "]") return at;
    if (/\s/.test(text[at])) at++;
    else if (text.startsWith("<!--", at) || text.startsWith("<?", at) || matches(passedOver, text, at)) {
      at = markupEnd(text, at);
    } else at = readEntity(text, at, name, entities);
  }
  throw refusal(name, placeAt(text, from - 1), "the document type does not end; save the file as plain SVG.");
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** The first declaration of a name holds. @returns where it ends. */
function readEntity(text: string, at: number, name: string, entities: Map<string, string>): number {
  entity.lastIndex = at;
  const found = entity.exec(text);
  if (found === null) {
    const why = "the document type declares more than plain entities, which is not read; save the file as plain SVG.";
    throw refusal(name, placeAt(text, at), why);
  }
  const value = (found[2] ?? found[3]).replace(/[\r\n]+/g, " ");
  if (!entities.has(found[1])) entities.set(found[1], value.replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, character));
  return entity.lastIndex;
}

/** As XML has it, numbered characters count already where an entity is declared. What is no character stays. */
function character(named: string, hexadecimal: string | undefined, decimal: string | undefined): string {
  const code = Number.parseInt(hexadecimal ?? decimal ?? "", hexadecimal === undefined ? 10 : 16);
  const known = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return known ? String.fromCodePoint(code) : named;
}
