import { type Bustle, standOut } from "../kernels/bustle";
import { dilate } from "../kernels/dilate";
import { hysteresis } from "../kernels/hysteresis";
import { pixelsOf } from "../kernels/mask";
import { borrowBytes, copyBytes, giveBack } from "../kernels/shelf";
import { thin } from "../kernels/thin";
import { type Bridged, bridgeEnds } from "./bridge";
import { chainLength, type LineGraph } from "./line-graph";
import { dropShortDrawings, pruneTwigs, traceSkeleton } from "./skeleton";
import { salienceOf } from "./steps";
import { joinStrokes } from "./strokes";

/** What lines could be drawn inside regions, from stage 3. */
export interface DetailEvidence {
  width: number;
  height: number;
  /** Length of one pixel of a standard picture in pixels of this one. */
  unit: number;
  /** Depth of dark lines in units of L, 0 elsewhere. */
  creases: Float32Array;
  /** Height of steps in units of L on thin lines, 0 elsewhere. */
  steps: Float32Array;
  bustle: Bustle;
}

/** What is asked of such a line. Lengths are pixels, contrasts units of L. */
export interface DetailLimits {
  creaseContrast: number;
  /** Least salience of a step. */
  stepContrast: number;
  /** How strongly bustle holds creases and steps down. */
  suppression: number;
  shortest: number;
  /** Lines nearer to each other than this say the same thing twice. */
  twin: number;
  /** Longest gap to another line that is closed. */
  bridge: number;
  /** How many steps are drawn at most, and how many of all lines' ends may stay open. */
  mostSteps: number;
  mostOpenEnds: number;
}

/** The weaker threshold of hysteresis as a part of the stronger. */
const weakPart = 0.5;

/**
 * Open lines that no region border has: dark creases first, then steps where neither a border nor a crease runs. Their
 * ends are led on to the nearest line.
 * @param borders 1 on the pixels of region borders.
 */
export function chooseDetails(evidence: DetailEvidence, borders: Uint8Array, limits: DetailLimits): LineGraph {
  const { width, height } = evidence;
  const twin = Math.max(1, Math.round(limits.twin));
  const taken = dilate(borders, width, height, twin);
  const mask = creaseMask(evidence, taken, limits);
  const besideCrease = dilate(mask, width, height, twin);
  const steps = stepMask(evidence, limits);
  addWhereFree(mask, steps, taken, besideCrease);
  const middles = thin(mask, width, height);
  const skeleton = traceSkeleton(middles, width, height);
  giveBack(taken, mask, besideCrease, steps, middles);
  const lines = dropShortDrawings(pruneTwigs(skeleton, limits.shortest / 3), limits.shortest);
  const trusted = dropOpen(lines, bridge(lines, borders, width, height, limits).open, limits.mostOpenEnds);
  return bridge(trusted, borders, width, height, limits).graph;
}

/** Adds to a mask what another has where neither of two more has anything. */
function addWhereFree(mask: Uint8Array, more: Uint8Array, taken: Uint8Array, besides: Uint8Array): void {
  for (const pixel of pixelsOf(more)) if (!taken[pixel] && !besides[pixel]) mask[pixel] = 1;
}

function bridge(lines: LineGraph, borders: Uint8Array, width: number, height: number, limits: DetailLimits): Bridged {
  const drawn = copyBytes(borders);
  markLines(drawn, width, lines);
  const bridged = bridgeEnds(lines, drawn, width, height, limits.bridge);
  giveBack(drawn);
  return bridged;
}

/** Takes away lines with open ends, the shortest first, until no more than `most` ends are left open. */
function dropOpen(lines: LineGraph, open: Uint8Array, most: number): LineGraph {
  const order = lines.chains.map((_, i) => i).filter((i) => open[i]);
  const length = lines.chains.map((chain, i) => (open[i] ? chainLength(lines, chain) / open[i] : 0));
  order.sort((one, other) => length[other] - length[one] || one - other);
  let left = most;
  const gone = new Set<number>();
  for (const i of order) {
    left -= open[i];
    if (left < 0) gone.add(i);
  }
  return { ...lines, chains: lines.chains.filter((_, i) => !gone.has(i)) };
}

function creaseMask({ width, height, creases, bustle }: DetailEvidence, taken: Uint8Array, limits: DetailLimits) {
  const deep = standOut(creases, width, height, bustle, limits.suppression);
  const mask = hysteresis(deep, width, height, weakPart * limits.creaseContrast, limits.creaseContrast);
  giveBack(deep);
  for (const pixel of pixelsOf(mask)) if (taken[pixel]) mask[pixel] = 0;
  return mask;
}

/** Steps whose whole line stands out, whether or not a border runs there: a line is judged by its full length. */
function stepMask({ width, height, unit, steps, bustle }: DetailEvidence, limits: DetailLimits): Uint8Array {
  const clear = standOut(steps, width, height, bustle, limits.suppression);
  const least = weakPart * limits.stepContrast;
  const strong = hysteresis(clear, width, height, least, 1.5 * least);
  const mask = thin(strong, width, height);
  const graph = joinStrokes(traceSkeleton(mask, width, height));
  const salience = graph.chains.map((chain) => salienceOf(graph, chain, clear, width, unit));
  giveBack(clear, strong, mask);
  const cut = [...salience].sort((one, other) => other - one)[limits.mostSteps] ?? 0;
  const salient = graph.chains.filter((_, i) => salience[i] >= limits.stepContrast && salience[i] > cut);
  const out = borrowBytes(width * height);
  markLines(out, width, { ...graph, chains: salient });
  return out;
}

function markLines(drawn: Uint8Array, width: number, { chains, x, y }: LineGraph): void {
  for (const chain of chains) for (const vertex of chain) drawn[(y[vertex] | 0) * width + (x[vertex] | 0)] = 1;
}
