import type { Font, Glyph } from "fontkit";

/** One glyph of shaped text; lengths in em. */
export interface ShapedGlyph {
  id: number;
  /** Null when the font holds only pictures of it. */
  glyph: Glyph | null;
  advance: number;
  /** Right and down from the pen. */
  dx: number;
  dy: number;
  /** UTF-16 index of the first character of its cluster in the shaped text. */
  index: number;
}

export interface Shaping {
  rightToLeft: boolean;
  /** OpenType features on and off, such as `smcp: true`, `kern: false`. */
  features: Readonly<Record<string, boolean>>;
}

interface Line {
  glyphs: Glyph[];
  positions: { xAdvance: number; xOffset: number; yOffset: number }[];
}

/** Glyphs of a text from left to right. */
export function shapeText(font: Font, text: string, shaping: Shaping): ShapedGlyph[] {
  const line = layout(font, text, shaping) ?? unshaped(font, text, shaping);
  if (line === null) return pictures(text, shaping);
  const scale = 1 / font.unitsPerEm;
  const indices = clusterIndices(text, line.glyphs, shaping.rightToLeft);
  return line.glyphs.map((glyph, number) => {
    const { xAdvance, xOffset, yOffset } = line.positions[number];
    const place = { advance: xAdvance * scale, dx: xOffset * scale, dy: -yOffset * scale };
    return { id: glyph.id, glyph, ...place, index: indices[number] };
  });
}

/** Null when the font's layout tables are broken: that costs its features, never the text. */
function layout(font: Font, text: string, { features, rightToLeft }: Shaping): Line | null {
  try {
    const wanted = features as unknown as string[];
    return font.layout(text, wanted, undefined, undefined, rightToLeft ? "rtl" : "ltr");
  } catch {
    return null;
  }
}

/** A glyph for each character; null when the font holds no outlines but pictures, or its measures are broken. */
function unshaped(font: Font, text: string, { rightToLeft }: Shaping): Line | null {
  const measured = measuredGlyphs(font, text);
  if (measured === null) return null;
  const { glyphs, positions } = measured;
  return rightToLeft ? { glyphs: glyphs.reverse(), positions: positions.reverse() } : measured;
}

function measuredGlyphs(font: Font, text: string): Line | null {
  try {
    const glyphs = font.glyphsForString(text).filter((glyph) => glyph !== null);
    if (glyphs.length < [...text].length) return null;
    return {
      glyphs,
      positions: glyphs.map(({ advanceWidth }) => ({ xAdvance: advanceWidth, xOffset: 0, yOffset: 0 })),
    };
  } catch {
    return null;
  }
}

/** Of a font without outlines or measures each character is taken to be an em wide. */
function pictures(text: string, { rightToLeft }: Shaping): ShapedGlyph[] {
  let index = 0;
  const glyphs = [...text].map((character): ShapedGlyph => {
    const advance = /[\p{M}\p{Cf}]/u.test(character) ? 0 : 1;
    const shaped = { id: 0, glyph: null, advance, dx: 0, dy: 0, index };
    index += character.length;
    return shaped;
  });
  return rightToLeft ? glyphs.reverse() : glyphs;
}

/**
 * Where each glyph's cluster begins. fontkit keeps the code points a glyph stands for; reordered ones (Indic vowels)
 * stay within a few characters of where they were.
 */
function clusterIndices(text: string, glyphs: readonly Glyph[], rightToLeft: boolean): number[] {
  const indices = new Array<number>(glyphs.length).fill(0);
  let at = 0;
  const order = rightToLeft ? glyphs.map((_, number) => glyphs.length - 1 - number) : glyphs.map((_, number) => number);
  for (const number of order) {
    indices[number] = Math.min(at, Math.max(0, text.length - 1));
    for (const codePoint of glyphs[number].codePoints) at += codePoint > 0xffff ? 2 : 1;
  }
  return indices;
}
