import type { GlyphPosition } from "fontkit";
import type { Face, Weight } from "./faces";
import { visualRuns } from "./runs";

/** One drawn glyph; lengths in em, y upwards from the baseline. */
export interface Letter {
  face: Face;
  glyph: number;
  /** Outline in the face's own units. */
  outline: { command: string; args: number[] }[];
  unitsPerEm: number;
  /** Where its origin stands. */
  x: number;
  y: number;
  advance: number;
  /** The characters it shows; empty where a neighbour has them. */
  text: string;
}

/** Letters of one face that stand together, with the text they were made from in reading order. */
export interface LetterRun {
  text: string;
  rightToLeft: boolean;
  letters: Letter[];
}

export interface Line {
  runs: LetterRun[];
  /** In em. */
  width: number;
  /** Characters that no face has; a box stands for each. */
  missing: number;
}

/** Sets one line of text, as long as it may be, with `tracking` em more between letters than their design has. */
export function setLine(text: string, weight: Weight, tracking = 0): Line {
  const line: Line = { runs: [], width: 0, missing: 0 };
  for (const { text: part, face, level, missing } of visualRuns(readable(text), weight)) {
    const rightToLeft = level % 2 === 1;
    const { glyphs, positions } = face.font.layout(
      shapeable(part),
      undefined,
      undefined,
      undefined,
      rightToLeft ? "rtl" : "ltr",
    );
    const spread = standsApart(part, positions) ? tracking : 0;
    const letters = glyphs.map((glyph, i): Letter => {
      const { x, y, advance } = inEm(positions[i], face.font.unitsPerEm);
      const letter = {
        face,
        glyph: glyph.id,
        outline: glyph.path.commands,
        unitsPerEm: face.font.unitsPerEm,
        x: line.width + x,
        y,
        advance,
        text: String.fromCodePoint(...glyph.codePoints),
      };
      line.width += advance + spread;
      return letter;
    });
    line.runs.push({ text: part, rightToLeft, letters });
    line.missing += missing;
  }
  return line;
}

/** Letters of joined scripts, and letters with marks that hang on their neighbours, keep their distance. */
const standsApart = (text: string, positions: GlyphPosition[]): boolean =>
  !/[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Thai}]/u.test(text) &&
  positions.every(({ xAdvance }) => xAdvance > 0);

function inEm({ xOffset, yOffset, xAdvance }: GlyphPosition, unitsPerEm: number) {
  return { x: xOffset / unitsPerEm, y: yOffset / unitsPerEm, advance: xAdvance / unitsPerEm };
}

/** Text without line breaks, control characters and lone halves of characters. */
export const readable = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(/\p{Cs}/gu, "")
    .trim();

/** Thai sara am is written as two marks, the ring below the tone; fontkit leaves that to its caller. */
const shapeable = (text: string): string => text.replace(/([\u0E48-\u0E4B]?)\u0E33/g, "\u0E4D$1\u0E32");
