/** What deck text needs of fontkit beyond what lettering does; the package brings no types. */
declare module "fontkit" {
  export interface Glyph {
    advanceWidth: number;
    advanceHeight: number;
    /** Of COLR glyphs (version 0), painted in order. */
    layers?: { glyph: Glyph; color: { red: number; green: number; blue: number; alpha: number } }[];
    /** Of sbix glyphs: the bitmap for a size in pixels. */
    getImageForSize?(size: number): { data: Uint8Array; originX: number; originY: number } | null;
  }
  export interface Font {
    underlinePosition: number;
    underlineThickness: number;
    "OS/2": { yStrikeoutPosition: number; yStrikeoutSize: number; xHeight?: number };
    /** Of a collection only. */
    fonts?: Font[];
  }
}
