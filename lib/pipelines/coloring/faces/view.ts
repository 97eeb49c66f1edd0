import type { Lab } from "../kernels/lab";
import { toRgb } from "../kernels/rgb";

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
  const { width, height } = lab;
  const pixels = new Float32Array(3 * across * across);
  const size = view.side / across;
  const samples = Math.max(1, Math.min(mostSamples, Math.round(size)));
  const cos = (Math.cos(view.turn) * size) / samples;
  const sin = (Math.sin(view.turn) * size) / samples;
  const middle = (across * samples - 1) / 2;
  const span = light - dark;
  for (let row = 0, to = 0; row < across; row++) {
    for (let column = 0; column < across; column++, to += 3) {
      let L = 0;
      let a = 0;
      let b = 0;
      let seen = 0;
      for (let v = row * samples - middle, endV = v + samples; v < endV; v++) {
        for (let u = column * samples - middle, endU = u + samples; u < endU; u++) {
          const x = Math.floor(view.x + u * cos - v * sin);
          const y = Math.floor(view.y + u * sin + v * cos);
          if (x < 0 || y < 0 || x >= width || y >= height) continue;
          const i = y * width + x;
          L += lab.L[i];
          a += lab.a[i];
          b += lab.b[i];
          seen++;
        }
      }
      const share = (seen / (samples * samples)) * span;
      if (!seen) {
        pixels.fill(dark, to, to + 3);
        continue;
      }
      toRgb(L / seen, a / seen, b / seen, dark, share, pixels, to);
    }
  }
  return pixels;
}
