import type { Side } from "./dragging";

/** A list with the thing at place `from` taken to place `to`, both from 0. */
export function moved<Thing>(list: readonly Thing[], from: number, to: number): Thing[] {
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** The place that a thing has once it stands right before or after another. */
export const placeBeside = (list: readonly string[], id: string, beside: string, side: Side): number =>
  list.filter((one) => one !== id).indexOf(beside) + (side === "after" ? 1 : 0);
