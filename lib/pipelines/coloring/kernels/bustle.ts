import { blur } from "./gaussian";
import type { Gradient } from "./gradient";
import { collect, kernels, lendAll, missing, planeAt, target } from "./planes/workbench";
import { copyFloats, emptyFloats, giveBack } from "./shelf";

/**
 * How much goes on round each place that is no outline, in units of L, at a quarter of the resolution: high in grass, fur
 * and gravel, low beside a single outline. Borrowed from the shelf.
 */
export interface Bustle {
  plane: Float32Array;
  stride: number;
}

/** Sigmas of the windows in which directions are compared and strength is averaged, in pixels of a standard picture. */
const directionSigma = 8;
const strengthSigma = 16;
/** Mean gradient of the surroundings at a lone edge, as a part of its height: the fine scale by the window's. */
const meanOfEdge = 0.12;
/** A mean gradient up to this is no texture, however it comes about, in units of L. */
const calm = 2;

/**
 * Mean gradient of the surroundings times what is no outline in it: 1 less the coherence of the structure tensor
 * (Weickert 1999, "Coherence-enhancing diffusion filtering", section 2.2).
 * @param unit length of one pixel of a standard picture in pixels of this one.
 * @param lasting heights of the steps that last when seen from afar. With them edges count as outlines only as far as such
 * steps explain them, so that bark and wood grain are bustle too; without, all parallel lines are outlines.
 */
export function bustleOf(
  gradient: Gradient,
  width: number,
  height: number,
  unit: number,
  lasting: Float32Array | null = null,
): Bustle {
  const stride = (width + 3) >> 2;
  const rows = (height + 3) >> 2;
  const n = stride * rows;
  const [xx, yy, xy, mean] = gather(gradient, width, height, stride, n);
  const spread = (plane: Float32Array, sigma: number) => blur(plane, stride, rows, (sigma * unit) / 4);
  const [sxx, syy, sxy] = [xx, yy, xy].map((plane) => spread(plane, directionSigma));
  const plane = spread(mean, strengthSigma);
  for (let start = 0; start < n; start += stride) {
    const end = start + stride;
    coherence(sxx, syy, sxy, start, end);
    if (lasting) keepLasting(sxx, lasting, plane, start, end);
    for (let i = start; i < end; i++) plane[i] *= 1 - sxx[i];
  }
  giveBack(xx, yy, xy, mean, sxx, syy, sxy);
  return { plane, stride };
}

/** Coherence of the structure tensor with these entries, 0 to 1, in place of the first. */
function coherence(xx: Float32Array, yy: Float32Array, xy: Float32Array, start: number, end: number): void {
  for (let i = start; i < end; i++) {
    const whole = xx[i] + yy[i];
    const apart = xx[i] - yy[i];
    xx[i] = whole > 0 ? Math.sqrt(apart * apart + 4 * xy[i] * xy[i]) / whole : 1;
  }
}

/** Leaves of outlines, in place, what steps that last explain of the mean gradient. */
function keepLasting(
  outlines: Float32Array,
  lasting: Float32Array,
  mean: Float32Array,
  start: number,
  end: number,
): void {
  for (let i = start; i < end; i++) outlines[i] *= Math.min(1, (meanOfEdge * lasting[i] + calm) / mean[i]);
}

/** Means over 4 × 4 pixels of the tensor's three entries and of the magnitude. */
function gather({ x, y, magnitude, slant }: Gradient, width: number, height: number, stride: number, n: number) {
  const [gx, gy, strength, slants, xx, yy, xy, mean] = lendAll([x, y, magnitude, slant], n, n, n, n);
  const means = [xx, yy, xy, mean];
  for (const plane of means) planeAt(plane, n).fill(0);
  kernels.gatherTensor(gx, gy, strength, slants, width, height, stride, xx, yy, xy, mean);
  return means.map((plane) => copyFloats(planeAt(plane, n)));
}

/** What is left of thin lines when `weight` times the bustle round them is taken off; borrowed from the shelf. */
export function standOut(
  values: Float32Array,
  width: number,
  height: number,
  { plane, stride }: Bustle,
  weight: number,
): Float32Array {
  const out = emptyFloats(values.length);
  const [source, calm, to] = lendAll([values, plane], missing(out));
  kernels.takeOff(source, width, height, calm, stride, weight, target(out, to));
  collect(out, to);
  return out;
}
