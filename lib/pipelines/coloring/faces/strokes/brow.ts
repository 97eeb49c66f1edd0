import type { Landmarks } from "../landmarks";
import type { EyePoints } from "../mesh-points";
import type { Pen } from "./pen";
import { middleOf, mix, pointsOf, type Stroke, smoothThrough, widest } from "./stroke";

/** Least breadth of a brow that is a shape, over the pen's gap: a crayon has room in it. */
const room = 2;

/** A brow as a shape to color, pointed at its outer end; as one line where it is too thin. */
export function drawBrow(face: Landmarks, eye: EyePoints, { scale, gapMm }: Pen): Stroke[] {
  const top = pointsOf(face, eye.browTop);
  const bottom = pointsOf(face, eye.browBottom);
  if (widest(top, bottom) * scale < room * gapMm) return [smoothThrough(middleOf(top, bottom))];
  const tip = mix(top[0], bottom[0], 0.5);
  return [smoothThrough([tip, ...top.slice(1), ...bottom.slice(1).toReversed()], true)];
}
