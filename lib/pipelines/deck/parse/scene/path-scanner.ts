import { afterSeparators, numberEnd } from "./number-scanner";

const argumentCounts: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };

export interface PathCommand {
  /** Upper case. */
  letter: string;
  relative: boolean;
  numbers: number[];
}

const flag = /[\s,]*([01])/y;
const command = /[\s]*([MLHVCSQTAZmlhvcsqtaz])/y;

/** Path data as commands with their numbers, implicit ones written out; up to the first error (SVG 2, 9.5.4). */
export function* scanPath(text: string): Generator<PathCommand> {
  let at = 0;
  let letter = "";
  const read = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return null;
    at = pattern.lastIndex;
    return match[1];
  };
  const readNumber = (): number => {
    const start = afterSeparators(text, at);
    const end = numberEnd(text, start);
    if (end === start) return Number.NaN;
    at = end;
    return Number(text.slice(start, end));
  };
  while (at < text.length) {
    const next = read(command);
    if (next === null && (letter === "" || letter === "Z" || letter === "z")) return;
    letter = next ?? implied(letter);
    const upper = letter.toUpperCase();
    const numbers: number[] = [];
    for (let index = 0; index < argumentCounts[upper]; index++) {
      const isFlag = upper === "A" && (index === 3 || index === 4);
      const value = isFlag ? Number(read(flag) ?? Number.NaN) : readNumber();
      if (!Number.isFinite(value)) return;
      numbers.push(value);
    }
    yield { letter: upper, relative: letter !== upper, numbers };
  }
}

/** Numbers that follow a move's are those of lines. */
function implied(letter: string): string {
  if (letter === "M") return "L";
  return letter === "m" ? "l" : letter;
}
