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
  const shares = new Float32Array(count);
  const areas = new Float32Array(count);
  for (let start = 0, y = 0; start < labels.length; start += width, y++) {
    addRow(labels, start, width, plane, (y >> 2) * stride, shares, areas);
  }
  for (let i = 0; i < count; i++) shares[i] /= Math.max(1, areas[i]);
  return shares;
}

/** Adds the pixels of the row that begins at `start`, whose places in the plane begin at `first`; most places are of one label. */
function addRow(
  labels: Int32Array,
  start: number,
  width: number,
  plane: Float32Array,
  first: number,
  shares: Float32Array,
  areas: Float32Array,
): void {
  const end = start + width;
  for (let i = start, at = first; i < end; i += 4, at++) {
    const label = labels[i];
    if (i + 3 < end && labels[i + 1] === label && labels[i + 2] === label && labels[i + 3] === label) {
      shares[label] += 4 * plane[at];
      areas[label] += 4;
    } else {
      for (let k = i; k < Math.min(end, i + 4); k++) {
        shares[labels[k]] += plane[at];
        areas[labels[k]]++;
      }
    }
  }
}
