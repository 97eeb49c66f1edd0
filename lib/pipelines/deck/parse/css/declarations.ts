import { readNumber } from "../length";
import { longhands } from "./shorthands";
import { eachDeclaration, parse } from "./syntax";
import { isReadable } from "./values";

export interface Declaration {
  property: string;
  value: string;
  important: boolean;
}

const plain = /^[^"'\\{}()/@!]*$/;

/** Declarations of a `style` attribute or a rule's block, shorthands taken apart, unreadable values left out. */
export function readDeclarations(text: string): Declaration[] {
  const raw = plain.test(text) ? splitPlain(text) : parseDeclarations(text);
  return raw.flatMap(expand);
}

/** Sizes and spaces of text; those of shapes may be plain numbers everywhere (SVG 2, 4.2). */
const textLengths = new Set(["font-size", "letter-spacing", "word-spacing"]);

/** The same of a style sheet: there a length of text has a unit, unless it is 0. Browsers let the `style` of an SVG's element off. */
export function readSheetDeclarations(text: string): Declaration[] {
  return readDeclarations(text).filter(({ property, value }) => !textLengths.has(property) || !readNumber(value));
}

/** One presentation attribute as declarations; values of attributes have no `!important`. */
export function readPresentation(property: string, value: string): Declaration[] {
  return expand({ property, value: value.trim(), important: false });
}

function expand(declaration: Declaration): Declaration[] {
  const { property, value, important } = declaration;
  const parts = longhands(property, value).map(([name, part]) => ({ property: name, value: part, important }));
  return parts.filter((part) => isReadable(part.property, part.value));
}

function splitPlain(text: string): Declaration[] {
  const declarations: Declaration[] = [];
  for (const part of text.split(";")) {
    const colon = part.indexOf(":");
    const value = part.slice(colon + 1).trim();
    if (colon > 0 && value !== "")
      declarations.push({ property: nameOf(part.slice(0, colon)), value, important: false });
  }
  return declarations;
}

function parseDeclarations(text: string): Declaration[] {
  const declarations: Declaration[] = [];
  const list = parse(text, { context: "declarationList", parseValue: false, parseCustomProperty: false });
  eachDeclaration(list, ({ property, value, important }) => {
    const raw = value.type === "Raw" ? value.value.replace(/\/\*[\s\S]*?\*\//g, " ").trim() : "";
    if (raw !== "") declarations.push({ property: nameOf(property), value: raw, important: important !== false });
  });
  return declarations;
}

/** Names are read in any case but custom properties', which are their own. */
function nameOf(text: string): string {
  const name = text.trim();
  return name.startsWith("--") ? name : name.toLowerCase();
}
