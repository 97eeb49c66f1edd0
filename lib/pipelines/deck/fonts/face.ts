import type * as fontkit from "fontkit";
import { scaling } from "../matrix";
import { transformPath } from "../outline";
import type { PathData } from "../scene";
import { glyphOutline } from "./glyph-outline";
import type { FontRecord } from "./record";
import { type ShapedGlyph, type Shaping, shapeText } from "./shaping";

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
  shape(text: string, shaping: Shaping): ShapedGlyph[] {
    return shapeText(this.font, text, shaping);
  }

  /** In em, y down, from the glyph's own origin. */
  outline(glyph: fontkit.Glyph | null): PathData {
    if (glyph === null) return [];
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

function open(record: FontRecord, axes: Readonly<Record<string, number>>): fontkit.Font {
  const font = record.open();
  return Object.keys(axes).length === 0 ? font : font.getVariation({ ...axes });
}

function safeOutline(glyph: fontkit.Glyph): PathData {
  try {
    return glyphOutline(glyph);
  } catch {
    return [];
  }
}
