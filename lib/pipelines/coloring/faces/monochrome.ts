import type { Lab } from "../kernels/lab";

/** Bands of lightness whose colours are told apart: old prints are of one hue, yet paler in the lights. */
const bands = 16;
/** Units of Lab by which a pixel may differ from its band: what JPEG leaves on grey. */
const alike = 4;
/** Share of the pixels of a monochrome picture that are alike at least; a stamp or a pen's mark may be on it. */
const leastShare = 0.98;
/** One pixel of so many is looked at. */
const step = 7;

/** Pixels looked at in one go: a function that is called often is compiled sooner than one that runs long. */
const stretch = 1024 * step;

/** Whether a picture is in black and white, or toned as old photographs are: lightness alone tells its things apart. */
export function isMonochrome(lab: Lab): boolean {
  const sums: Sums = { count: new Float64Array(bands), a: new Float64Array(bands), b: new Float64Array(bands) };
  for (let start = 0; start < lab.L.length; start += stretch) addColours(lab, start, sums);
  const looked = Math.ceil(lab.L.length / step);
  let others = 0;
  for (let start = 0; start < lab.L.length; start += stretch) {
    others += countOthers(lab, start, sums);
    if (looked - others < leastShare * looked) return false;
  }
  return true;
}

/** By band how many pixels there are and what their colours are together. */
interface Sums {
  count: Float64Array;
  a: Float64Array;
  b: Float64Array;
}

const bandOf = (L: number): number => Math.min(bands - 1, Math.max(0, Math.floor((L / 100) * bands)));

function addColours({ L, a, b }: Lab, start: number, sums: Sums): void {
  for (let i = start, end = Math.min(L.length, start + stretch); i < end; i += step) {
    const band = bandOf(L[i]);
    sums.count[band]++;
    sums.a[band] += a[i];
    sums.b[band] += b[i];
  }
}

function countOthers({ L, a, b }: Lab, start: number, sums: Sums): number {
  let others = 0;
  for (let i = start, end = Math.min(L.length, start + stretch); i < end; i += step) {
    const band = bandOf(L[i]);
    const offA = a[i] - sums.a[band] / sums.count[band];
    const offB = b[i] - sums.b[band] / sums.count[band];
    if (!(offA * offA + offB * offB < alike * alike)) others++;
  }
  return others;
}
