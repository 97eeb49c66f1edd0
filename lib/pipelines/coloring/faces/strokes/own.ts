import { chainLength, countHoles, isClosed, type LineGraph } from "../../lines/line-graph";
import type { Pen } from "./pen";

/** What lines have of themselves that on the rest of a page would be a fault: open ends, and areas that they close off. */
export interface Own {
  ends: number;
  holes: number;
}

/** A closed line that is shorter is part of a black dot: mm on paper. */
const dotMm = 4;

/** The open ends of a face's brows, lids and nose, and its eyes and mouth where they are closed shapes. */
export function ownOf(features: LineGraph, { scale, inkMm }: Pen): Own {
  const dots = new Set(
    features.chains.filter((chain) => isClosed(chain) && chainLength(features, chain) * scale < dotMm),
  );
  const lines = { ...features, chains: features.chains.filter((chain) => !dots.has(chain)) };
  const touching = inkMm / scale;
  const ends = lines.chains
    .filter((chain) => !isClosed(chain))
    .flatMap((chain) => [chain[0], chain[chain.length - 1]].map((vertex) => ({ chain, vertex })))
    .filter(({ chain, vertex }) => !touches(features, chain, vertex, touching));
  return { ends: ends.length, holes: countHoles(joinedAtEnds(lines)) };
}

/** Whether a line's end lies on another line. */
function touches({ chains, x, y }: LineGraph, own: Int32Array, vertex: number, reach: number): boolean {
  const isNear = (other: number) => Math.hypot(x[other] - x[vertex], y[other] - y[vertex]) <= reach;
  return chains.some((chain) => chain !== own && chain.some(isNear));
}

/** The same lines, of which those that end in the same place share a vertex there. */
function joinedAtEnds(graph: LineGraph): LineGraph {
  const first = new Map<string, number>();
  const join = (vertex: number): number => {
    const place = `${graph.x[vertex]} ${graph.y[vertex]}`;
    const same = first.get(place) ?? vertex;
    first.set(place, same);
    return same;
  };
  const chains = graph.chains.map((chain) =>
    chain.map((vertex, i) => (i === 0 || i === chain.length - 1 ? join(vertex) : vertex)),
  );
  return { ...graph, chains };
}
