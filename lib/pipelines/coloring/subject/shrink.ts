import type { Lab } from "../kernels/lab";
import { toRgb } from "../kernels/rgb";

/** So many places of the picture across and down are averaged for one pixel. */
const samples = 2;

/** The whole picture, stretched to a square of pixels, as red, green and blue from 0 to 1 by rows. */
export function shrink(lab: Lab, side: number): Float32Array {
  const pixels = new Float32Array(3 * side * side);
  const columns = placesOf(lab.width, side);
  const rows = placesOf(lab.height, side);
  for (let row = 0; row < side; row++)
    shrinkRow(lab, rows.subarray(row * samples, (row + 1) * samples), columns, pixels, row * side);
  return pixels;
}

/** The places along a length that are looked at, evenly spread. */
const placesOf = (length: number, side: number): Int32Array =>
  Int32Array.from({ length: side * samples }, (_, i) => Math.floor(((i + 0.5) * length) / (side * samples)));

function shrinkRow(
  { width, L, a, b }: Lab,
  rows: Int32Array,
  columns: Int32Array,
  pixels: Float32Array,
  first: number,
): void {
  const share = 1 / (samples * samples);
  for (let k = 0, to = first; k < columns.length; k += samples, to++) {
    let sumL = 0;
    let sumA = 0;
    let sumB = 0;
    for (const y of rows) {
      for (let i = k; i < k + samples; i++) {
        const at = y * width + columns[i];
        sumL += L[at];
        sumA += a[at];
        sumB += b[at];
      }
    }
    toRgb(share * sumL, share * sumA, share * sumB, 0, 1, pixels, 3 * to);
  }
}
