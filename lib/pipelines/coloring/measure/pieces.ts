import { bytesAt, intsAt, kernels, layOut } from "../kernels/planes/workbench";

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
    const [area, left, top, right, bottom, isInk] = values.subarray(i, i + valuesPerPiece);
    pieces.push({ isInk: isInk === 1, area, left, top, right, bottom });
  }
  return pieces;
}
