import { type Bustle, standOut } from "../kernels/bustle";
import { dilate } from "../kernels/dilate";
import { hysteresis } from "../kernels/hysteresis";
import { thin } from "../kernels/thin";
import { bridgeEnds } from "./bridge";
import type { LineGraph } from "./line-graph";
import { dropShortDrawings, pruneTwigs, traceSkeleton } from "./skeleton";

/** What lines could be drawn inside regions, from stage 3. */
export interface DetailEvidence {
  width: number;
  height: number;
  /** Depth of dark lines in units of L, 0 elsewhere. */
  creases: Float32Array;
  /** Height of steps in units of L on thin lines, 0 elsewhere. */
  steps: Float32Array;
  bustle: Bustle;
}

/** What is asked of such a line. Lengths are pixels, contrasts units of L. */
export interface DetailLimits {
  creaseContrast: number;
  stepContrast: number;
  /** How strongly bustle holds creases and steps down. */
  suppression: number;
  shortest: number;
  /** Lines nearer to each other than this say the same thing twice. */
  twin: number;
  /** Longest gap to another line that is closed. */
  bridge: number;
}

/** The weaker threshold of hysteresis as a part of the stronger. */
const weakPart = 0.5;

/**
 * Open lines that no region border has: dark creases first, then steps where neither a border nor a crease runs. Their
 * ends are led on to the nearest line.
 * @param borders 1 on the pixels of region borders.
 */
export function chooseDetails(evidence: DetailEvidence, borders: Uint8Array, limits: DetailLimits): LineGraph {
  const { width, height, creases, steps, bustle } = evidence;
  const twin = Math.max(1, Math.round(limits.twin));
  const taken = dilate(borders, width, height, twin);
  const deep = standOut(creases, width, height, bustle, limits.suppression);
  const mask = hysteresis(deep, width, height, weakPart * limits.creaseContrast, limits.creaseContrast);
  for (let i = 0; i < mask.length; i++) if (taken[i]) mask[i] = 0;
  const besideCrease = dilate(mask, width, height, twin);
  const clear = standOut(steps, width, height, bustle, limits.suppression);
  const edges = hysteresis(clear, width, height, weakPart * limits.stepContrast, limits.stepContrast);
  for (let i = 0; i < mask.length; i++) if (edges[i] && !taken[i] && !besideCrease[i]) mask[i] = 1;
  const skeleton = traceSkeleton(thin(mask, width, height), width, height);
  const lines = dropShortDrawings(pruneTwigs(skeleton, limits.shortest / 3), limits.shortest);
  const drawn = Uint8Array.from(borders);
  markLines(drawn, width, lines);
  return bridgeEnds(lines, drawn, width, height, limits.bridge);
}

function markLines(drawn: Uint8Array, width: number, { chains, x, y }: LineGraph): void {
  for (const chain of chains) for (const vertex of chain) drawn[(y[vertex] | 0) * width + (x[vertex] | 0)] = 1;
}
