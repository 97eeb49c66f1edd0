import type { Lab } from "./lab";

/** A fringe is at most this share of the long side deep. */
const deepest = 0.014;
/** Along a fringe the tone stays within this, in units of L, for nearly all of its length. */
const evenness = 6;
const evenShare = 0.9;
/** Beyond it, over so much of its length, the picture is of another tone by at least this. */
const contrast = 6;
const changedShare = 0.5;
/** Resampling mixes a fringe into so many pixels beyond it. */
const mixed = 2;

/**
 * Cameras, scanners and film leave an even edge a few pixels deep, often not straight enough to be cut off as a
 * frame. Its pixels get the colour of the picture just inside, so that no line is drawn along it. Changes `lab` in
 * place.
 * @returns depth in pixels that was covered on each side: top, right, bottom, left.
 */
export function coverFringe(lab: Lab): number[] {
  const { width, height } = lab;
  const last = width * height - 1;
  const across = Math.round(deepest * Math.max(width, height));
  const reach = Math.min(across, Math.floor(Math.min(width, height) / 8));
  return [
    coverSide(lab, 0, 1, width, width, reach),
    coverSide(lab, width - 1, width, height, -1, reach),
    coverSide(lab, last, -1, width, -width, reach),
    coverSide(lab, last - width + 1, -width, height, 1, reach),
  ];
}

/** One side: pixel `k` of it at depth `d` is at `start + k * along + d * inward`. */
function coverSide(lab: Lab, start: number, along: number, length: number, inward: number, reach: number): number {
  const depth = fringeDepth(lab.L, start, along, length, inward, reach);
  for (let k = 0; k < length; k++) {
    const edge = start + k * along;
    const inside = edge + depth * inward;
    for (let d = 0; d < depth; d++) {
      const at = edge + d * inward;
      lab.L[at] = lab.L[inside];
      lab.a[at] = lab.a[inside];
      lab.b[at] = lab.b[inside];
    }
  }
  return depth;
}

/** Depth of the even rows at a side, with what resampling mixed; 0 when they are no fringe but the picture. */
function fringeDepth(
  L: Float32Array,
  start: number,
  along: number,
  length: number,
  inward: number,
  reach: number,
): number {
  const row = new Float32Array(length);
  let depth = 0;
  let tone = 0;
  for (; depth < reach; depth++) {
    for (let k = 0; k < length; k++) row[k] = L[start + k * along + depth * inward];
    const middle = row.sort()[length >> 1];
    if (row[Math.ceil(length * (1 - evenShare) * 0.5)] < middle - evenness) break;
    if (row[Math.floor(length * (1 + evenShare) * 0.5) - 1] > middle + evenness) break;
    tone = middle;
  }
  if (depth === 0 || depth === reach) return 0;
  let changed = 0;
  for (let k = 0; k < length; k++) {
    const inside = L[start + k * along + (depth + mixed) * inward];
    if (Math.abs(inside - tone) > contrast) changed++;
  }
  return changed > changedShare * length ? depth + mixed : 0;
}
