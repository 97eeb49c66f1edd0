import type { Gradient } from "../kernels/gradient";
import { collect, intsAt, kernels, lendAll, planeAt } from "../kernels/planes/workbench";
import { thinRidges } from "../kernels/ridges";
import { chainLength, type LineGraph } from "./line-graph";

/**
 * A step blurred in the picture itself, as shadows and what is out of focus are, counts less: its crispness to this power. A
 * power below 1 lies under its tangent at 1, by which most steps end at once.
 */
const crispPower = 0.3;
const leastCrisp = 0.15;
/** Lower steps are never drawn, whatever the level of detail, in units of L. */
const lowest = 3;

/**
 * Steps of light or colour on thin lines.
 * @param smooth L, blurred by a Gaussian of `sigma` pixels, finer than the gradient's scales.
 * @returns height of the step in units of L, less for a blurred one; 0 beside lines and for what is too low.
 */
export function findSteps(
  gradient: Gradient,
  smooth: Float32Array,
  width: number,
  height: number,
  sigma: number,
): Float32Array {
  const ridges = thinRidges(gradient, width, height);
  const gain = (sigma * Math.sqrt(2 * Math.PI)) / 2;
  const band = bandRows * width;
  const [steps, soft, list, crisps] = lendAll([ridges, smooth], band, 2 * band);
  const heights = planeAt(steps, ridges.length);
  for (let from = 0; from < ridges.length; from += band) {
    const to = Math.min(ridges.length, from + band);
    const limits = [gain, crispPower, leastCrisp, lowest] as const;
    const count = kernels.weighSteps(steps, soft, width, from, to, ...limits, list, crisps);
    blunt(heights, intsAt(list, count), new Float64Array(kernels.memory.buffer, crisps, count));
  }
  collect(ridges, steps);
  return ridges;
}

/** Rows that are weighed at a time. */
const bandRows = 64;

/** Makes the heights of listed steps those of steps as crisp as they are. */
function blunt(heights: Float32Array, pixels: Int32Array, crisps: Float64Array): void {
  for (let k = 0; k < pixels.length; k++) heights[pixels[k]] *= Math.exp(crispPower * Math.log(crisps[k]));
}

/** Length, in pixels, over which a line's straightness is judged. */
const stretch = 16;
/** How much straightness and length speak for a line; fitted to edges marked by people (half of UDED). */
const straightWeight = 1.1;
const lengthPower = 0.25;
/** A line of this length in pixels of a standard picture is judged by its height alone. */
const usualLength = 60;

/**
 * How much a line stands out, as the height in units of L that a straight line of usual length would have. People mark
 * long straight edges that are fainter than the short and winding ones they leave out (compare Ren and Malik 2003).
 */
export function salienceOf(
  graph: LineGraph,
  chain: Int32Array,
  steps: Float32Array,
  width: number,
  unit: number,
): number {
  const { x, y } = graph;
  let sum = 0;
  for (const vertex of chain) sum += steps[(y[vertex] | 0) * width + (x[vertex] | 0)];
  const length = chainLength(graph, chain);
  const weight = Math.exp(straightWeight * (straightness(graph, chain) - 1));
  return (sum / chain.length) * weight * (length / (unit * usualLength)) ** lengthPower;
}

/** Mean share of chord in length, over short stretches: 1 for a straight line. */
function straightness({ x, y }: LineGraph, chain: Int32Array): number {
  const last = chain.length - 1;
  const span = Math.min(stretch, last);
  let sum = 0;
  let count = 0;
  for (let i = 0; i + span <= last; i += stretch / 2) {
    let length = 0;
    for (let k = i; k < i + span; k++) {
      const dx = x[chain[k + 1]] - x[chain[k]];
      const dy = y[chain[k + 1]] - y[chain[k]];
      length += Math.sqrt(dx * dx + dy * dy);
    }
    sum += Math.hypot(x[chain[i + span]] - x[chain[i]], y[chain[i + span]] - y[chain[i]]) / Math.max(1, length);
    count++;
  }
  return count ? sum / count : 1;
}
