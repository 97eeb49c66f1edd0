import { afterSeparators, afterSpaces, numberBetween, numberEnd } from "./number-scanner";

interface Command {
  /** Upper case. */
  letter: string;
  relative: boolean;
  arguments: number;
}

const argumentCounts: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
const mostArguments = 7;
/** By the code of the letter: an upper case made for each of a path's commands takes longer than all else of it. */
const commands: (Command | undefined)[] = [];
for (const [letter, count] of Object.entries(argumentCounts)) {
  for (const written of [letter, letter.toLowerCase()]) {
    commands[written.charCodeAt(0)] = { letter, relative: written !== letter, arguments: count };
  }
}
/** Of an arc's arguments, the two that are 0 or 1 and may stand without a space behind them. */
const [firstFlag, lastFlag] = [3, 4];
const [zero, one, capitalL, smallL] = [48, 49, 76, 108];

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
  /** The one written last, or implied by it. */
  private command: Command | undefined;

  constructor(private readonly text: string) {}

  /** Goes to the next command. False at the end and at an error. */
  next(): boolean {
    if (this.at >= this.text.length) return false;
    const command = this.readCommand() ?? implied(this.command);
    if (command === undefined) return false;
    this.command = command;
    this.letter = command.letter;
    this.relative = command.relative;
    const count = command.arguments;
    for (let index = 0; index < count; index++) {
      const isFlag = this.letter === "A" && index >= firstFlag && index <= lastFlag;
      const value = isFlag ? this.readFlag() : this.readNumber();
      if (!Number.isFinite(value)) return false;
      this.numbers[index] = value;
    }
    return true;
  }

  private readCommand(): Command | undefined {
    const at = afterSpaces(this.text, this.at);
    const command = commands[this.text.charCodeAt(at)];
    if (command !== undefined) this.at = at + 1;
    return command;
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
function implied(before: Command | undefined): Command | undefined {
  if (before?.letter === "M") return commands[before.relative ? smallL : capitalL];
  return before?.letter === "Z" ? undefined : before;
}
