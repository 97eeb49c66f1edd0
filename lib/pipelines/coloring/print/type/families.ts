import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The typefaces, in the order they are asked; together they write every script the studio promises. All are variable
 * fonts under the Open Font License, cut into slices of which only the needed ones are opened.
 */
const names = {
  studio: "instrument-sans",
  common: "noto-sans",
  arabic: "noto-sans-arabic",
  hebrew: "noto-sans-hebrew",
  thai: "noto-sans-thai",
  bengali: "noto-sans-bengali",
  tamil: "noto-sans-tamil",
  japanese: "noto-sans-jp",
  simplified: "noto-sans-sc",
  traditional: "noto-sans-tc",
  korean: "noto-sans-kr",
  emoji: "noto-emoji",
} as const;

export type Family = keyof typeof names;
export const families = Object.keys(names) as Family[];

/** One file of a family: the characters that its range promises, and where it lies. */
export interface Slice {
  family: Family;
  file: string;
  /** First and last code points of its ranges, in turn, ascending. */
  ranges: Uint32Array;
}

// Looked up from the working directory, because bundlers rewrite require.resolve and import.meta.url.
const packages = (): string => join(process.cwd(), "node_modules/@fontsource-variable");

const slices = new Map<Family, Slice[]>();

/** A family's slices, from the list of ranges that its package brings; read once per thread. */
export function slicesOf(family: Family): Slice[] {
  let found = slices.get(family);
  if (!found) {
    const name = names[family];
    const folder = join(packages(), name);
    const list = JSON.parse(readFileSync(join(folder, "unicode.json"), "utf8")) as Record<string, string>;
    found = Object.entries(list).map(([subset, ranges]) => ({
      family,
      file: join(folder, "files", `${name}-${subset.replace(/[[\]]/g, "")}-wght-normal.woff2`),
      ranges: parseRanges(ranges),
    }));
    slices.set(family, found);
  }
  return found;
}

/** `U+0600-06FF,U+200C` as numbers. */
function parseRanges(text: string): Uint32Array {
  const pairs = text.split(",").map((range) => {
    const [first, last = first] = range
      .replace(/U\+/i, "")
      .split("-")
      .map((hex) => Number.parseInt(hex, 16));
    return [first, last];
  });
  return Uint32Array.from(pairs.sort(([a], [b]) => a - b).flat());
}

/** Whether a slice's ranges name the character. */
export function promises({ ranges }: Slice, codePoint: number): boolean {
  let low = 0;
  let high = ranges.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[2 * middle + 1] < codePoint) low = middle + 1;
    else high = middle;
  }
  return low < ranges.length / 2 && ranges[2 * low] <= codePoint;
}
