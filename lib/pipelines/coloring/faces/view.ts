import type { Lab } from "../kernels/lab";
import { colourValues, toRgb } from "../kernels/rgb";

/** A square part of a picture, in its pixels; `turn` is the angle of its upper edge, clockwise in radians. */
export interface View {
  x: number;
  y: number;
  side: number;
  turn: number;
}

/** Looked at no closer than so many samples across one pixel of the view. */
const mostSamples = 2;

/**
 * What is seen in a view, as red, green and blue from `dark` to `light` by rows. Outside the picture it is dark.
 * @param across how many pixels the view is wide and high.
 */
export function look(lab: Lab, view: View, across: number, dark: number, light: number): Float32Array {
  const size = view.side / across;
  const samples = Math.max(1, Math.min(mostSamples, Math.round(size)));
  const cos = (Math.cos(view.turn) * size) / samples;
  const sin = (Math.sin(view.turn) * size) / samples;
  const grid = { ...view, across, samples, cos, sin, span: light - dark };
  const isUpright = sin === 0;
  return toRgb(across * across, dark, (colours) => {
    const columns = isUpright ? placesAlong(view.x, cos, lab.width, across * samples) : noPlaces;
    const rows = isUpright ? placesAlong(view.y, cos, lab.height, across * samples) : noPlaces;
    for (let row = 0; row < across; row++) {
      if (isUpright) lookAcross(lab, grid, columns, rows, row, colours);
      else lookAlong(lab, grid, row, colours);
    }
  });
}

const noPlaces = new Int32Array();

/** The pixels along one side of an upright view at which samples lie, -1 outside the picture. */
function placesAlong(middle: number, step: number, length: number, count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, i) => {
    const place = Math.floor(middle + (i - (count - 1) / 2) * step);
    return place >= 0 && place < length ? place : -1;
  });
}

/** What `lookAlong` does, for an upright view: a column's samples lie in the same columns of the picture in every row. */
function lookAcross(
  { width, L, a, b }: Lab,
  { across, samples, span }: Grid,
  columns: Int32Array,
  rows: Int32Array,
  row: number,
  colours: Float64Array,
): void {
  for (let column = 0, to = colourValues * row * across; column < across; column++, to += colourValues) {
    let seen = 0;
    for (let down = row * samples; down < (row + 1) * samples; down++) {
      if (rows[down] < 0) continue;
      for (let right = column * samples; right < (column + 1) * samples; right++) {
        if (columns[right] < 0) continue;
        const i = rows[down] * width + columns[right];
        colours[to] += L[i];
        colours[to + 1] += a[i];
        colours[to + 2] += b[i];
        seen++;
      }
    }
    if (!seen) continue;
    takeMean(colours, to, seen);
    colours[to + 3] = (seen / (samples * samples)) * span;
  }
}

/** Where samples lie: in steps of `cos` and `sin` around the middle of a view. */
interface Grid extends View {
  across: number;
  samples: number;
  cos: number;
  sin: number;
  /** From dark to light. */
  span: number;
}

function lookAlong({ width, height, L, a, b }: Lab, grid: Grid, row: number, colours: Float64Array): void {
  const { across, samples, cos, sin, span } = grid;
  const middle = (across * samples - 1) / 2;
  for (let column = 0, to = colourValues * row * across; column < across; column++, to += colourValues) {
    let seen = 0;
    for (let down = 0; down < samples; down++) {
      const v = row * samples - middle + down;
      for (let right = 0; right < samples; right++) {
        const u = column * samples - middle + right;
        const x = Math.floor(grid.x + u * cos - v * sin);
        const y = Math.floor(grid.y + u * sin + v * cos);
        if (x < 0 || y < 0 || x >= width || y >= height) continue;
        const i = y * width + x;
        colours[to] += L[i];
        colours[to + 1] += a[i];
        colours[to + 2] += b[i];
        seen++;
      }
    }
    if (!seen) continue;
    takeMean(colours, to, seen);
    colours[to + 3] = (seen / (samples * samples)) * span;
  }
}

/** Makes the sums of the samples that were seen their mean. */
function takeMean(colours: Float64Array, to: number, seen: number): void {
  colours[to] /= seen;
  colours[to + 1] /= seen;
  colours[to + 2] /= seen;
}
