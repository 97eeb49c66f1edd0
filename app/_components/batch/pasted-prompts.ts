import { spokenName } from "./prompts";
import type { Tray } from "./tray";

/** What a pasted list did. */
export interface PastedPrompts {
  set: number;
  /** Names in the list that no file on the tray has. */
  unknown: string[];
  /** Prompts for which no file was left. */
  over: number;
}

/** A pasted text, read both ways: as a table, whose cells commas, semicolons or tabs part, and as plain lines. */
export interface Pasted {
  rows: readonly (readonly string[])[];
  lines: readonly string[];
}

/**
 * Gives the prompts of a pasted list to the files on a tray: by name where the first cells are names of files, else
 * line by line in the tray's order.
 */
export function layPrompts(tray: Tray, { rows, lines }: Pasted): PastedPrompts {
  const byName = namesOf(tray);
  const isNamed = rows.some(([first, second]) => second !== undefined && byName.has(key(first)));
  return isNamed ? layByName(tray, rows, byName) : layInOrder(tray, lines);
}

function layByName(tray: Tray, rows: Pasted["rows"], byName: ReadonlyMap<string, string[]>): PastedPrompts {
  const unknown: string[] = [];
  const prompts = new Map<string, string>();
  for (const [index, [name, ...rest]] of rows.entries()) {
    const ids = byName.get(key(name)) ?? [];
    for (const id of ids) prompts.set(id, rest.join(", ").trim());
    // The first line may be a table's head.
    if (ids.length === 0 && index > 0) unknown.push(name);
  }
  tray.setPrompts(prompts);
  return { set: prompts.size, unknown, over: 0 };
}

function layInOrder(tray: Tray, lines: Pasted["lines"]): PastedPrompts {
  const order = tray.order();
  const prompts = new Map(order.slice(0, lines.length).map((id, index) => [id, lines[index]]));
  tray.setPrompts(prompts);
  return { set: prompts.size, unknown: [], over: Math.max(0, lines.length - order.length) };
}

function namesOf(tray: Tray): Map<string, string[]> {
  const byName = new Map<string, string[]>();
  for (const id of tray.order()) {
    const name = tray.item(id)?.name ?? "";
    for (const one of new Set([key(name), key(spokenName(name))])) byName.set(one, [...(byName.get(one) ?? []), id]);
  }
  return byName;
}

const key = (name = ""): string => name.trim().toLowerCase();
