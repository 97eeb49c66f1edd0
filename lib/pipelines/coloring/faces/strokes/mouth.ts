import type { Landmarks } from "../landmarks";
import { lips } from "../mesh-points";
import type { Pen } from "./pen";
import { middleOf, type Point, pointsOf, type Stroke, smoothThrough, widest } from "./stroke";

/** Least breadth of a lip that is a shape of its own, over the pen's gap. */
const room = 1.5;

/** The lips' outline and what lies between: one line of a closed mouth, the lips' inner edges of an open one. */
export function drawMouth(face: Landmarks, { scale, gapMm }: Pen): Stroke[] {
  const gap = gapMm / scale;
  const [outerTop, outerBottom, innerTop, innerBottom] = [
    lips.outerTop,
    lips.outerBottom,
    lips.innerTop,
    lips.innerBottom,
  ].map((points) => pointsOf(face, points));
  const whole = widest(outerTop, outerBottom);
  if (whole < gap) return [smoothThrough(middleOf(outerTop, outerBottom))];
  const outline = [smoothThrough(outerTop), smoothThrough(outerBottom)];
  if (widest(innerTop, innerBottom) < gap) {
    const line = reaching(middleOf(innerTop, innerBottom), outerTop);
    const hasRoom = widest(line, outerTop) >= room * gap && widest(line, outerBottom) >= room * gap;
    return hasRoom ? [...outline, smoothThrough(line)] : [smoothThrough(line), smoothThrough(outerBottom)];
  }
  const edges = [
    { inner: innerTop, outer: outerTop },
    { inner: innerBottom, outer: outerBottom },
  ].filter(({ inner, outer }) => widest(inner, outer) >= room * gap);
  return [...outline, ...edges.map(({ inner, outer }) => smoothThrough(reaching(inner, outer)))];
}

/** An inner line led on to the corners of the mouth. */
const reaching = (inner: Point[], outer: Point[]): Point[] => [
  outer[0],
  ...inner.slice(1, -1),
  outer[outer.length - 1],
];
