import { chamferDistance, chamferUnit } from "../../kernels/distance";
import { bridgeEnds } from "../../lines/bridge";
import type { LineGraph } from "../../lines/line-graph";
import type { Face } from "../face";
import { oval } from "../mesh-points";
import type { ContourLimits } from "./hairline";
import { graphOf, type Point, pointsOf, smoothThrough } from "./stroke";

/** From ear to ear below, on the oval. */
const jaw = oval.slice(oval.indexOf(454), oval.indexOf(234) + 1);

const chin = 152;
/** A point this near to a line lies on it: pixels. */
const touching = 1.5;

/**
 * The lower outline of faces where the picture has none, as chin and neck are much the same colour: the part around the
 * chin, on either side as far as the nearest line.
 * @param drawn 1 on the pixels of all lines that are drawn already.
 */
export function drawJaws(
  faces: Face[],
  drawn: Uint8Array,
  width: number,
  height: number,
  limits: ContourLimits,
): LineGraph {
  if (!faces.length) return graphOf([]);
  const away = chamferDistance(drawn, width, height);
  const awayAt = ({ x, y }: Point) =>
    x < 0 || y < 0 || x >= width || y >= height ? 0 : away[(y | 0) * width + (x | 0)] / chamferUnit;
  const lines = faces.map(({ landmarks }) => {
    const left = smoothThrough(pointsOf(landmarks, jaw.slice(0, jaw.indexOf(chin) + 1))).points.reverse();
    const right = smoothThrough(pointsOf(landmarks, jaw.slice(jaw.indexOf(chin)))).points;
    const [toLeft, toRight] = [left, right].map((path) => reachOf(path.map(awayAt), limits.twin));
    return [...left.slice(1, toLeft).reverse(), ...right.slice(0, toRight)];
  });
  const long = lines.filter((points) => points.length > 1);
  return bridgeEnds(graphOf(long.map((points) => ({ points, closed: false }))), drawn, width, height, limits.bridge)
    .graph;
}

/**
 * How many points of a path from the chin are drawn: up to where it comes to another line, or begins to run along one.
 * None where the chin itself lies on one.
 * @param away distance of each point from the nearest line.
 */
export function reachOf(away: number[], twin: number): number {
  if (away[0] <= twin) return 0;
  let i = 0;
  while (i < away.length && away[i] > twin) i++;
  while (i < away.length && away[i] > touching && away[i] <= away[i - 1]) i++;
  return i;
}
