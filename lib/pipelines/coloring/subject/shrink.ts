import type { Lab } from "../kernels/lab";
import { colourValues, toRgb } from "../kernels/rgb";

/** So many places of the picture across and down are averaged for one pixel. */
const samples = 2;

/** The whole picture, stretched to a square of pixels, as red, green and blue from 0 to 1 by rows. */
export function shrink(lab: Lab, side: number): Float32Array {
  const columns = placesOf(lab.width, side);
  const rows = placesOf(lab.height, side);
  return toRgb(side * side, 0, (colours) => {
    for (let row = 0; row < side; row++)
      shrinkRow(lab, rows.subarray(row * samples, (row + 1) * samples), columns, colours, row * side);
  });
}

/** The places along a length that are looked at, evenly spread. */
const placesOf = (length: number, side: number): Int32Array =>
  Int32Array.from({ length: side * samples }, (_, i) => Math.floor(((i + 0.5) * length) / (side * samples)));

function shrinkRow(
  { width, L, a, b }: Lab,
  rows: Int32Array,
  columns: Int32Array,
  colours: Float64Array,
  first: number,
): void {
  const share = 1 / (samples * samples);
  for (let k = 0, to = colourValues * first; k < columns.length; k += samples, to += colourValues) {
    let sumL = 0;
    let sumA = 0;
    let sumB = 0;
    for (let row = 0; row < rows.length; row++) {
      const start = rows[row] * width;
      for (let i = k; i < k + samples; i++) {
        const at = start + columns[i];
        sumL += L[at];
        sumA += a[at];
        sumB += b[at];
      }
    }
    colours[to] = share * sumL;
    colours[to + 1] = share * sumA;
    colours[to + 2] = share * sumB;
    colours[to + 3] = 1;
  }
}
