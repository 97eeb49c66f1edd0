/** The part of bidi-js that lettering uses; the package brings no types. */
declare module "bidi-js" {
  export interface Bidi {
    getEmbeddingLevels(text: string, base?: "ltr" | "rtl" | "auto"): { levels: Uint8Array };
    getMirroredCharacter(character: string): string | null;
  }
  export default function bidiFactory(): Bidi;
}
