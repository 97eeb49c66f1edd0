import { Coverage } from "./coverage";

type Pair = [first: number, last: number];

/** No font has so many parts; what goes beyond is passed over. */
const mostPairs = 4_096;

/** Ranges as CSS writes them (CSS Fonts 4, 4.5): `U+0000-00FF, U+0131, U+4??`. What is none of them covers nothing. */
export function unicodeRange(text: string): Coverage {
  const pairs = text.split(",", mostPairs).flatMap(pairOf);
  pairs.sort(([one], [other]) => one - other);
  const apart: Pair[] = [];
  for (const [first, last] of pairs) {
    const before = apart.at(-1);
    if (before !== undefined && first <= before[1]) before[1] = Math.max(before[1], last);
    else apart.push([first, last]);
  }
  return new Coverage(apart.flat());
}

function pairOf(text: string): Pair[] {
  const match = /^U\+([0-9a-f]{0,6}\?{0,6})(?:-([0-9a-f]{1,6}))?$/i.exec(text.trim());
  if (match === null || match[1] === "" || match[1].length > 6) return [];
  const [, first, last = first.replaceAll("?", "f")] = match;
  return [[Number.parseInt(first.replaceAll("?", "0"), 16), Number.parseInt(last, 16)]];
}
