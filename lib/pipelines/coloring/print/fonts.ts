import { join } from "node:path";
import * as fontkit from "fontkit";

/**
 * The studio's typeface, one file per script, in the order they are asked. WOFF and not WOFF2: pdfkit can embed
 * subsets only of the former.
 */
const files = ["instrument-sans-latin-600-normal.woff", "instrument-sans-latin-ext-600-normal.woff"];

// Looked up from the working directory, because bundlers rewrite require.resolve and import.meta.url.
export const fontPaths = files.map((file) =>
  join(process.cwd(), "node_modules/@fontsource/instrument-sans/files", file),
);

let loaded: fontkit.Font[] | undefined;

/** The fonts, opened once per thread. */
export function fonts(): fontkit.Font[] {
  loaded ??= fontPaths.map((path) => fontkit.openSync(path) as fontkit.Font);
  return loaded;
}

export interface TextRun {
  text: string;
  /** Which of `fonts()` and `fontPaths` has the characters. */
  font: number;
}

/** Text cut into runs that one font can write. Characters that no font has become a space. */
export function fontRuns(text: string): TextRun[] {
  const runs: TextRun[] = [];
  for (const character of text.normalize("NFC")) {
    const found = fonts().findIndex((font) => font.hasGlyphForCodePoint(character.codePointAt(0) as number));
    const run = found < 0 ? { text: " ", font: 0 } : { text: character, font: found };
    const last = runs[runs.length - 1];
    if (last?.font === run.font) last.text += run.text;
    else runs.push(run);
  }
  return runs;
}
