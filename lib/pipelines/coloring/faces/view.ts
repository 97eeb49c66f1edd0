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
  return toRgb(across * across, dark, (colours) => {
    for (let row = 0; row < across; row++) lookAlong(lab, grid, row, colours);
  });
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
    let sumL = 0;
    let sumA = 0;
    let sumB = 0;
    let seen = 0;
    for (let down = 0; down < samples; down++) {
      const v = row * samples - middle + down;
      for (let right = 0; right < samples; right++) {
        const u = column * samples - middle + right;
        const x = Math.floor(grid.x + u * cos - v * sin);
        const y = Math.floor(grid.y + u * sin + v * cos);
        if (x < 0 || y < 0 || x >= width || y >= height) continue;
        const i = y * width + x;
        sumL += L[i];
        sumA += a[i];
        sumB += b[i];
        seen++;
      }
    }
    if (!seen) continue;
    colours[to] = sumL / seen;
    colours[to + 1] = sumA / seen;
    colours[to + 2] = sumB / seen;
    colours[to + 3] = (seen / (samples * samples)) * span;
  }
}
