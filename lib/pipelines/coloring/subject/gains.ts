import { kernels, lendAll, planeAt } from "../kernels/planes/workbench";
import type { Partition } from "../regions/watershed";
import type { Subject } from "./find";

/** How many times something counts outside the subject and inside it. */
interface Gains {
  outside: number;
  inside: number;
}

/** The same for borders, and for those between the subject and the rest. */
export interface BorderGains extends Gains {
  between: number;
}

/** Where a subject takes so much of the picture, the rest is its background and nothing more. */
const fillsPicture = 0.35;

/** The background's gain: `full` behind a subject that is clear and fills the picture, 1 behind hardly any. */
export const gainBehind = ({ share, certainty }: Subject, full: number): number =>
  1 + (full - 1) * certainty * Math.min(1, share / fillsPicture);

const surely = ({ certainty }: Subject, gain: number): number => 1 + (gain - 1) * certainty;

/**
 * Borders between regions. One between the subject and the rest is its silhouette: however faint, it counts for much, and
 * where the picture shows nothing at all it stays at nothing.
 */
export const borderGains = (subject: Subject | null | undefined): BorderGains =>
  subject
    ? { outside: gainBehind(subject, 0.3), inside: surely(subject, 1.25), between: surely(subject, 5) }
    : { outside: 1, inside: 1, between: 1 };

/** The radius that a region must have for a crayon: behind the subject it counts for half. */
export const radiusGains = (subject: Subject): Gains => ({ outside: gainBehind(subject, 0.5), inside: 1 });

/** Lines inside regions. */
export const lineGains = (subject: Subject): Gains => ({ outside: gainBehind(subject, 0.4), inside: 1 });

/** What something that belongs to the subject by `share` counts. */
export const gainAt = ({ outside, inside }: Gains, share: number): number => outside + (inside - outside) * share;

/** How much of each region is the subject, 0 to 1. */
export function sharesOf({ plane, stride, width }: Subject, { labels, count }: Partition): Float32Array {
  const n = labels.length;
  const [at, quarter, sums, areas] = lendAll([labels, plane], count, count);
  planeAt(sums, count).fill(0);
  const pixels = planeAt(areas, count).fill(0);
  kernels.sumShares(at, width, n / width, quarter, stride, sums, areas);
  return planeAt(sums, count).map((sum, i) => sum / Math.max(1, pixels[i]));
}
