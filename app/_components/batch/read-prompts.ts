import { dsvFormat } from "d3-dsv";
import type { Pasted } from "./pasted-prompts";

/** Reads a pasted list or table (RFC 4180, also with semicolons or tabs); lines that say nothing are left out. */
export function readPrompts(text: string): Pasted {
  const delimiter = text.includes("\t") ? "\t" : /^[^,"]*;/m.test(text) ? ";" : ",";
  const rows = dsvFormat(delimiter)
    .parseRows(text.trim())
    .map((cells) => cells.map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ""));
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return { rows, lines };
}
