import type { Facts } from "./facts";

/** How many of each make one point; a logarithm follows, so that twice as many never count twice. */
const weights = {
  elements: 1,
  segments: 1 / 20,
  textRuns: 1,
  stops: 1 / 4,
  patterns: 5,
  clips: 2,
  masks: 5,
  blends: 5,
  filterSteps: 5,
  groupOpacities: 1,
  images: 2,
} as const;

/** So many points make a score of 100. */
const full = 10_000;

/**
 * 0 for an empty slide to 100 for ten thousand points, by the logarithm of the points: 1 element of 20 segments is
 * about 12, a chart of 100 elements about 50. It only orders slides by the work they make; nothing is decided by it.
 */
export function complexityOf(facts: Facts): number {
  let points = 0;
  for (const key of Object.keys(weights) as (keyof typeof weights)[]) points += weights[key] * facts[key];
  const score = (100 * Math.log1p(points)) / Math.log1p(full);
  return Math.round(Math.min(100, score) * 10) / 10;
}
