import type { Lab } from "../kernels/lab";

/** Bands of lightness whose colours are told apart: old prints are of one hue, yet paler in the lights. */
const bands = 16;
/** Units of Lab by which a pixel may differ from its band: what JPEG leaves on grey. */
const alike = 4;
/** Share of the pixels of a monochrome picture that are alike at least; a stamp or a pen's mark may be on it. */
const leastShare = 0.98;
/** One pixel of so many is looked at. */
const step = 7;

/** Whether a picture is in black and white, or toned as old photographs are: lightness alone tells its things apart. */
export function isMonochrome({ L, a, b }: Lab): boolean {
  const band = (i: number) => Math.min(bands - 1, Math.max(0, Math.floor((L[i] / 100) * bands)));
  const sums = Array.from({ length: bands }, () => ({ count: 0, a: 0, b: 0 }));
  for (let i = 0; i < L.length; i += step) {
    const sum = sums[band(i)];
    sum.count++;
    sum.a += a[i];
    sum.b += b[i];
  }
  let seen = 0;
  let same = 0;
  for (let i = 0; i < L.length; i += step, seen++) {
    const { count, a: sumA, b: sumB } = sums[band(i)];
    if (Math.hypot(a[i] - sumA / count, b[i] - sumB / count) < alike) same++;
  }
  return same >= leastShare * seen;
}
