/** A connected piece of ink or of paper. Its box is inclusive, in pixels. */
export interface Piece {
  isInk: boolean;
  area: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A mask cut into horizontal runs of equal value, row by row, and what they are pieces of. */
export interface Pieces {
  pieces: Piece[];
  /** First pixel of each run and, at the end, the number of pixels. */
  starts: Int32Array;
  /** Piece of each run. */
  pieceOf: Int32Array;
}

/**
 * Finds the connected pieces of a mask of zeros and ones by joining runs with union-find (Rosenfeld and Pfaltz 1966; by
 * runs: He, Chao and Suzuki, IEEE Trans. Image Processing 2008). Ones hold together over corners, zeros over sides only, so
 * that a thin slanted line still divides.
 */
export function findPieces(mask: Uint8Array, width: number, height: number): Pieces {
  const starts = cutRuns(mask, width);
  const runs = starts.length - 1;
  const parent = new Int32Array(runs);
  for (let run = 0; run < runs; run++) parent[run] = run;
  let above = 0;
  for (let run = 0; run < runs; run++) {
    const row = starts[run] - (starts[run] % width);
    if (!row) continue;
    const isInk = mask[starts[run]];
    // Over a corner a run reaches one pixel further to both sides, though not beyond its row.
    const from = Math.max(row, starts[run] - isInk) - width;
    const to = Math.min(row + width, starts[run + 1] + isInk) - width;
    while (starts[above + 1] <= from) above++;
    for (let other = above; starts[other] < to; other++) {
      if (mask[starts[other]] === isInk) unite(parent, run, other);
    }
  }
  return gather(mask, width, height, starts, parent);
}

function cutRuns(mask: Uint8Array, width: number): Int32Array {
  let count = 0;
  for (let row = 0; row < mask.length; row += width) count += countRuns(mask, row, width);
  const starts = new Int32Array(count + 1);
  let runs = 0;
  for (let row = 0; row < mask.length; row += width) runs = cutRow(mask, row, width, starts, runs);
  starts[count] = mask.length;
  return starts;
}

function countRuns(mask: Uint8Array, row: number, width: number): number {
  let count = 1;
  for (let i = row + 1; i < row + width; i++) if (mask[i] !== mask[i - 1]) count++;
  return count;
}

/** Notes where the runs of a row begin; returns how many there are then. */
function cutRow(mask: Uint8Array, row: number, width: number, starts: Int32Array, before: number): number {
  let runs = before;
  starts[runs++] = row;
  for (let i = row + 1; i < row + width; i++) if (mask[i] !== mask[i - 1]) starts[runs++] = i;
  return runs;
}

function find(parent: Int32Array, run: number): number {
  let at = run;
  while (parent[at] !== at) {
    parent[at] = parent[parent[at]];
    at = parent[at];
  }
  return at;
}

function unite(parent: Int32Array, a: number, b: number): void {
  const rootA = find(parent, a);
  const rootB = find(parent, b);
  parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
}

function gather(mask: Uint8Array, width: number, height: number, starts: Int32Array, parent: Int32Array): Pieces {
  const pieceOf = new Int32Array(parent.length);
  const pieces: Piece[] = [];
  for (let run = 0; run < parent.length; run++) {
    const root = find(parent, run);
    if (root === run) {
      pieceOf[run] = pieces.length;
      pieces.push({ isInk: mask[starts[run]] === 1, area: 0, left: width, top: height, right: -1, bottom: -1 });
    } else pieceOf[run] = pieceOf[root];
    const piece = pieces[pieceOf[run]];
    const y = Math.floor(starts[run] / width);
    const last = starts[run + 1] - 1 - y * width;
    piece.area += starts[run + 1] - starts[run];
    piece.left = Math.min(piece.left, starts[run] - y * width);
    piece.right = Math.max(piece.right, last);
    piece.top = Math.min(piece.top, y);
    piece.bottom = y;
  }
  return { pieces, starts, pieceOf };
}
