import type { Font } from "fontkit";
import type { FontAllowance } from "./allowance";

/** Glyphs that letters may come to, and lookups tried on them: for each letter, and whatever its number. */
const glyphsPerLetter = 4;
const lookupsPerLetter = 4_000;
const lettersAtLeast = 64;

/** What of fontkit is not part of its interface, and where a font's own instructions are followed. */
interface Inside extends Font {
  stream: { pos: number };
  _layoutEngine: { engine: { GSUBProcessor: Lookups | null; GPOSProcessor: Lookups | null } | null };
}

interface Lookups {
  glyphs: readonly unknown[];
  applyLookup(kind: number, table: unknown): boolean;
}

/**
 * The font, which counts what it does: one can be made so that a glyph, or the layout of a letter, never ends or takes all
 * memory. What goes beyond throws in the midst of it.
 */
export function metered(font: Font, allowance: FontAllowance): Font {
  const inside = font as Inside;
  meterReads(inside.stream, allowance);
  meterLayout(inside, allowance);
  const varied = font.getVariation.bind(font);
  font.getVariation = (settings) => metered(varied(settings), allowance);
  return font;
}

/** Every read moves the stream on. */
function meterReads(stream: { pos: number }, allowance: FontAllowance): void {
  let { pos } = stream;
  Object.defineProperty(stream, "pos", {
    get: () => pos,
    set: (value: number) => {
      allowance.read();
      pos = value;
    },
  });
}

function meterLayout(font: Inside, allowance: FontAllowance): void {
  const layout = font.layout.bind(font);
  font.layout = (text, ...rest) => {
    const letters = Math.max(lettersAtLeast, text.length);
    const left = { glyphs: glyphsPerLetter * letters, lookups: lookupsPerLetter * letters };
    const { engine } = font._layoutEngine;
    for (const lookups of [engine?.GSUBProcessor, engine?.GPOSProcessor]) {
      if (lookups) meterLookups(lookups, left, allowance);
    }
    return layout(text, ...rest);
  };
}

function meterLookups(lookups: Lookups, left: { glyphs: number; lookups: number }, allowance: FontAllowance): void {
  const apply = Object.getPrototypeOf(lookups).applyLookup as Lookups["applyLookup"];
  lookups.applyLookup = function (kind, table) {
    allowance.tick();
    left.lookups -= 1;
    if (left.lookups < 0 || this.glyphs.length > left.glyphs) throw new RangeError("The font's layout never ends.");
    return apply.call(this, kind, table);
  };
}
