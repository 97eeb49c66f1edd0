import { pixelsOf } from "../kernels/mask";

/** Lighter than most of the ink by at most this much still is the same ink, in units of L. */
const sameTone = 12;

/** The lightest L that still is the ink of a mask. */
export const inkTone = (L: Float32Array, mask: Uint8Array): number => medianTone(L, mask) + sameTone;

/** The L that half of the ink is darker than, in whole units. */
export function medianTone(L: Float32Array, mask: Uint8Array): number {
  const histogram = new Uint32Array(128);
  const pixels = pixelsOf(mask);
  const count = pixels.length;
  for (const pixel of pixels) histogram[Math.max(0, L[pixel]) | 0]++;
  let tone = 0;
  for (let seen = histogram[0]; seen < count / 2; seen += histogram[++tone]);
  return tone;
}
