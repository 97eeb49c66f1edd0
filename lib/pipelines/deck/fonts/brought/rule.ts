/** What an `@font-face` rule says of a font that a document brings along (CSS Fonts 4, 4). */
export interface FontFaceRule {
  family: string;
  /** `data:` URLs of its sources, in the order they are tried; empty where all are elsewhere. */
  sources: readonly string[];
  /** Lightest and boldest; null where the rule says nothing. */
  weights: readonly [number, number] | null;
  /** Narrowest and widest, in percent of normal; null where the rule says nothing. */
  stretches: readonly [number, number] | null;
  italic: boolean;
  /** As CSS writes it; empty for all characters. */
  unicodeRange: string;
}
