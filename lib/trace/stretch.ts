import { type ScaleLinear, scaleLinear } from "d3-scale";

/** The part of a trace that is looked at, in milliseconds since its first moment. */
export interface Stretch {
  fromMs: number;
  toMs: number;
}

/** The shortest stretch there is to see: spans are measured in microseconds. */
const shortestMs = 0.05;

/** A little air at the end, so that the last bar does not touch the edge. */
export const wholeStretch = (lengthMs: number): Stretch => ({ fromMs: 0, toMs: Math.max(shortestMs, lengthMs * 1.02) });

/** From milliseconds to a place: 0 at the beginning of a stretch, `width` at its end, beyond them outside. */
export const timeScale = ({ fromMs, toMs }: Stretch, width = 1): ScaleLinear<number, number> =>
  scaleLinear([fromMs, toMs], [0, width]);

/**
 * A stretch `factor` times as long that leaves what lies at `place` (0 to 1) where it is, kept within the whole trace.
 */
export function zoomed(stretch: Stretch, factor: number, place: number, lengthMs: number): Stretch {
  const whole = wholeStretch(lengthMs);
  const length = stretch.toMs - stretch.fromMs;
  const wanted = Math.min(whole.toMs, Math.max(shortestMs, length * factor));
  const fromMs = stretch.fromMs + (length - wanted) * place;
  return within({ fromMs, toMs: fromMs + wanted }, whole);
}

/** Moved by a share of its own length, kept within the whole trace. */
export function panned(stretch: Stretch, share: number, lengthMs: number): Stretch {
  const by = (stretch.toMs - stretch.fromMs) * share;
  return within({ fromMs: stretch.fromMs + by, toMs: stretch.toMs + by }, wholeStretch(lengthMs));
}

/** The stretch that shows a span with room on both sides. */
export function around(startMs: number, endMs: number, lengthMs: number): Stretch {
  const room = Math.max((endMs - startMs) * 0.15, shortestMs);
  return within({ fromMs: startMs - room, toMs: endMs + room }, wholeStretch(lengthMs));
}

/** The stretch between two moments in any order, kept within the whole trace and as long as the shortest at least. */
export function between(oneMs: number, otherMs: number, lengthMs: number): Stretch {
  const fromMs = Math.min(oneMs, otherMs);
  return within({ fromMs, toMs: Math.max(fromMs + shortestMs, oneMs, otherMs) }, wholeStretch(lengthMs));
}

function within({ fromMs, toMs }: Stretch, whole: Stretch): Stretch {
  const length = Math.min(toMs - fromMs, whole.toMs);
  const start = Math.min(Math.max(0, fromMs), whole.toMs - length);
  return { fromMs: start, toMs: start + length };
}

/** A stretch as long that has a span in its middle, or the same where some of the span is in sight. */
export function withInSight(stretch: Stretch, startMs: number, endMs: number, lengthMs: number): Stretch {
  const place = timeScale(stretch);
  if (place(endMs) >= 0 && place(startMs) <= 1) return stretch;
  return panned(stretch, place((startMs + endMs) / 2) - 0.5, lengthMs);
}
