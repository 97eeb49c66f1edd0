import { findPieces, type Pieces } from "../kernels/pieces";
import { borrowBytes, giveBack } from "../kernels/shelf";

/** The pixel grid makes a line seem wider by up to so many pixels. */
const roughness = 1;

/**
 * Share of the sheet that the largest solid black area covers. Ink is solid where a disc twice as wide as a line fits in:
 * three lines through one point stay below that. What survives an erosion by the line's width is grown back by as much, a
 * morphological opening (Serra 1982), so that lines running into an area are not counted with it.
 * @param found what the ink and the paper are in pieces.
 * @param line width of the pen in pixels.
 */
export function largestBlackShare(ink: Uint8Array, found: Pieces, width: number, height: number, line: number): number {
  const reach = line + roughness;
  const disc = discRows(reach);
  const cores = coresOf(ink, found, width, height, disc);
  if (!cores.length) return 0;
  const opened = borrowBytes(ink.length);
  for (const core of cores) stamp(opened, width, core, disc);
  const { pieces } = findPieces(opened, width, height);
  giveBack(opened);
  return Math.max(...pieces.map(({ isInk, area }) => (isInk ? area : 0))) / ink.length;
}

/** Half width of each row of a disc: its pixels are those whose middles lie within `reach` of the middle one's. */
function discRows(reach: number): number[] {
  const far = Math.floor(reach);
  return Array.from({ length: 2 * far + 1 }, (_, i) => Math.floor(Math.sqrt(reach * reach - (i - far) ** 2)));
}

/** The pixels round which a disc lies in the ink, and on the sheet. */
function coresOf(ink: Uint8Array, { starts }: Pieces, width: number, height: number, disc: number[]): number[] {
  const far = disc.length >> 1;
  // A look at the disc's rim tells nearly always.
  const rim = disc.flatMap((half, row) => [(row - far) * width - half, (row - far) * width + half]);
  const cores: number[] = [];
  for (let run = 0; run + 1 < starts.length; run++) {
    // The disc's middle row has to lie in one run.
    const from = starts[run] + far;
    const to = starts[run + 1] - far;
    if (from >= to || !ink[from] || from < far * width || from >= (height - far) * width) continue;
    for (let i = from; i < to; i++) if (isAllInk(ink, rim, i) && isInInk(ink, width, i, disc)) cores.push(i);
  }
  return cores;
}

function isAllInk(ink: Uint8Array, steps: number[], at: number): boolean {
  for (const step of steps) if (!ink[at + step]) return false;
  return true;
}

function isInInk(ink: Uint8Array, width: number, at: number, disc: number[]): boolean {
  const far = disc.length >> 1;
  for (let row = 0; row < disc.length; row++) {
    const middle = at + (row - far) * width;
    for (let i = middle - disc[row]; i <= middle + disc[row]; i++) if (!ink[i]) return false;
  }
  return true;
}

function stamp(mask: Uint8Array, width: number, at: number, disc: number[]): void {
  const far = disc.length >> 1;
  for (let row = 0; row < disc.length; row++) {
    const middle = at + (row - far) * width;
    mask.fill(1, middle - disc[row], middle + disc[row] + 1);
  }
}
