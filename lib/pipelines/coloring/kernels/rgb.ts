const steps = 4096;
/** sRGB from linear light, both from 0 to 1 (IEC 61966-2-1), sampled. */
const encoded = Float32Array.from({ length: steps + 1 }, (_, i) => {
  const c = i / steps;
  return c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055;
});

const encode = (light: number): number => encoded[Math.min(steps, Math.max(0, Math.round(light * steps)))];

/** The inverse of CIE 15's f. */
const uncurve = (f: number): number => (f > 6 / 29 ? f * f * f : (f - 16 / 116) / 7.787);

/** CIELAB (D65) to sRGB, placed at `from` and stretched by `span`. */
export function toRgb(
  L: number,
  a: number,
  b: number,
  from: number,
  span: number,
  out: Float32Array,
  at: number,
): void {
  const fy = (L + 16) / 116;
  const x = 0.95047 * uncurve(fy + a / 500);
  const y = uncurve(fy);
  const z = 1.08883 * uncurve(fy - b / 200);
  out[at] = from + span * encode(3.2406 * x - 1.5372 * y - 0.4986 * z);
  out[at + 1] = from + span * encode(-0.9689 * x + 1.8758 * y + 0.0415 * z);
  out[at + 2] = from + span * encode(0.0557 * x - 0.204 * y + 1.057 * z);
}
