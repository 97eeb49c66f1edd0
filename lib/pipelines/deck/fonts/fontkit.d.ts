/** What deck text needs of fontkit beyond what lettering does; the package brings no types. */
declare module "fontkit" {
  export interface Glyph {
    advanceWidth: number;
  }
  export interface Font {
    underlinePosition: number;
    underlineThickness: number;
    "OS/2"?: {
      yStrikeoutPosition: number;
      yStrikeoutSize: number;
      xHeight?: number;
      ySuperscriptYOffset: number;
      ySubscriptYOffset: number;
    };
    numGlyphs: number;
    getGlyph(id: number): Glyph;
    glyphsForString(text: string): (Glyph | null)[];
    /** Of a collection only. */
    fonts?: Font[];
  }
}
