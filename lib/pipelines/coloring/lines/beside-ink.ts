import { chamferDistance, chamferUnit } from "../kernels/distance";
import { bridgeEnds } from "./bridge";
import { keepRuns, type LineGraph } from "./line-graph";
import { joinStrokes } from "./strokes";

/** Where a border gives way to the ink beside it. Lengths are pixels. */
export interface InkLimits {
  /** A border this near to ink runs along it. */
  beside: number;
  /** Unless it is there for at most so long: then it crosses the ink. */
  crossing: number;
  /** Shortest piece of a border that is worth a line. */
  shortest: number;
}

/**
 * Where there is ink the picture's own lines win: borders are drawn only away from them, and where they cross them.
 * @param ink 1 where a pixel belongs to a stroke or spot of ink.
 */
export function awayFromInk(
  borders: LineGraph,
  ink: Uint8Array,
  width: number,
  height: number,
  { beside, crossing, shortest }: InkLimits,
): LineGraph {
  const strokes = joinStrokes(borders);
  const wanted = verticesAway(strokes, ink, width, height, beside);
  for (const chain of strokes.chains) fillCrossings(chain, wanted, crossing);
  return keepRuns(strokes, wanted, shortest, Math.round(beside));
}

/**
 * Leads borders that the ink cut off on to its middle, which is what is drawn of it: what it closes in the picture is
 * closed on the page.
 * @param middles 1 on the pixels of the ink's centre lines.
 * @param reach farthest that a middle may lie ahead of a border's end, in pixels.
 */
export const ledToInk = (
  borders: LineGraph,
  middles: Uint8Array,
  width: number,
  height: number,
  reach: number,
): LineGraph => bridgeEnds(borders, middles, width, height, reach).graph;

/** The part of a mask that lies no farther from one kind of pixels, 1 in `these`, than from the other. */
export function nearestTo(
  mask: Uint8Array,
  these: Uint8Array,
  those: Uint8Array,
  width: number,
  height: number,
): Uint8Array {
  const own = chamferDistance(these, width, height).slice();
  const other = chamferDistance(those, width, height);
  return mask.map((value, i) => (own[i] <= other[i] ? value : 0));
}

/** 1 for each vertex farther than `reach` pixels from ink. */
export function verticesAway(
  { x, y }: LineGraph,
  ink: Uint8Array,
  width: number,
  height: number,
  reach: number,
): Uint8Array {
  const distance = chamferDistance(ink, width, height);
  const out = new Uint8Array(x.length);
  for (let i = 0; i < out.length; i++) {
    const pixel = Math.min(height - 1, y[i] | 0) * width + Math.min(width - 1, x[i] | 0);
    out[i] = distance[pixel] > reach * chamferUnit ? 1 : 0;
  }
  return out;
}

/** Wants every run of unwanted vertices between wanted ones that is at most `longest` vertices long. */
function fillCrossings(chain: Int32Array, wanted: Uint8Array, longest: number): void {
  let last = -1;
  for (let i = 0; i < chain.length; i++) {
    if (!wanted[chain[i]]) continue;
    if (last >= 0 && i - last - 1 <= longest) for (let k = last + 1; k < i; k++) wanted[chain[k]] = 1;
    last = i;
  }
}
