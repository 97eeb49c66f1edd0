import { intsAt, kernels, planeAt } from "./planes/workbench";

/**
 * What shading is told by, as addresses of planes in the kernels' memory: a picture blurred at the fine scale, and squares
 * of its answers to a step at both scales, of which each has half the step's height. Colour counts as in the gradient.
 */
export interface ShadingEvidence {
  width: number;
  height: number;
  L: number;
  a: number;
  b: number;
  fineL: number;
  coarseL: number;
  /** Across and down; the coarse ones are of light and colour together. */
  fineColour: readonly [number, number];
  coarse: readonly [number, number];
  /** Sigma of the fine scale in pixels. */
  sigma: number;
  /** Room for a histogram of `bins` values. */
  histogram: number;
}

/** Colours that differ by less than so many deviations of the lightness's noise are one: lossy files keep them coarsely. */
const colourNoise = 12;
const mostColourNoise = 3.5;
/** An edge of so many times the square of what is taken off hardly changes by it. */
const clearOf = 8;

/** Steps higher than this, in units of L, show how crisp the picture is: as crisp as this share of them is at most. */
const clearStep = 20;
const crispShare = 0.7;
/** A picture whose clear steps answer so much less at the fine scale is out of focus itself. */
const inFocus = 0.75;

/**
 * How much of each edge is a thing's, from 0 to 1. Two kinds of edges are no thing's: those of shadows and rounded
 * surfaces, which are soft and over which colour goes with the light as under a weaker lamp (van de Weijer, Gevers and
 * Geusebroek 2005, "Edge and corner detection by photometric quasi-invariants", section 3; in CIELAB that leaves a and b
 * over L + 16 as they are), and faint ones of colour alone in a lossy picture.
 * @param noise deviation of the picture's noise in units of L.
 * @param share address of the plane that is filled.
 */
export function weighThings(evidence: ShadingEvidence, noise: number, share: number): void {
  const { width, height, L, a, b, fineL, coarseL, sigma } = evidence;
  const focus = Math.min(1, crispnessOf(evidence) / inFocus);
  const core = Math.min(mostColourNoise, colourNoise * noise);
  planeAt(share, width * height).fill(1);
  kernels.weighLight(L, a, b, fineL, coarseL, width, height, sigma, focus, share);
  if (core <= 0) return;
  const square = 4 * core * core;
  const [fineX, fineY] = evidence.fineColour;
  const [coarseX, coarseY] = evidence.coarse;
  const most = clearOf * square;
  kernels.weighColour(fineL, coarseL, fineX, fineY, coarseX, coarseY, width, height, square, most, share);
}

const bins = 256;
const binsPerUnit = 128;

/** How much the clear steps answer at the fine scale as a part of what they do at the coarse one; 1 without any. */
function crispnessOf({ fineL, coarseL, width, height, histogram }: ShadingEvidence): number {
  const counts = intsAt(histogram, bins).fill(0);
  const clear = (clearStep / 2) ** 2;
  const count = kernels.countCrispness(fineL, coarseL, width * height, clear, histogram, bins, binsPerUnit);
  let bin = 0;
  for (let seen = counts[0]; seen < crispShare * count; seen += counts[++bin]);
  return count ? bin / binsPerUnit : 1;
}
