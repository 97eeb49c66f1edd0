import { chainLength, countHoles, isClosed, type LineGraph } from "../../lines/line-graph";
import { speckMm } from "../../measure/specks";
import type { Pen } from "./pen";
import { contains, type Point } from "./stroke";

/** What lines have of themselves that on the rest of a page would be a fault: open ends, areas that they close off, and specks. */
export interface Own {
  ends: number;
  holes: number;
  specks: number;
}

/** A closed line that is shorter is part of a black dot: mm on paper. */
const dotMm = 4;

/** The open ends of a face's brows, lids and nose, its eyes and mouth where they are closed shapes, and pupils of small eyes. */
export function ownOf(features: LineGraph, { scale, inkMm }: Pen): Own {
  const dots = features.chains.filter((chain) => isClosed(chain) && chainLength(features, chain) * scale < dotMm);
  const lines = { ...features, chains: features.chains.filter((chain) => !dots.includes(chain)) };
  const touching = inkMm / scale;
  const ends = lines.chains
    .filter((chain) => !isClosed(chain))
    .flatMap((chain) => [chain[0], chain[chain.length - 1]].map((vertex) => ({ chain, vertex })))
    .filter(({ chain, vertex }) => !touches(features, chain, vertex, touching));
  const specks = countSmallDots(dots, lines, touching, speckMm / scale);
  return { ends: ends.length, holes: countHoles(joinedAtEnds(lines)), specks };
}

/** Dots that reach less far than `speck` with their ink and touch no line. The rings of one follow each other, the outermost first. */
function countSmallDots(dots: Int32Array[], lines: LineGraph, ink: number, speck: number): number {
  return dots
    .filter((dot, i) => i === 0 || !contains(pointsAlong(lines, dots[i - 1]), pointsAlong(lines, dot)[0]))
    .filter((dot) => reachOf(pointsAlong(lines, dot)) + ink < speck)
    .filter((dot) => !dot.some((vertex) => touches(lines, dot, vertex, ink))).length;
}

const pointsAlong = ({ x, y }: LineGraph, chain: Int32Array): Point[] =>
  Array.from(chain, (vertex) => ({ x: x[vertex], y: y[vertex] }));

/** The longer side of the box round points. */
function reachOf(points: Point[]): number {
  const spread = (values: number[]) => Math.max(...values) - Math.min(...values);
  return Math.max(spread(points.map(({ x }) => x)), spread(points.map(({ y }) => y)));
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
