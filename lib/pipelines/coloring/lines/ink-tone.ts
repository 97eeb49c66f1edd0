import { intsAt, kernels, lendAll } from "../kernels/planes/workbench";

/** Lighter than most of the ink by at most this much still is the same ink, in units of L. */
const sameTone = 12;

/** The lightest L that still is the ink of a mask. */
export const inkTone = (L: Float32Array, mask: Uint8Array): number => medianTone(L, mask) + sameTone;

/** Tones that are told apart, in whole units of L. */
const tones = 128;

/** The L that half of the ink is darker than, in whole units. */
export function medianTone(L: Float32Array, mask: Uint8Array): number {
  const n = L.length;
  const [light, ink, bins] = lendAll([L, mask], tones);
  const histogram = intsAt(bins, tones).fill(0);
  const count = kernels.countTones(light, ink, n, bins);
  let tone = 0;
  for (let seen = histogram[0]; seen < count / 2; seen += histogram[++tone]);
  return tone;
}
