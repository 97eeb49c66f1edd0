/** The part of fontkit that captions use; the package brings no types. */
declare module "fontkit" {
  export interface Glyph {
    path: { commands: { command: string; args: number[] }[] };
  }
  export interface Font {
    unitsPerEm: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    layout(text: string): { glyphs: Glyph[]; positions: { xAdvance: number }[] };
  }
  export function openSync(path: string): Font;
}
