import type { Sheet } from "../options";
import { captionBand, mmPerPoint } from "../options";
import { fontRuns, fonts } from "./fonts";
import type { PageDocument } from "./page-document";

/** Height of the letters' em in mm: as large as fits, within these. */
const largestEm = 13;
const smallestEm = 6;
const captionLine = 0.9 * mmPerPoint;

interface Letter {
  commands: { command: string; args: number[] }[];
  /** Where the letter begins, in em. */
  at: number;
  unitsPerEm: number;
}

/**
 * A line of hollow letters under the picture, as outlines, so that every format shows the same and children can color
 * them. Text that does not fit is cut at a word.
 */
export function layCaption(text: string, sheet: Sheet): PageDocument["caption"] {
  const room = sheet.width - 2 * sheet.margin;
  const { letters, width } = fitLine(text, room / smallestEm);
  if (!letters.length) return null;
  const em = Math.min(largestEm, room / width);
  const left = (sheet.width - width * em) / 2;
  const baseline = sheet.height - sheet.margin - captionBand / 2 + 0.35 * em;
  const paths = letters.map((letter) => letterPath(letter, em, left, baseline)).filter((data) => data !== "");
  return paths.length ? { line: captionLine, paths } : null;
}

/** Letters of as many words as `room` (in em) holds. */
function fitLine(text: string, room: number): { letters: Letter[]; width: number } {
  const words = text.trim().split(/\s+/);
  let line = layOut(words.join(" "));
  for (let count = words.length; line.width > room && count > 1; ) {
    count = Math.min(count - 1, Math.max(1, Math.floor((count * room) / line.width)));
    line = layOut(`${words.slice(0, count).join(" ")} …`);
  }
  while (line.width > room && line.letters.length > 1) {
    const letters = line.letters.slice(0, -1);
    line = { letters, width: line.letters[letters.length].at };
  }
  return line;
}

function layOut(text: string): { letters: Letter[]; width: number } {
  const letters: Letter[] = [];
  let at = 0;
  for (const run of fontRuns(text)) {
    const font = fonts()[run.font];
    const { glyphs, positions } = font.layout(run.text);
    for (let i = 0; i < glyphs.length; i++) {
      letters.push({ commands: glyphs[i].path.commands, at, unitsPerEm: font.unitsPerEm });
      at += positions[i].xAdvance / font.unitsPerEm;
    }
  }
  return { letters, width: at };
}

const verbs: Record<string, string> = {
  moveTo: "M",
  lineTo: "L",
  quadraticCurveTo: "Q",
  bezierCurveTo: "C",
  closePath: "Z",
};

function letterPath(letter: Letter, em: number, left: number, baseline: number): string {
  const scale = em / letter.unitsPerEm;
  const start = left + letter.at * em;
  return letter.commands
    .map(({ command, args }) => {
      const numbers = args.map((value, i) => (i % 2 ? baseline - value * scale : start + value * scale));
      return verbs[command] + numbers.map((value) => Number(value.toFixed(2))).join(" ");
    })
    .join("");
}
