import { TracepressError } from "@/lib/errors";
import type { StageContext } from "../pipeline";
import type { Curve } from "./lines/bezier";
import { closeGaps } from "./lines/close-gaps";
import { flattenCurve } from "./print/flatten";
import type { PlacedCurves } from "./strokes";

/** Strokes shorter than this are dust, or hatching where the page was no good before: mm on paper, by redrawing. */
const shortestMm = [1.6, 5, 10];
/** A line that ends this near before another was meant to reach it: mm on paper. */
const gapMm = 2.6;
/** Of more lines than this only the longest stay: ten times what a page for patient colorists has. */
const mostStrokes = 4000;

export interface MendInput {
  placed: PlacedCurves;
  /** How often the page has been mended before and was no good. */
  redrawn: number;
  name: string;
}

/**
 * The strokes of a drawing without dust and without small gaps, calmer each time that it was no good.
 * @throws TracepressError `page_rejected` when nothing is left.
 */
export function mend({ placed, redrawn, name }: MendInput, { span }: StageContext): Curve[] {
  const { curves } = placed;
  const { scale } = placed.placement;
  const shortest = shortestMm[Math.min(redrawn, shortestMm.length - 1)] / scale;
  const lengths = curves.map(lengthOf);
  const least = Math.max(shortest, lengths.toSorted((a, b) => b - a)[mostStrokes] ?? 0);
  const long = curves.filter((_, i) => lengths[i] >= least).slice(0, mostStrokes);
  if (long.length === 0) {
    throw new TracepressError("page_rejected", `The drawing of ${name} is nothing but dots and short strokes.`);
  }
  const mended = closeGaps(long, gapMm / scale);
  span.set("strokes.count", mended.length);
  span.set("strokes.dust_dropped", curves.length - long.length);
  span.set("strokes.gaps_closed", mended.filter((curve, i) => curve !== long[i]).length);
  return mended;
}

const asDrawn = { scale: 1, left: 0, top: 0 };

function lengthOf(curve: Curve): number {
  const path = flattenCurve(curve, asDrawn, 1);
  let length = 0;
  for (let i = 2; i < path.length; i += 2) length += Math.hypot(path[i] - path[i - 2], path[i + 1] - path[i - 1]);
  return length;
}
