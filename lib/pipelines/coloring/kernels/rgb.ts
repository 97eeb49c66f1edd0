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
 * @param colours L, a, b and span of each, one after another.
 * @param from where black begins.
 * @returns red, green and blue of each.
 */
export function toRgb(colours: Float64Array, from: number): Float32Array {
  const count = colours.length / colourValues;
  const [values, table, out] = layOut(2 * colours.length, encoded.length, 3 * count);
  new Float64Array(kernels.memory.buffer, values, colours.length).set(colours);
  planeAt(table, encoded.length).set(encoded);
  kernels.toRgb(values, count, table, steps, from, out);
  return planeAt(out, 3 * count).slice();
}
