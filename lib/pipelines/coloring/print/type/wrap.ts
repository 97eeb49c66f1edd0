const words = new Intl.Segmenter("en", { granularity: "word" });

/**
 * The parts between which a line may break, blanks at their ends: words, also of languages that write no blanks, with
 * the punctuation that belongs to them.
 */
export function breakable(text: string): string[] {
  const parts: string[] = [];
  for (const { segment, isWordLike } of words.segment(text)) {
    const last = parts[parts.length - 1];
    const joins = last !== undefined && !/\s$/.test(last) && (!isWordLike || !/[\p{L}\p{N}]$/u.test(last));
    const opens = /^[\p{Ps}\p{Pi}]$/u.test(segment) || /^\p{Extended_Pictographic}/u.test(segment);
    if (last !== undefined && (/^\s/.test(segment) || (joins && !opens))) parts[parts.length - 1] += segment;
    else parts.push(segment);
  }
  return parts;
}

/**
 * Text in at most `most` lines, each as near as can be to the same width, none wider than `room`; or null where it
 * does not fit. `widthOf` measures in the unit of `room`; it is asked for words and for whole lines only.
 */
export function wrap(text: string, most: number, room: number, widthOf: (text: string) => number): string[] | null {
  const parts = breakable(text);
  const blank = widthOf("n n") - 2 * widthOf("n");
  const widths = parts.map((part) => widthOf(part.trim()) + (part.endsWith(" ") ? blank : 0));
  const whole = widths.reduce((sum, width) => sum + width, 0);
  if (whole <= 1.1 * room && widthOf(text) <= room) return [text];
  for (let count = 2; count <= most; count++) {
    if (whole > 1.1 * count * room) continue;
    // Narrower lines are more even ones; wider ones are tried until all words fit.
    for (let limit = whole / count; ; limit = Math.min(room, limit * 1.06)) {
      const lines = fill(parts, widths, limit);
      if (lines.length <= count && lines.every((line) => widthOf(line) <= room)) return lines;
      if (limit >= room) break;
    }
  }
  return null;
}

function fill(parts: string[], widths: number[], limit: number): string[] {
  const lines: string[] = [];
  let line = "";
  let width = 0;
  for (const [i, part] of parts.entries()) {
    if (line && width + widths[i] > limit) {
      lines.push(line.trim());
      line = "";
      width = 0;
    }
    line += part;
    width += widths[i];
  }
  return [...lines, line.trim()].filter((text) => text !== "");
}

/** As many words as `fits` takes, with an ellipsis; at least one letter. */
export function cutAtWord(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  const parts = breakable(text);
  const byWord = longest(parts.length - 1, (count) => fits(`${parts.slice(0, count).join("").trim()} …`));
  if (byWord > 0) return `${parts.slice(0, byWord).join("").trim()} …`;
  const letters = [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)].map((part) => part.segment);
  const byLetter = longest(letters.length - 1, (count) => fits(`${letters.slice(0, count).join("")}…`));
  return `${letters.slice(0, Math.max(1, byLetter)).join("")}…`;
}

/** The largest count that is fine, where all smaller ones are fine too; 0 if none is. */
function longest(most: number, isFine: (count: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isFine(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
