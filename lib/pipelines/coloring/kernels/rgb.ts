import { kernels, layOut, planeAt } from "./planes/workbench";

const steps = 4096;
/** sRGB from linear light, both from 0 to 1 (IEC 61966-2-1), sampled. */
const encoded = Float32Array.from({ length: steps + 1 }, (_, i) => {
  const c = i / steps;
  return c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055;
});

/** Values of each colour: L, a, b and the span that it is stretched by. */
export const colourValues = 4;

/**
 * CIELAB (D65) to sRGB.
 * @param lay writes L, a, b and span of each of `count` colours, one after another; they are 0 before.
 * @param from where black begins.
 * @returns red, green and blue of each.
 */
export function toRgb(count: number, from: number, lay: (colours: Float64Array) => void): Float32Array {
  const [values, table, out] = layOut(2 * colourValues * (count + 1), encoded.length, 3 * count);
  lay(new Float64Array(kernels.memory.buffer, values, colourValues * count).fill(0));
  planeAt(table, encoded.length).set(encoded);
  kernels.toRgb(values, count, table, steps, from, out);
  return planeAt(out, 3 * count).slice();
}
