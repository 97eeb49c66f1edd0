import type { Character } from "./characters";
import type { PlacedCluster } from "./flow";
import type { LaidChunk } from "./layout";

/** Clusters of one style and spacing that follow each other, from left to right. */
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

/** Gaps and steps below this share of the font's size are not seen. */
const slack = 0.005;

/** The pieces of a chunk; white space at their ends, which shows nothing, is left out. */
export function piecesOf({ placed, share }: LaidChunk, characters: readonly Character[]): Piece[] {
  const lines: PlacedCluster[][] = [];
  for (const one of placed) {
    const line = lines.at(-1);
    const before = line?.at(-1);
    if (line !== undefined && before !== undefined && follows(before, one)) line.push(one);
    else lines.push([one]);
  }
  const blank = ({ cluster }: PlacedCluster) => characters[cluster.character].text.trim() === "";
  return lines.flatMap((line) => {
    const first = line.findIndex((one) => !blank(one));
    const last = line.findLastIndex((one) => !blank(one));
    return first < 0 ? [] : [pieceOf(line.slice(first, last + 1), share)];
  });
}

function follows({ at, cluster }: PlacedCluster, next: PlacedCluster): boolean {
  const near = slack * cluster.item.style.size;
  return Math.abs(at.x + cluster.advance - next.at.x) <= near && Math.abs(at.y - next.at.y) <= near;
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
  return first.item === second.item && (last || Math.abs(first.spacing - second.spacing) < 1e-6);
}

function firstCharacter(run: RunPiece): number {
  return run.reduce((least, { cluster }) => Math.min(least, cluster.character), Number.POSITIVE_INFINITY);
}
