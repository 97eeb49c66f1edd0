import { blur } from "./gaussian";
import type { Gradient } from "./gradient";
import { borrowFloats, giveBack } from "./shelf";

/**
 * How much goes on round each place in all directions at once, in units of L, at a quarter of the resolution: high in
 * grass, fur and gravel, low beside a single outline and between parallel lines. Borrowed from the shelf.
 */
export interface Bustle {
  plane: Float32Array;
  stride: number;
}

/** Sigmas of the windows in which directions are compared and strength is averaged, in pixels of a standard picture. */
const directionSigma = 8;
const strengthSigma = 16;

/**
 * Mean gradient of the surroundings times what is incoherent in it: 1 less the coherence of the structure tensor
 * (Weickert 1999, "Coherence-enhancing diffusion filtering", section 2.2).
 * @param unit length of one pixel of a standard picture in pixels of this one.
 */
export function bustleOf(gradient: Gradient, width: number, height: number, unit: number): Bustle {
  const stride = (width + 3) >> 2;
  const rows = (height + 3) >> 2;
  const n = stride * rows;
  const [xx, yy, xy, mean] = gather(gradient, width, height, stride, n);
  const spread = (plane: Float32Array, sigma: number) => blur(plane, stride, rows, (sigma * unit) / 4);
  const [sxx, syy, sxy] = [xx, yy, xy].map((plane) => spread(plane, directionSigma));
  const plane = spread(mean, strengthSigma);
  for (let row = 0; row < n; row += stride) takeOffCoherent(plane, sxx, syy, sxy, row, row + stride);
  giveBack(xx, yy, xy, mean, sxx, syy, sxy);
  return { plane, stride };
}

function takeOffCoherent(
  plane: Float32Array,
  xx: Float32Array,
  yy: Float32Array,
  xy: Float32Array,
  start: number,
  end: number,
): void {
  for (let i = start; i < end; i++) {
    const whole = xx[i] + yy[i];
    const apart = xx[i] - yy[i];
    const coherence = whole > 0 ? Math.sqrt(apart * apart + 4 * xy[i] * xy[i]) / whole : 1;
    plane[i] *= 1 - coherence;
  }
}

/** Means over 4 × 4 pixels of the tensor's three entries and of the magnitude. */
function gather(gradient: Gradient, width: number, height: number, stride: number, n: number): Float32Array[] {
  const planes = [0, 1, 2, 3].map(() => borrowFloats(n));
  for (let y = 0; y < height; y++) gatherRow(gradient, y * width, width, planes, (y >> 2) * stride);
  return planes;
}

/** Adds a row of pixels, from `start` on, to a row of the means, from `first` on. */
function gatherRow(gradient: Gradient, start: number, width: number, planes: Float32Array[], first: number): void {
  const [xx, yy, xy, mean] = planes;
  const { x: gx, y: gy, magnitude, slant } = gradient;
  const share = 1 / 16;
  for (let at = first, i = start, end = start + width; i < end; at++) {
    let sumXX = 0;
    let sumYY = 0;
    let sumXY = 0;
    let sum = 0;
    for (const stop = Math.min(end, i + 4); i < stop; i++) {
      const dx = gx[i];
      const dy = gy[i];
      sumXX += dx * dx;
      sumYY += dy * dy;
      sumXY += slant[i] ? dx * dy : -dx * dy;
      sum += magnitude[i];
    }
    xx[at] += share * sumXX;
    yy[at] += share * sumYY;
    xy[at] += share * sumXY;
    mean[at] += share * sum;
  }
}

/** What is left of thin lines when `weight` times the bustle round them is taken off; borrowed from the shelf. */
export function standOut(
  values: Float32Array,
  width: number,
  height: number,
  { plane, stride }: Bustle,
  weight: number,
): Float32Array {
  const out = borrowFloats(values.length);
  for (let y = 0; y < height; y++) standOutRow(values, y * width, width, plane, (y >> 2) * stride, weight, out);
  return out;
}

/** The row that begins at `start`, with the bustle of its places from `first` on. */
function standOutRow(
  values: Float32Array,
  start: number,
  width: number,
  plane: Float32Array,
  first: number,
  weight: number,
  out: Float32Array,
): void {
  for (let x = 0; x < width; x++) {
    const value = values[start + x];
    if (!value) continue;
    const rest = value - weight * plane[first + (x >> 2)];
    if (rest > 0) out[start + x] = rest;
  }
}
