import { bytesAt, intsAt, kernels, layOut } from "./planes/workbench";

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
  const bytes = Math.ceil(mask.length / 4);
  const [first] = layOut(bytes);
  bytesAt(first, mask.length).set(mask);
  const runs = kernels.countMaskRuns(first, width, height);
  const [ones, starts, pieceOf, pieces] = layOut(bytes, runs + 1, runs, valuesPerPiece * runs);
  const count = kernels.joinMaskRuns(ones, width, height, starts, pieceOf, pieces);
  return {
    pieces: piecesIn(intsAt(pieces, valuesPerPiece * count)),
    starts: intsAt(starts, runs + 1).slice(),
    pieceOf: intsAt(pieceOf, runs).slice(),
  };
}

/** As kernels/planes/runs.as lays them. */
const valuesPerPiece = 6;

function piecesIn(values: Int32Array): Piece[] {
  const pieces: Piece[] = [];
  for (let i = 0; i < values.length; i += valuesPerPiece) {
    pieces.push({
      isInk: values[i + 5] === 1,
      area: values[i],
      left: values[i + 1],
      top: values[i + 2],
      right: values[i + 3],
      bottom: values[i + 4],
    });
  }
  return pieces;
}

/**
 * Gives the pixels of some pieces a value in the mask that they were found in.
 * @param isMeant by piece.
 * @returns how many pieces that were.
 */
export function fillPieces(
  mask: Uint8Array,
  { pieces, starts, pieceOf }: Pieces,
  value: 0 | 1,
  isMeant: (piece: Piece) => boolean,
): number {
  const meant = new Uint8Array(pieces.length);
  let count = 0;
  for (let i = 0; i < pieces.length; i++) {
    if (!isMeant(pieces[i])) continue;
    meant[i] = 1;
    count++;
  }
  if (count === 0) return 0;
  for (let run = 0; run < pieceOf.length; run++) {
    if (meant[pieceOf[run]]) mask.fill(value, starts[run], starts[run + 1]);
  }
  return count;
}
