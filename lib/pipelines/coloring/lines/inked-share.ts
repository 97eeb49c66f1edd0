import { chamferDistance, chamferUnit } from "../kernels/distance";
import { twoScaleGradient } from "../kernels/gradient";
import type { Lab } from "../kernels/lab";
import { thinRidges } from "../kernels/ridges";
import { giveBack } from "../kernels/shelf";

/** Scale at which edges are looked for in a picture of standard size, as sigma in pixels. */
const edgeSigma = 1.9;
/** Fainter edges than this need no outline, in units of Lab. */
const clear = 14;
/** An edge this near to ink is the ink's own, or what it outlines: pixels of a standard picture. */
const beside = 6;

/**
 * Where a pen drew the outlines most edges are beside ink; where only eyes and whiskers are lines few are. Over our
 * scenes the outlined ones have at least 0.36, two of them under 0.47 for their pen is lost on dark shapes; the flat and
 * shaded ones that hold ink have at most 0.37, nine in ten under 0.31. To take shapes for a drawing costs less than to
 * miss a drawing, whose lines would be drawn twice.
 */
export const leastInked = 0.33;

/**
 * Part of the clear edges that lie beside ink, 0 to 1; 1 where there is no clear edge.
 * @param ink 1 on the pixels of strokes and dots.
 * @param unit length of one pixel of a standard picture in pixels of this one.
 */
export function inkedShare(lab: Lab, ink: Uint8Array, unit: number): number {
  const { width, height } = lab;
  const gradient = twoScaleGradient(lab, edgeSigma * unit);
  const edges = thinRidges(gradient, width, height);
  const distance = chamferDistance(ink, width, height);
  const most = beside * unit * chamferUnit;
  let all = 0;
  let inked = 0;
  for (let i = 0; i < edges.length; i++) {
    if (edges[i] <= clear) continue;
    all++;
    if (distance[i] <= most) inked++;
  }
  giveBack(edges, gradient.x, gradient.y, gradient.magnitude);
  return all ? inked / all : 1;
}
