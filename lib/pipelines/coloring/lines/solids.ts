import { chamferDistance, chamferUnit } from "../kernels/distance";
import { deepWithin } from "../kernels/hysteresis";
import { giveBack } from "../kernels/shelf";

/**
 * Takes solids out of a mask of ink, so that they come out hollow: whatever is deeper than `solid` pixels in what `paper`
 * leaves free, with all that hangs on it and is deeper than `low`. Changes the mask in place.
 * @param paper 1 where nothing has the ink's tone.
 */
export function clearSolids(
  mask: Uint8Array,
  paper: Uint8Array,
  width: number,
  height: number,
  low: number,
  solid: number,
): void {
  const cores = deepWithin(paper, width, height, low * chamferUnit, solid * chamferUnit);
  if (cores.includes(1)) clearRound(mask, cores, width, height, low);
  giveBack(cores);
}

/** Takes out of a mask what hangs on these cores. */
function clearRound(mask: Uint8Array, cores: Uint8Array, width: number, height: number, low: number): void {
  const fromCore = chamferDistance(cores, width, height);
  // Corners of a solid lie √2 times as far from its core as its sides.
  const most = (Math.SQRT2 * low + 2) * chamferUnit;
  for (let y = 0; y < height; y++) clearNear(mask, fromCore, most, y * width, width);
}

function clearNear(mask: Uint8Array, distance: Uint16Array, most: number, start: number, width: number): void {
  for (let i = start; i < start + width; i++) if (distance[i] <= most) mask[i] = 0;
}
