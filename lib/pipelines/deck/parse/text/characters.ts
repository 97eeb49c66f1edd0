import type { SvgElement, SvgNode } from "../element";
import { readNumber } from "../length";
import type { Context } from "../scene/context";

/** One code point of the text with where the SVG puts it. */
export interface Character {
  text: string;
  /** The element whose style it has. */
  span: SvgElement;
  /** The `textPath` it stands on. */
  path: SvgElement | null;
  x: number | null;
  y: number | null;
  dx: number;
  dy: number;
  /** Degrees clockwise. */
  rotate: number;
}

export interface Range {
  element: SvgElement;
  start: number;
  end: number;
}

const spans = new Set(["tspan", "textPath", "a", "tref"]);
const preserving = /^(?:pre|pre-wrap|break-spaces)$/;

/** A character that stands where those before it leave the pen. */
export const flowing = (text: string, span: SvgElement, path: SvgElement | null = null): Character => {
  return { text, span, path, x: null, y: null, dx: 0, dy: 0, rotate: 0 };
};

/** @param whiteSpace a value of `white-space` (CSS Text 3, 3). */
export const keepsSpaces = (whiteSpace: string): boolean => preserving.test(whiteSpace);

/** The characters of a `text`, white space collapsed, with their positions (SVG 2, 11.5 and 11.8). */
export function charactersOf(text: SvgElement, ctx: Context): { characters: Character[]; ranges: Range[] } {
  const reader = new Reader(ctx);
  reader.read(text, null);
  const { characters, kept } = collapsed(reader.characters, (span) => preserves(span, ctx));
  const ranges = reader.ranges.map(({ element, start, end }) => ({ element, start: kept[start], end: kept[end] }));
  for (const range of ranges) place(characters, range, ctx);
  return { characters, ranges };
}

class Reader {
  readonly characters: Character[] = [];
  readonly ranges: Range[] = [];

  constructor(private readonly ctx: Context) {}

  read(element: SvgElement, path: SvgElement | null): void {
    const range = { element, start: this.characters.length, end: 0 };
    this.ranges.push(range);
    const on = element.tag === "textPath" ? element : path;
    const children = element.tag === "tref" ? this.referred(element) : element.children;
    for (const child of children) this.child(child, element, on);
    range.end = this.characters.length;
  }

  private child(child: SvgNode, span: SvgElement, path: SvgElement | null): void {
    if (typeof child === "string") {
      for (const text of transformed(child, this.ctx.style(span, "text-transform").trim()))
        this.characters.push(flowing(text, span, path));
    } else if (spans.has(child.tag) && !(child.tag === "textPath" && span.tag !== "text")) {
      if (this.ctx.style(child, "display").trim() !== "none") this.read(child, path);
    } else if (child.tag !== "title" && child.tag !== "desc") this.ctx.note(child, "element_unknown", child.tag);
  }

  private referred(element: SvgElement): SvgNode[] {
    const target = this.ctx.reference(element.attributes.get("href") ?? "");
    return target === undefined ? [] : [textContent(target)];
  }
}

/** `text-transform` (CSS Text 3, 2.1). */
export function transformed(text: string, how: string): string {
  if (how === "uppercase") return text.toUpperCase();
  if (how === "lowercase") return text.toLowerCase();
  return how === "capitalize" ? text.replace(/(?<![\p{L}\p{N}])\p{L}/gu, (letter) => letter.toUpperCase()) : text;
}

function textContent(element: SvgElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : textContent(child))).join("");
}

function preserves(span: SvgElement, ctx: Context): boolean {
  const whiteSpace = ctx.style(span, "white-space").trim();
  if (whiteSpace !== "") return keepsSpaces(whiteSpace);
  for (let element: SvgElement | null = span; element !== null; element = element.parent) {
    const space = element.attributes.get("space");
    if (space !== undefined) return space === "preserve";
  }
  return false;
}

/** `kept[i]` is where what stood at i, or the next that is left after it, stands now. */
function collapsed(all: readonly Character[], preserves: (span: SvgElement) => boolean) {
  const characters: Character[] = [];
  const kept: number[] = [];
  const preserved = new Map<SvgElement, boolean>();
  const keeps = (span: SvgElement) => {
    const before = preserved.get(span) ?? preserves(span);
    preserved.set(span, before);
    return before;
  };
  let last = -1;
  for (const character of all) {
    kept.push(characters.length);
    const space = /[ \t\n\r]/.test(character.text);
    const before = characters.at(-1);
    if (space && !keeps(character.span) && (before === undefined || before.text === " ")) continue;
    if (space) character.text = " ";
    characters.push(character);
    if (!space || keeps(character.span)) last = characters.length;
  }
  const end = Math.max(0, last);
  kept.push(end);
  return { characters: characters.slice(0, end), kept: kept.map((at) => Math.min(at, end)) };
}

/** A list with anything else in it is none. */
function numbersOnly(text: string | undefined): number[] {
  const parts = (text ?? "").split(/[\s,]+/).filter((part) => part !== "");
  const numbers = parts.map((part) => readNumber(part));
  return numbers.every((number) => number !== null) ? (numbers as number[]) : [];
}

function isWithin(element: SvgElement, outer: SvgElement): boolean {
  for (let at = element.parent; at !== null; at = at.parent) if (at === outer) return true;
  return false;
}

/** Lists of an outer element are read first, so that inner ones win. */
function place(characters: Character[], { element, start, end }: Range, ctx: Context): void {
  const list = (name: string, axis: "x" | "y") =>
    (element.attributes.get(name) ?? "")
      .split(/[\s,]+/)
      .filter((part) => part !== "")
      .map((part) => ctx.length(element, part, axis, 0));
  const fill = (values: number[], put: (character: Character, value: number) => void) => {
    for (let at = 0; at < Math.min(values.length, end - start); at++) put(characters[start + at], values[at]);
  };
  if (element.tag !== "textPath") {
    // On a path it is how far along: what the text around the path says of places means nothing there.
    fill(list("x", "x"), (character, value) => {
      if (character.path === null || isWithin(element, character.path)) character.x = value;
    });
    fill(list("y", "y"), (character, value) => {
      character.y = value;
    });
  }
  fill(list("dx", "x"), (character, value) => {
    character.dx = value;
  });
  fill(list("dy", "y"), (character, value) => {
    character.dy = value;
  });
  const turns = numbersOnly(element.attributes.get("rotate"));
  for (let at = start; turns.length > 0 && at < end; at++) {
    characters[at].rotate = turns[Math.min(at - start, turns.length - 1)];
  }
}
