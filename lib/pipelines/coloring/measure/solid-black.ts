import { squaredDistance } from "./euclidean";
import { findPieces } from "./pieces";

/** The pixel grid makes a line seem wider by up to so many pixels. */
const roughness = 1;

/**
 * Share of the sheet that the largest solid black area covers. Ink is solid where a disc twice as wide as a line fits in:
 * three lines through one point stay below that. What survives an erosion by the line's width is grown back by as much, a
 * morphological opening (Serra 1982), so that lines running into an area are not counted with it.
 * @param line width of the pen in pixels.
 */
export function largestBlackShare(ink: Uint8Array, width: number, height: number, line: number): number {
  const reach = line + roughness;
  if (!hasRoom(ink, width, height, reach)) return 0;
  const depth = squaredDistance(inverse(ink), width, height, "wall");
  const isCore = new Uint8Array(ink.length);
  for (let i = 0; i < ink.length; i++) isCore[i] = depth[i] > reach * reach ? 1 : 0;
  if (!isCore.includes(1)) return 0;
  const away = squaredDistance(isCore, width, height, "open");
  const opened = new Uint8Array(ink.length);
  for (let i = 0; i < ink.length; i++) opened[i] = away[i] <= reach * reach ? 1 : 0;
  const { pieces } = findPieces(opened, width, height);
  return Math.max(...pieces.map(({ isInk, area }) => (isInk ? area : 0))) / ink.length;
}

function inverse(mask: Uint8Array): Uint8Array {
  const out = new Uint8Array(mask.length);
  for (let i = 0; i < mask.length; i++) out[i] = 1 - mask[i];
  return out;
}

/** Whether the rim of a disc fits into the ink anywhere: a quick look before the exact one. */
function hasRoom(ink: Uint8Array, width: number, height: number, reach: number): boolean {
  const far = Math.floor(reach);
  const steps: number[] = [];
  for (let dy = -far; dy <= far; dy++) {
    const dx = Math.floor(Math.sqrt(reach * reach - dy * dy));
    steps.push(dy * width - dx, dy * width + dx);
  }
  for (let y = far; y < height - far; y++) {
    for (let x = far, i = y * width + far; x < width - far; x++, i++) {
      if (ink[i] && isAllInk(ink, steps, i)) return true;
    }
  }
  return false;
}

function isAllInk(ink: Uint8Array, steps: number[], at: number): boolean {
  for (const step of steps) if (!ink[at + step]) return false;
  return true;
}
