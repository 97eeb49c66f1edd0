import type { Font } from "fontkit";
import { plainFont } from "@/lib/fonts/plain";
import { sfntOf } from "@/lib/fonts/sfnt";
import { type Coverage, cmapCoverage } from "../coverage";
import { createdFont } from "../created-font";
import { Face } from "../face";
import { type Axis, axesOf, type FontRecord } from "../record";
import { unicodeRange } from "../unicode-range";
import type { FontAllowance } from "./allowance";
import { drawableAs } from "./drawable";
import { metered } from "./metered";
import type { FontFaceRule } from "./rule";
import { soundFont } from "./tables";

/** From this weight on office programs mean the bold face. */
const boldFrom = 600;

/** A font that came along with a document. */
export interface BroughtRecord extends FontRecord {
  brought: true;
  /** Whether the rule lets it stand for a character, which it need not have. */
  ranges: Coverage;
  /** See `drawableAs`. */
  drawable(): Uint8Array[];
}

/**
 * A font by the rule that brings it along: family, weight, width, slant and characters are the rule's, not the font's own.
 * @param name by which it is told from the document's others.
 * @throws Error of any kind when it is broken, or costs more than is left.
 */
export function broughtRecord(file: Buffer, rule: FontFaceRule, name: string, allowance: FontAllowance): BroughtRecord {
  const plain = plainFont(file, allowance.bytesLeft);
  allowance.spendBytes(plain.length);
  const sound = soundFont(plain);
  const { tables } = sound;
  const bytes = sfntOf(tables.has("glyf") ? 0x00010000 : 0x4f54544f, tables);
  const font = metered(createdFont(bytes), allowance);
  const { family, weights, stretches, italic } = rule;
  const ranges = rule.unicodeRange === "" ? everything : unicodeRange(rule.unicodeRange);
  const letters = cmapCoverage(tables.get("cmap") ?? null);
  const weight = usual(weights, 400);
  const style = { weight, stretch: usual(stretches, 100), italic, bold: weight >= boldFrom };
  let drawn: Uint8Array[] | undefined;
  const axes = variesIn(tables) ? axesWithin(tables, rule) : new Map<string, Axis>();
  const record: BroughtRecord = {
    brought: true,
    file: name,
    index: 0,
    names: { legacyFamily: family, family, full: family, aliases: [family] },
    ...style,
    axes,
    colour: false,
    ranges,
    coverage: () => both,
    open: () => font,
    drawable() {
      if (drawn !== undefined) return drawn;
      const [lightest, , boldest] = axes.get("wght") ?? [weight, null, weight];
      const apart = metered(createdFont(bytes), allowance.forPictures);
      drawn = drawableAs(sound, apart, { family, ...style }, [lightest, boldest]);
      return drawn;
    },
  };
  const both = { has: (codePoint: number) => ranges.has(codePoint) && letters.has(codePoint) };
  measure(new Face(record, {}));
  // The library keeps each glyph with the characters it was first asked for; these have none.
  const tried = metered(createdFont(bytes), allowance);
  tryGlyphs(tried, tables.has("glyf") ? 1 : tried.numGlyphs);
  return record;
}

/**
 * Outlines of CFF call each other as functions do: only drawing all of them tells whether they end, and resvg would not stop.
 * @throws when one does not, or has no advance.
 */
function tryGlyphs(font: Font, count: number): void {
  for (let id = 0; id < count; id++) {
    const { path, advanceWidth } = font.getGlyph(id);
    if (path === undefined || !Number.isFinite(advanceWidth))
      throw new RangeError("A glyph of the font has no advance.");
  }
}

const everything = unicodeRange("U+0-10FFFF");

function usual(range: readonly [number, number] | null, value: number): number {
  return range === null ? value : Math.min(range[1], Math.max(range[0], value));
}

/** What the library needs to vary a font. */
function variesIn(tables: ReadonlyMap<string, Buffer>): boolean {
  return tables.has("fvar") && ((tables.has("gvar") && tables.has("glyf")) || tables.has("CFF2"));
}

/** The font's axes, as far as the rule goes on them. */
function axesWithin(tables: ReadonlyMap<string, Buffer>, { weights, stretches }: FontFaceRule): Map<string, Axis> {
  const axes = axesOf(tables.get("fvar") ?? null);
  for (const [tag, range] of [["wght", weights] as const, ["wdth", stretches] as const]) {
    const axis = axes.get(tag);
    if (axis === undefined || range === null) continue;
    const within = (value: number) => Math.min(axis[2], Math.max(axis[0], value));
    axes.set(tag, [within(range[0]), axis[1], within(range[1])]);
  }
  return axes;
}

/** Reads what lines are measured by. @throws when the font cannot say it. */
function measure(face: Face): void {
  const { ascent, descent, xHeight, superscript, subscript, underline, strikeout } = face;
  const bars = [...Object.values(underline), ...Object.values(strikeout)];
  if (![ascent, descent, xHeight, superscript, subscript, ...bars].every(Number.isFinite))
    throw new RangeError("The font has no measures.");
}
