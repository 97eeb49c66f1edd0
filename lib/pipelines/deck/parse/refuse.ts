import { TracepressError } from "@/lib/errors";

/** Where in a text something is, both from 1. */
export interface Place {
  line: number;
  column: number;
}

export function placeAt(text: string, index: number): Place {
  const before = text.slice(0, index);
  const lines = before.split(/\r\n?|\n/);
  return { line: lines.length, column: lines[lines.length - 1].length + 1 };
}

/** The error of a file that cannot be read: names it, the place, why, and the way out. */
export function refusal(name: string, place: Place, why: string, cause?: unknown): TracepressError {
  return new TracepressError("invalid_svg", `${name}, line ${place.line}, column ${place.column}: ${why}`, { cause });
}
