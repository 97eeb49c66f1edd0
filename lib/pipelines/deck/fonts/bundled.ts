import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Coverage } from "./coverage";
import type { FontRecord } from "./record";

/**
 * Noto Sans as the package brings it, one file for each script: the last resort, so that text is never lost. These are
 * WOFF2; of their weights only the regular one can be read.
 */
export function bundledRecords(): FontRecord[] {
  try {
    const folder = dirname(createRequire(join(process.cwd(), "package.json")).resolve(`${packageName}/package.json`));
    const ranges = JSON.parse(readFileSync(join(folder, "unicode.json"), "utf8")) as Record<string, string>;
    const subsets = Object.entries(ranges).sort(([first], [second]) => rank(first) - rank(second));
    return subsets.map(([subset, range]) =>
      recordOf(join(folder, `files/noto-sans-${subset}-wght-normal.woff2`), range),
    );
  } catch {
    return [];
  }
}

const packageName = "@fontsource-variable/noto-sans";

function rank(subset: string): number {
  return subset === "latin" ? 0 : subset === "latin-ext" ? 1 : 2;
}

function recordOf(file: string, range: string): FontRecord {
  const coverage = new Ranges(range);
  const names = { legacyFamily: "Noto Sans", family: "Noto Sans", full: "Noto Sans", aliases: ["Noto Sans"] };
  const style = { weight: 400, stretch: 100, italic: false, bold: false, axes: new Map(), colour: false };
  return { file, index: 0, names, ...style, coverage: () => coverage };
}

/** Ranges as CSS writes them: `U+0000-00FF,U+0131`. */
class Ranges extends Coverage {
  private readonly pairs: [number, number][];

  constructor(text: string) {
    super(null);
    this.pairs = text.split(",").map((part) => {
      const [first, last = first] = part.trim().replace(/^U\+/i, "").split("-");
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
    });
  }

  override has(codePoint: number): boolean {
    return this.pairs.some(([first, last]) => codePoint >= first && codePoint <= last);
  }
}
