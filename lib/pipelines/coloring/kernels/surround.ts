import { blur, halfGaussian } from "./gaussian";
import { halve, halved } from "./half";

/** Mean of a plane round each place, at a quarter of the resolution. */
export interface Surround {
  plane: Float32Array;
  stride: number;
}

/** @param sigma of the Gaussian surround, in pixels of the full resolution. */
export function surroundOf(plane: Float32Array, width: number, height: number, sigma: number): Surround {
  const half = halve(plane, width, height);
  const quarter = halve(half, halved(width), halved(height));
  const stride = halved(halved(width));
  const rows = halved(halved(height));
  const scratch = new Float32Array(quarter.length);
  const mean = blur(quarter, stride, rows, halfGaussian(sigma / 4), new Float32Array(quarter.length), scratch);
  return { plane: mean, stride };
}

/**
 * What stands out of its surround: lines side by side, which are texture, hold each other down (surround suppression,
 * Grigorescu, Petkov and Westenberg 2003).
 * @param weight how many times the surround's mean is taken off.
 */
export function standOut(
  values: Float32Array,
  width: number,
  height: number,
  surround: Surround,
  weight: number,
): Float32Array {
  const out = new Float32Array(values.length);
  for (let y = 0; y < height; y++) {
    const row = (y >> 2) * surround.stride;
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if (!values[i]) continue;
      const rest = values[i] - weight * surround.plane[row + (x >> 2)];
      if (rest > 0) out[i] = rest;
    }
  }
  return out;
}
