/** The part of fontkit that lettering uses; the package brings no types. */
declare module "fontkit" {
  export interface Glyph {
    id: number;
    codePoints: number[];
    path: { commands: { command: string; args: number[] }[] };
  }
  export interface GlyphPosition {
    xAdvance: number;
    xOffset: number;
    yOffset: number;
  }
  export interface Font {
    unitsPerEm: number;
    ascent: number;
    descent: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    getVariation(settings: Record<string, number>): Font;
    layout(
      text: string,
      features?: string[],
      script?: string,
      language?: string,
      direction?: "ltr" | "rtl",
    ): { glyphs: Glyph[]; positions: GlyphPosition[] };
  }
  export function create(bytes: Buffer): Font;
}
