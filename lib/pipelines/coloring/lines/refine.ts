import { intsAt, kernels, lendAll, planeAt } from "../kernels/planes/workbench";
import { isClosed, type LineGraph } from "./line-graph";

/**
 * Moves vertices of traced borders across their line to the crest of the gradient, to a part of a pixel (a parabola
 * through the three samples round the crest; Canny 1986 and Steger 1998 do the same). Ends, junctions and what has
 * no crest in reach stay.
 * @param reach farthest move in pixels.
 */
export function refineToCrest(
  graph: LineGraph,
  magnitude: Float32Array,
  width: number,
  height: number,
  reach: number,
): LineGraph {
  const { chains, fixed, softness } = graph;
  const n = graph.x.length;
  const vertices = chains.reduce((sum, chain) => sum + chain.length, 0);
  const places = lendAll([magnitude, graph.x, graph.y, fixed, softness], 2 * reach + 1, n, n, vertices);
  const [plane, x, y, still, soft, samples, toX, toY, listed] = places;
  planeAt(toX, n).set(graph.x);
  planeAt(toY, n).set(graph.y);
  kernels.layCrests(plane, width, height, reach, samples, x, y, toX, toY, still, soft);
  let list = listed;
  for (const chain of chains) {
    intsAt(list, chain.length).set(chain);
    kernels.moveToCrests(list, chain.length, isClosed(chain));
    list += 4 * chain.length;
  }
  return { ...graph, x: planeAt(toX, n).slice(), y: planeAt(toY, n).slice() };
}
