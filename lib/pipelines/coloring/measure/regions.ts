import type { Piece, Pieces } from "../kernels/pieces";
import { giveBack } from "../kernels/shelf";
import { squaredDistance } from "./euclidean";

/** White holes smaller than this close up under a pen or a printer's dots: mm². */
const smallestHole = 0.05;
/** A piece that holds so much of the sheet's edge is the paper round the drawing. */
const paperShare = 0.9;

export interface Region {
  /** Millimetres squared. */
  area: number;
  /** Radius of the largest circle that fits in, in mm. */
  radius: number;
}

/**
 * The closed white regions of a page, largest first: what there is to color. The paper round the drawing is none; where
 * the drawing runs off the sheet, the sheet's edge closes a region as a line does.
 * @param scale millimetres of paper per pixel.
 */
export function findRegions(ink: Uint8Array, found: Pieces, width: number, height: number, scale: number): Region[] {
  const depth = squaredDistance(ink, width, height, "wall");
  const deepest = deepestIn(found, depth);
  giveBack(depth);
  const paper = paperAround(found, width, height);
  return found.pieces
    .map((piece, index) => ({ piece, area: piece.area * scale * scale, squared: deepest[index] }))
    .filter(({ piece, area }) => !piece.isInk && piece !== paper && area >= smallestHole)
    .map(({ area, squared }) => ({ area, radius: (Math.sqrt(squared) - toWall) * scale }))
    .sort((a, b) => b.area - a.area);
}

/** From the middle of a pixel to the middle of the wall's is so much further than to the wall. */
const toWall = 0.5;

function deepestIn({ pieces, starts, pieceOf }: Pieces, depth: Int32Array): Int32Array {
  const deepest = new Int32Array(pieces.length);
  for (let run = 0; run < pieceOf.length; run++) {
    let most = deepest[pieceOf[run]];
    for (let i = starts[run]; i < starts[run + 1]; i++) if (depth[i] > most) most = depth[i];
    deepest[pieceOf[run]] = most;
  }
  return deepest;
}

/** The white piece that holds nearly all of the sheet's edge. */
function paperAround({ pieces, starts, pieceOf }: Pieces, width: number, height: number): Piece | undefined {
  const held = new Int32Array(pieces.length);
  for (let run = 0; run < pieceOf.length; run++) {
    const x = starts[run] % width;
    const length = starts[run + 1] - starts[run];
    const isRim = starts[run] < width || starts[run] >= (height - 1) * width;
    if (isRim) held[pieceOf[run]] += length;
    held[pieceOf[run]] += Number(x === 0) + Number(x + length === width);
  }
  const edge = 2 * (width + height);
  return pieces.find((piece, index) => !piece.isInk && held[index] >= paperShare * edge);
}
