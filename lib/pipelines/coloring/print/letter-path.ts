import type { Letter, Line } from "./type/lines";

/** Where a line of letters stands on paper: x of its left end, y of its baseline (downwards), size of its em; in mm. */
export interface LetterPlace {
  left: number;
  baseline: number;
  em: number;
}

const verbs: Record<string, string> = {
  moveTo: "M",
  lineTo: "L",
  quadraticCurveTo: "Q",
  bezierCurveTo: "C",
  closePath: "Z",
};

/** A letter's outline as SVG path data in mm, to 10 µm; empty for a blank. */
export function letterPath(letter: Letter, { left, baseline, em }: LetterPlace): string {
  const scale = em / letter.unitsPerEm;
  const x = left + letter.x * em;
  const y = baseline - letter.y * em;
  return letter.outline
    .map(({ command, args }) => {
      const numbers = args.map((value, i) => (i % 2 ? y - value * scale : x + value * scale));
      return verbs[command] + numbers.map((value) => Number(value.toFixed(2))).join(" ");
    })
    .join("");
}

/** Whether a letter is a drawing already, whose own lines are to be printed black; others are hollow. */
export const isDrawing = (letter: Letter): boolean => letter.face.slice.family === "emoji";

/** The box of all ink of a line, in em, y upwards from the baseline; null for blanks. */
export function inkBox(line: Line): { left: number; right: number; top: number; bottom: number } | null {
  const box = { left: Infinity, right: -Infinity, top: -Infinity, bottom: Infinity };
  for (const letter of line.runs.flatMap(({ letters }) => letters)) {
    for (const { args } of letter.outline) {
      for (let i = 0; i + 1 < args.length; i += 2) {
        const x = letter.x + args[i] / letter.unitsPerEm;
        const y = letter.y + args[i + 1] / letter.unitsPerEm;
        box.left = Math.min(box.left, x);
        box.right = Math.max(box.right, x);
        box.top = Math.max(box.top, y);
        box.bottom = Math.min(box.bottom, y);
      }
    }
  }
  return box.right >= box.left ? box : null;
}
