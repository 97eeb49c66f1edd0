import bidiFactory from "bidi-js";
import type { Face, Fonts } from "../../fonts";
import type { Character } from "./characters";
import type { SpanStyle } from "./span-style";

const bidi = bidiFactory();

/** Characters that look alike: of one element, one face and one direction. */
export interface Item {
  /** Index of the first character in the text's list. */
  start: number;
  characters: Character[];
  style: SpanStyle;
  face: Face;
  rightToLeft: boolean;
}

/** The items of a chunk from left to right (UAX 9, L2). */
export function itemsOf(
  characters: readonly Character[],
  first: number,
  base: "ltr" | "rtl",
  styleOf: (character: Character) => SpanStyle,
  fonts: Fonts,
  missing: (character: Character) => void,
): Item[] {
  const levels = levelsOf(characters, base);
  const items: (Item & { level: number })[] = [];
  let face: Face | null = null;
  characters.forEach((character, at) => {
    const style = styleOf(character);
    face = faceFor(character, style, items.at(-1)?.style === style ? face : null, fonts);
    if (face === null) {
      missing(character);
      return;
    }
    const before = items.at(-1);
    const adjacent = before !== undefined && before.start + before.characters.length === first + at;
    if (adjacent && before.style === style && before.face === face && before.level === levels[at]) {
      before.characters.push(character);
    } else {
      const level = levels[at];
      items.push({ start: first + at, characters: [character], style, face, level, rightToLeft: level % 2 === 1 });
    }
  });
  return visual(items);
}

/** Marks, joiners and selectors stay with what they follow. */
export const clinging = /^(?:\p{M}|\u200c|\u200d|[\ufe00-\ufe0f])$/u;

function faceFor({ text }: Character, style: SpanStyle, before: Face | null, fonts: Fonts): Face | null {
  if (before !== null && clinging.test(text)) return before;
  return fonts.find(style.families, style.style, text.codePointAt(0), style.axes);
}

function levelsOf(characters: readonly Character[], base: "ltr" | "rtl"): number[] {
  const text = characters.map((character) => character.text).join("");
  const { levels } = bidi.getEmbeddingLevels(text, base);
  let at = 0;
  return characters.map((character) => {
    const level = levels[at];
    at += character.text.length;
    return level;
  });
}

function visual<Kind extends { level: number }>(items: Kind[]): Kind[] {
  const order = [...items];
  const highest = Math.max(0, ...items.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let from = 0; from < order.length; from++) {
      let to = from;
      while (to < order.length && order[to].level >= level) to++;
      if (to > from) order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = Math.max(from, to);
    }
  }
  return order;
}
