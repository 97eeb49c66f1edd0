/** Lighter than most of the ink by at most this much still is the same ink, in units of L. */
const sameTone = 12;

/** The lightest L that still is the ink of a mask. */
export const inkTone = (L: Float32Array, mask: Uint8Array): number => medianTone(L, mask) + sameTone;

/** The L that half of the ink is darker than, in whole units. */
export function medianTone(L: Float32Array, mask: Uint8Array): number {
  const histogram = new Uint32Array(128);
  let count = 0;
  for (let start = 0; start < mask.length; start += stretch) count += addTones(L, mask, start, histogram);
  let tone = 0;
  for (let seen = histogram[0]; seen < count / 2; seen += histogram[++tone]);
  return tone;
}

/** Pixels looked at in one go: a function that is called often is compiled sooner than one that runs long. */
const stretch = 1024;

/** Counts the tones of a stretch of the mask's pixels; returns how many they are. */
function addTones(L: Float32Array, mask: Uint8Array, start: number, histogram: Uint32Array): number {
  let count = 0;
  for (let i = start, end = Math.min(mask.length, start + stretch); i < end; i++) {
    if (!mask[i]) continue;
    histogram[L[i] > 0 ? L[i] | 0 : 0]++;
    count++;
  }
  return count;
}
