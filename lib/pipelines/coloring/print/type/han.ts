import type { Family } from "./families";

type Writing = Extract<Family, "japanese" | "simplified" | "traditional" | "korean">;

/**
 * In what order the Chinese, Japanese and Korean faces are asked. They share code points but draw many of them
 * differently, so the text itself has to tell: kana and hangul do at once; among pure Han characters, those that only
 * one country's everyday character set holds are counted (GB 2312, Big5 levels 1 and 2, JIS X 0208).
 */
export function hanOrder(text: string): Writing[] {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return order("japanese");
  if (/\p{Script=Hangul}/u.test(text)) return order("korean");
  const han = text.match(/\p{Script=Han}/gu) ?? [];
  if (!han.length) return order("simplified");
  const share = (writing: Writing) => han.filter((character) => everyday(writing).has(character)).length;
  const scores = (["simplified", "traditional", "japanese"] as const).map((writing) => ({
    writing,
    score: share(writing),
  }));
  return order(scores.reduce((best, next) => (next.score > best.score ? next : best)).writing);
}

function order(first: Writing): Writing[] {
  const all: Writing[] = ["simplified", "traditional", "japanese", "korean"];
  return [first, ...all.filter((writing) => writing !== first)];
}

/** Encoding, and first and last lead byte and trail byte of the rows with everyday characters. */
const rows: Record<Writing, { encoding: string; lead: [number, number]; trail: [number, number] }> = {
  simplified: { encoding: "gb18030", lead: [0xb0, 0xf7], trail: [0xa1, 0xfe] },
  traditional: { encoding: "big5", lead: [0xa4, 0xf9], trail: [0x40, 0xfe] },
  japanese: { encoding: "euc-jp", lead: [0xb0, 0xf4], trail: [0xa1, 0xfe] },
  korean: { encoding: "euc-kr", lead: [0xca, 0xfd], trail: [0xa1, 0xfe] },
};

const sets = new Map<Writing, Set<string>>();

/** A country's everyday characters, read out of the decoder for its old encoding. */
function everyday(writing: Writing): Set<string> {
  let set = sets.get(writing);
  if (!set) {
    const { encoding, lead, trail } = rows[writing];
    const bytes: number[] = [];
    for (let a = lead[0]; a <= lead[1]; a++) for (let b = trail[0]; b <= trail[1]; b++) bytes.push(a, b, 0x0a);
    set = new Set(new TextDecoder(encoding).decode(Uint8Array.from(bytes)).match(/\p{Script=Han}/gu));
    sets.set(writing, set);
  }
  return set;
}
