import type { Landmarks } from "../landmarks";
import { noseBase } from "../mesh-points";
import type { Pen } from "./pen";
import { distance, pointsOf, type Stroke, smoothThrough } from "./stroke";

/** A hint of the nose: its wings and what is between them; on a small or simple face only the line below it. */
export function drawNose(face: Landmarks, { scale, gapMm, folds }: Pen): Stroke[] {
  const base = pointsOf(face, noseBase);
  const width = distance(base[1], base[base.length - 2]) * scale;
  if (width < 2 * gapMm) return [];
  return [smoothThrough(folds && width > 5 * gapMm ? base : base.slice(2, -2))];
}
