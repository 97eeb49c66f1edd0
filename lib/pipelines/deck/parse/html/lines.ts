import type LineBreaker from "linebreak";
import { whenAsked } from "../../installed";
import type { SvgElement } from "../element";
import { readQuantity } from "../length";
import type { Context } from "../scene/context";
import { type Character, keepsSpaces } from "../text/characters";
import { clustersOf } from "../text/clusters";
import { itemsOf } from "../text/items";
import { segmentsPerLetter } from "../text/layout";
import type { Spans } from "../text/spans";
import { pictureAt, pictureOf } from "./inline-picture";

/** Characters that stand beside each other, without white space that says nothing. Lengths in user units. */
export interface Line {
  characters: Character[];
  /** Of each character, from its pen to the next one's. */
  advances: number[];
  width: number;
  /** From the baseline to the upper and the lower edge of the line's box. */
  above: number;
  below: number;
}

/** A stretch without a forced end. */
interface Measured extends Pick<Line, "characters" | "advances"> {
  /** Advances of all characters before each, and of all. */
  pens: number[];
}

/** Rounding may not push the last word out of a box that was made for it. */
const slack = 0.01;

/**
 * How much wider than its box a text may be and stay on one line where another font stands in for its own: the box was
 * made for that, and those that stand in are broad.
 */
const standInWidth = 1.15;

/** Breaks text into lines; what was measured once is kept, since a box may be tried at several widths. */
export class LineMaker {
  private readonly measured = new WeakMap<readonly Character[], Measured[]>();

  constructor(
    private readonly spans: Spans,
    private readonly ctx: Context,
  ) {}

  /**
   * Lines that are no wider than `room`, broken where UAX 14 allows it (CSS Text 3, 5).
   * @param block whose `white-space`, `line-height` and font the lines have.
   * @throws TracepressError from `Context.spend`.
   */
  linesOf(block: SvgElement, characters: readonly Character[], room: number): Line[] {
    const space = this.ctx.style(block, "white-space").trim();
    const keeps = keepsSpaces(space);
    const wraps = !/^(?:nowrap|pre)$/.test(space);
    const within = /anywhere|break-word|break-all/.test(
      `${this.ctx.style(block, "overflow-wrap")} ${this.ctx.style(block, "word-break")}`,
    );
    return this.stretches(block, characters).flatMap((stretch) => {
      const whole = !wraps || this.isNearlyFitting(stretch, room);
      const ends = whole ? [stretch.characters.length] : endsOf(stretch, room, within);
      return ends.map((end, at) => this.line(block, stretch, ends[at - 1] ?? 0, end, keeps));
    });
  }

  private isNearlyFitting(stretch: Measured, room: number): boolean {
    const { characters } = stretch;
    if (seen(stretch, 0, characters.length) > standInWidth * room) return false;
    return characters.some(({ span }) => {
      const { families, face } = this.spans.of(span);
      return families.length > 0 && face !== null && this.ctx.fonts.askedFor(families.slice(0, 1), face) === null;
    });
  }

  private stretches(block: SvgElement, characters: readonly Character[]): Measured[] {
    const known = this.measured.get(characters) ?? forced(characters).map((stretch) => this.measure(block, stretch));
    this.measured.set(characters, known);
    return known;
  }

  private measure(block: SvgElement, characters: Character[]): Measured {
    const { ctx, spans } = this;
    ctx.spend(characters.length >> 3, segmentsPerLetter * characters.length);
    const base = ctx.style(block, "direction").trim() === "rtl" ? "rtl" : "ltr";
    const styleOf = ({ span }: Character) => spans.of(span);
    const missing = ({ span, text }: Character) => ctx.note(span, "glyph_missing", text);
    const advances = characters.map((one) => pictureAt(one, ctx)?.width ?? 0);
    for (const { from, to } of lettersBetween(characters, ctx)) {
      const items = itemsOf(characters.slice(from, to), from, base, styleOf, ctx.fonts, missing);
      for (const { character, advance } of clustersOf(items)) advances[character] += advance;
    }
    const pens = [0];
    for (const advance of advances) pens.push(pens[pens.length - 1] + advance);
    return { characters, advances, pens };
  }

  private line(block: SvgElement, stretch: Measured, start: number, stop: number, keeps: boolean): Line {
    let [from, end] = [start, stop];
    while (end > from && stretch.characters[end - 1].text === " ") end--;
    while (!keeps && from < end && stretch.characters[from].text === " ") from++;
    const characters = stretch.characters.slice(from, end);
    let [above, below] = [0, 0];
    for (const span of new Set([block, ...characters.map(({ span }) => span)])) {
      const edges = pictureEdges(span, this.ctx) ?? edgesOf(span, this.spans, this.ctx);
      above = Math.max(above, edges.above);
      below = Math.max(below, edges.below);
    }
    const width = stretch.pens[end] - stretch.pens[from];
    return { characters, advances: stretch.advances.slice(from, end), width, above, below };
  }
}

/** Stretches between forced ends of lines; the last one ends nothing. */
function forced(characters: readonly Character[]): Character[][] {
  const stretches: Character[][] = [[]];
  for (const character of characters) {
    if (character.text === "\n") stretches.push([]);
    else stretches[stretches.length - 1].push(character);
  }
  if (stretches.length > 1 && stretches[stretches.length - 1].length === 0) stretches.pop();
  return stretches;
}

/** Where lines end, the last at the stretch's end. @param within whether a word that is too long is broken anywhere. */
function endsOf(stretch: Measured, room: number, within: boolean): number[] {
  const ends: number[] = [];
  const fits = (from: number, to: number) => seen(stretch, from, to) <= room + slack;
  let from = 0;
  let last = 0;
  for (const place of placesToBreak(stretch.characters)) {
    if (last > from && !fits(from, place)) {
      ends.push(last);
      from = last;
    }
    while (within && place - from > 1 && !fits(from, place)) {
      from = fitting(stretch, from, place, room);
      ends.push(from);
    }
    last = place;
  }
  if (from < stretch.characters.length || ends.length === 0) ends.push(stretch.characters.length);
  return ends;
}

const lineBreaker = whenAsked<typeof LineBreaker>("linebreak");

/** Indices of characters before which a line may end, and the end. */
function placesToBreak(characters: readonly Character[]): number[] {
  const at = new Map<number, number>();
  let unit = 0;
  characters.forEach(({ text }, index) => {
    unit += text.length;
    at.set(unit, index + 1);
  });
  const breaker = new (lineBreaker())(characters.map(({ text }) => text).join(""));
  const places: number[] = [];
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    const index = at.get(next.position);
    if (index !== undefined) places.push(index);
  }
  return places;
}

/** Width of what is seen of a stretch: white space at its end is not. */
function seen({ characters, pens }: Measured, from: number, to: number): number {
  let end = to;
  while (end > from && characters[end - 1].text === " ") end--;
  return pens[end] - pens[from];
}

/** As many characters as there is room for, and one at least. */
function fitting({ pens }: Measured, from: number, to: number, room: number): number {
  let end = from + 1;
  while (end < to && pens[end + 1] - pens[from] <= room + slack) end++;
  return end;
}

/** Stretches of letters, whose shapes hang on each other, without the pictures between them. */
function lettersBetween(characters: readonly Character[], ctx: Context): { from: number; to: number }[] {
  const pictures = characters.flatMap((one, index) => (pictureAt(one, ctx) === null ? [] : [index]));
  const starts = [0, ...pictures.map((index) => index + 1)];
  const stretches = starts.map((from, at) => ({ from, to: pictures[at] ?? characters.length }));
  return stretches.filter(({ from, to }) => to > from);
}

function pictureEdges(span: SvgElement, ctx: Context): { above: number; below: number } | null {
  const picture = pictureOf(span, ctx);
  return picture && { above: picture.height + picture.rise, below: -picture.rise };
}

/** Half of what the line's height leaves goes above the letters, half below them (CSS 2.2, 10.8.1). */
function edgesOf(span: SvgElement, spans: Spans, ctx: Context): { above: number; below: number } {
  const { face, size, shift } = spans.of(span);
  const [ascent, descent] = face === null ? [0.8, 0.2] : [face.ascent, face.descent];
  const leading = (lineHeightOf(span, size, ascent + descent, ctx) - (ascent + descent) * size) / 2;
  return { above: ascent * size + leading - shift, below: descent * size + leading + shift };
}

/** @param natural height of the font's own line, in em. */
function lineHeightOf(span: SvgElement, size: number, natural: number, ctx: Context): number {
  const text = ctx.style(span, "line-height").trim();
  const read = readQuantity(text);
  if (read === null || read.value < 0) return natural * size;
  if (read.unit === "") return read.value * size;
  return read.unit === "%" ? (read.value / 100) * size : ctx.length(span, text, "y", natural * size);
}
