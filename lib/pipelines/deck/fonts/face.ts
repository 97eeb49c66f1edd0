import { readFileSync } from "node:fs";
import * as fontkit from "fontkit";
import { scaling } from "../matrix";
import { transformPath } from "../outline";
import type { PathData } from "../scene";
import { glyphOutline } from "./glyph-outline";
import type { FontRecord } from "./record";

/** One glyph of shaped text; lengths in em. */
export interface ShapedGlyph {
  id: number;
  glyph: fontkit.Glyph;
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

/** A font at one point of its variation axes. Metrics are in em; the underline's and strikeout's middles are below the baseline. */
export class Face {
  private readonly outlines = new Map<number, PathData>();
  private opened: fontkit.Font | undefined;

  constructor(
    readonly record: FontRecord,
    /** Where a variable font stands on its axes. */
    readonly axes: Readonly<Record<string, number>>,
  ) {}

  private get font(): fontkit.Font {
    this.opened ??= open(this.record, this.axes);
    return this.opened;
  }

  get ascent(): number {
    return this.font.ascent / this.font.unitsPerEm;
  }

  /** Below the baseline, positive. */
  get descent(): number {
    return Math.abs(this.font.descent) / this.font.unitsPerEm;
  }

  get xHeight(): number {
    const height = this.font["OS/2"]?.xHeight ?? 0;
    return height > 0 ? height / this.font.unitsPerEm : 0.5 * this.ascent;
  }

  get underline(): { middle: number; thickness: number } {
    const { underlinePosition, underlineThickness, unitsPerEm } = this.font;
    return { middle: -underlinePosition / unitsPerEm, thickness: (underlineThickness || unitsPerEm / 20) / unitsPerEm };
  }

  get strikeout(): { middle: number; thickness: number } {
    const { unitsPerEm, "OS/2": os2 } = this.font;
    if (!os2?.yStrikeoutPosition) return { middle: -this.xHeight / 2, thickness: this.underline.thickness };
    return { middle: -os2.yStrikeoutPosition / unitsPerEm, thickness: os2.yStrikeoutSize / unitsPerEm };
  }

  /** Rise of a superscript's baseline, usual where the font says nothing. */
  get superscript(): number {
    return (this.font["OS/2"]?.ySuperscriptYOffset || 0.4 * this.font.unitsPerEm) / this.font.unitsPerEm;
  }

  /** Fall of a subscript's baseline, positive. */
  get subscript(): number {
    return (this.font["OS/2"]?.ySubscriptYOffset || 0.2 * this.font.unitsPerEm) / this.font.unitsPerEm;
  }

  has(codePoint: number): boolean {
    return this.record.coverage().has(codePoint);
  }

  /** Glyphs from left to right. */
  shape(text: string, { rightToLeft, features }: Shaping): ShapedGlyph[] {
    const scale = 1 / this.font.unitsPerEm;
    const run = layout(this.font, text, features, rightToLeft);
    const indices = clusterIndices(text, run.glyphs, rightToLeft);
    return run.glyphs.map((glyph, number) => {
      const { xAdvance, xOffset, yOffset } = run.positions[number];
      const place = { advance: xAdvance * scale, dx: xOffset * scale, dy: -yOffset * scale };
      return { id: glyph.id, glyph, ...place, index: indices[number] };
    });
  }

  /** In em, y down, from the glyph's own origin. */
  outline(glyph: fontkit.Glyph): PathData {
    const known = this.outlines.get(glyph.id);
    if (known !== undefined) return known;
    const outline = transformPath(safeOutline(glyph), scaling(1 / this.font.unitsPerEm));
    this.outlines.set(glyph.id, outline);
    return outline;
  }

  get unitsPerEm(): number {
    return this.font.unitsPerEm;
  }
}

function open({ file, index }: FontRecord, axes: Readonly<Record<string, number>>): fontkit.Font {
  const created = fontkit.create(readFileSync(file));
  const font = created.fonts === undefined ? created : created.fonts[index];
  return Object.keys(axes).length === 0 ? font : font.getVariation({ ...axes });
}

/** Broken tables of a font cost its features or outlines, never the text. */
function layout(font: fontkit.Font, text: string, features: Readonly<Record<string, boolean>>, rightToLeft: boolean) {
  const wanted = features as unknown as string[];
  try {
    return font.layout(text, wanted, undefined, undefined, rightToLeft ? "rtl" : "ltr");
  } catch {
    const glyphs = font.glyphsForString(text);
    const positions = glyphs.map((glyph) => ({ xAdvance: glyph.advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }));
    return rightToLeft ? { glyphs: glyphs.reverse(), positions: positions.reverse() } : { glyphs, positions };
  }
}

function safeOutline(glyph: fontkit.Glyph): PathData {
  try {
    return glyphOutline(glyph);
  } catch {
    return [];
  }
}

/**
 * Where each glyph's cluster begins. fontkit keeps the code points a glyph stands for; reordered ones (Indic vowels)
 * stay within a few characters of where they were.
 */
function clusterIndices(text: string, glyphs: readonly fontkit.Glyph[], rightToLeft: boolean): number[] {
  const indices = new Array<number>(glyphs.length).fill(0);
  let at = 0;
  const order = rightToLeft ? glyphs.map((_, number) => glyphs.length - 1 - number) : glyphs.map((_, number) => number);
  for (const number of order) {
    indices[number] = Math.min(at, Math.max(0, text.length - 1));
    for (const codePoint of glyphs[number].codePoints) at += codePoint > 0xffff ? 2 : 1;
  }
  return indices;
}
