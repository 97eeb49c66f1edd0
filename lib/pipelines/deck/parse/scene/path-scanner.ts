import { afterSeparators, afterSpaces, numberBetween, numberEnd } from "./number-scanner";

const argumentCounts: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
const mostArguments = 7;
/** Of an arc's arguments, the two that are 0 or 1 and may stand without a space behind them. */
const [firstFlag, lastFlag] = [3, 4];
const [zero, one] = [48, 49];
/** Behind "z" in the order of characters. */
const lastLetter = "{";

/**
 * Reads path data command by command, implicit ones as if they were written out, up to the first error (SVG 2, 9.5.4).
 * What it holds is that of the last `next`: a path has thousands of commands, and nothing is made for each.
 */
export class PathScanner {
  /** Upper case. */
  letter = "";
  relative = false;
  readonly numbers = new Float64Array(mostArguments);
  private at = 0;
  /** As written, or implied by it. */
  private written = "";

  constructor(private readonly text: string) {}

  /** Goes to the next command. False at the end and at an error. */
  next(): boolean {
    if (this.at >= this.text.length) return false;
    const letter = this.readLetter() ?? implied(this.written);
    if (letter === "" || letter === null) return false;
    this.written = letter;
    this.letter = letter.toUpperCase();
    this.relative = letter !== this.letter;
    const count = argumentCounts[this.letter];
    for (let index = 0; index < count; index++) {
      const isFlag = this.letter === "A" && index >= firstFlag && index <= lastFlag;
      const value = isFlag ? this.readFlag() : this.readNumber();
      if (!Number.isFinite(value)) return false;
      this.numbers[index] = value;
    }
    return true;
  }

  private readLetter(): string | null {
    const at = afterSpaces(this.text, this.at);
    const letter = this.text.charAt(at);
    // No letter beyond ASCII, of which some have an upper case within it.
    if (!(letter < lastLetter) || argumentCounts[letter.toUpperCase()] === undefined) return null;
    this.at = at + 1;
    return letter;
  }

  private readNumber(): number {
    const start = afterSeparators(this.text, this.at);
    const end = numberEnd(this.text, start);
    if (end === start) return Number.NaN;
    this.at = end;
    return numberBetween(this.text, start, end);
  }

  private readFlag(): number {
    const start = afterSeparators(this.text, this.at);
    const code = this.text.charCodeAt(start);
    if (code !== zero && code !== one) return Number.NaN;
    this.at = start + 1;
    return code - zero;
  }
}

/** Numbers that follow a move's are those of lines; a close has none that could follow. */
function implied(letter: string): string | null {
  if (letter === "M") return "L";
  if (letter === "m") return "l";
  return letter === "Z" || letter === "z" ? null : letter;
}
