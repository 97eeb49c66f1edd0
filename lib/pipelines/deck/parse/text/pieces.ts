import type { Face } from "../../fonts";
import type { Character } from "./characters";
import type { PlacedCluster } from "./flow";
import type { LaidChunk } from "./layout";

/** Clusters of one style and nearly one spacing that follow each other, from left to right. */
export type RunPiece = PlacedCluster[];

/** Clusters that one line of a text box can show: on one baseline, without a gap. */
export interface Piece {
  /** In the order of reading. */
  runs: RunPiece[];
  left: number;
  /** Of the baseline. */
  y: number;
  width: number;
  share: LaidChunk["share"];
}

/** In em of the font. */
const slack = {
  /** Gaps and steps that are not seen. */
  unseen: 0.005,
  /** Between letters placed one by one, as programs do that write text as they print it: that is spacing. */
  spacing: 0.25,
  /** Differences of spacing within one run. */
  run: 0.05,
};

interface Line {
  placed: PlacedCluster[];
  chunk: LaidChunk;
}

/** A mark without the letter it belongs on: a program put it there by itself, over a letter written elsewhere. */
const mark = /^\p{M}/u;

/** The pieces of a text; white space at their ends, which shows nothing, is left out. A mark by itself is a piece. */
export function piecesOf(chunks: readonly LaidChunk[], characters: readonly Character[]): Piece[] {
  const textOf = ({ cluster: { character, count } }: PlacedCluster) =>
    characters.slice(character, character + Math.max(1, count)).reduce((text, one) => text + one.text, "");
  const isMark = (one: PlacedCluster) => mark.test(characters[one.cluster.character].text);
  const lines: Line[] = [];
  for (const chunk of chunks) {
    for (const one of chunk.placed) {
      const line = lines.at(-1);
      const apart = isMark(one) || (line !== undefined && isMark(line.placed[0]));
      if (line !== undefined && !apart && continues(line, chunk, one)) line.placed.push(one);
      else lines.push({ placed: [one], chunk });
      lines[lines.length - 1].chunk = chunk;
    }
  }
  const blank = (one: PlacedCluster) => textOf(one).trim() === "";
  return lines.flatMap(({ placed, chunk }) => {
    const first = placed.findIndex((one) => !blank(one));
    const last = placed.findLastIndex((one) => !blank(one));
    return first < 0 ? [] : [pieceOf(placed.slice(first, last + 1), chunk.share)];
  });
}

function continues({ placed, chunk }: Line, next: LaidChunk, one: PlacedCluster): boolean {
  const before = placed[placed.length - 1];
  const { size } = before.cluster.item.style;
  const gap = one.at.x - before.at.x - before.cluster.advance;
  if (Math.abs(one.at.y - before.at.y) > slack.unseen * size) return false;
  if (chunk === next) return Math.abs(gap) <= slack.unseen * size;
  return chunk.share === 0 && next.share === 0 && bridge(before, one, gap);
}

/** Letters placed one by one are one word, spaced: so they can be edited. */
function bridge({ cluster }: PlacedCluster, next: PlacedCluster, gap: number): boolean {
  const { style, rightToLeft } = cluster.item;
  if (rightToLeft || next.cluster.item.rightToLeft || next.cluster.item.style !== style) return false;
  if (Math.abs(gap) > slack.spacing * style.size) return false;
  cluster.spacing += gap;
  cluster.advance += gap;
  return true;
}

function pieceOf(line: PlacedCluster[], share: LaidChunk["share"]): Piece {
  const runs = runsOf(line);
  const [first, last] = [line[0], line[line.length - 1]];
  const run = runs[runs.length - 1][0];
  const width = last.at.x + last.cluster.advance - last.cluster.spacing + run.cluster.spacing - first.at.x;
  runs.sort((one, other) => firstCharacter(one) - firstCharacter(other));
  return { runs, left: first.at.x, y: first.at.y, width, share };
}

/** What is added after the last letter is not seen, so that it does not take a run of its own. */
function runsOf(line: readonly PlacedCluster[]): RunPiece[] {
  const runs: RunPiece[] = [];
  line.forEach((one, index) => {
    const run = runs.at(-1);
    const last = index === line.length - 1;
    if (run !== undefined && alike(run[0], one, last)) run.push(one);
    else runs.push([one]);
  });
  return runs;
}

function alike({ cluster: first }: PlacedCluster, { cluster: second }: PlacedCluster, last: boolean): boolean {
  const { style, face, rightToLeft } = first.item;
  const same =
    second.item.style === style && looksLike(face, second.item.face) && second.item.rightToLeft === rightToLeft;
  return same && (last || Math.abs(first.spacing - second.spacing) < slack.run * style.size);
}

/** Whether an office program is told the same of two faces: a family may come in several files, by characters. */
function looksLike(one: Face, other: Face): boolean {
  const [first, second] = [one.record, other.record];
  if (first === second) return true;
  const named = first.names.legacyFamily === second.names.legacyFamily;
  return named && first.bold === second.bold && first.italic === second.italic && first.weight === second.weight;
}

function firstCharacter(run: RunPiece): number {
  return run.reduce((least, { cluster }) => Math.min(least, cluster.character), Number.POSITIVE_INFINITY);
}

/** What is added after each letter of a run, so that it is as wide as it stands; after the last one it is not seen. */
export function spacingOf(run: RunPiece): number {
  const spaced = run.length > 1 ? run.slice(0, -1) : run;
  return spaced.reduce((sum, { cluster }) => sum + cluster.spacing, 0) / spaced.length;
}
