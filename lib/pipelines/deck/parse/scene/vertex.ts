import { type Edge, edgesOf } from "../../outline";
import type { MarkerUse, PathData, Point } from "../../scene";

/** A point of a path where a marker may stand. */
export interface Vertex {
  position: MarkerUse["position"];
  at: Point;
  /** Direction in degrees for `orient="auto"`: midway between the way in and the way out (SVG 2, 13.7.4). */
  angle: number;
}

/** One end point of a segment, with the index of the edges that lead to it and away from it. */
interface Stop {
  at: Point;
  before: number | null;
  after: number | null;
}

/** First, middle and last vertices of a path in order; a path of one point has none in the middle. */
export function verticesOf(path: PathData): Vertex[] {
  const edges = [...edgesOf(path)];
  const directions = directionsOf(edges);
  const stops = stopsAlong(path);
  return stops.flatMap((stop, index): Vertex[] => {
    const into = stop.before === null ? null : (directions[stop.before]?.end ?? null);
    const out = stop.after === null ? null : (directions[stop.after]?.start ?? null);
    const vertex = { at: stop.at, angle: bisector(into, out) };
    const vertices: Vertex[] = [];
    if (index === 0) vertices.push({ position: "start", ...vertex });
    if (index > 0 && index < stops.length - 1) vertices.push({ position: "mid", ...vertex });
    if (index === stops.length - 1) vertices.push({ position: "end", ...vertex });
    return vertices;
  });
}

/** Edges are numbered as `edgesOf` gives them: a close that has no length has none. */
function stopsAlong(path: PathData): Stop[] {
  const stops: Stop[] = [];
  let edge = 0;
  let start: Point = { x: 0, y: 0 };
  let at = start;
  for (const segment of path) {
    if (segment.type === "M") {
      start = segment;
      at = segment;
      stops.push({ at, before: null, after: null });
      continue;
    }
    const to = segment.type === "Z" ? start : segment;
    const drawn = segment.type !== "Z" || to.x !== at.x || to.y !== at.y;
    const last = stops.at(-1);
    if (drawn && last !== undefined) last.after = edge;
    stops.push({ at: { x: to.x, y: to.y }, before: drawn ? edge : (last?.before ?? null), after: null });
    if (drawn) edge++;
    at = to;
  }
  return stops;
}

interface Directions {
  start: Point;
  end: Point;
}

/** Directions at both ends of each edge; one without length takes that of its neighbours, or points right. */
function directionsOf(edges: Edge[]): Directions[] {
  const own = edges.map((edge): Directions | null => {
    const start = firstDifferent(edge.from, [edge.first, edge.second, edge.to]);
    const end = firstDifferent(edge.to, [edge.second, edge.first, edge.from]);
    if (start === null || end === null) return null;
    return { start, end: { x: -end.x, y: -end.y } };
  });
  let direction = own.find((directions) => directions !== null)?.start ?? { x: 1, y: 0 };
  return own.map((directions) => {
    if (directions === null) return { start: direction, end: direction };
    direction = directions.end;
    return directions;
  });
}

function firstDifferent(from: Point, others: Point[]): Point | null {
  const other = others.find(({ x, y }) => Math.abs(x - from.x) > 1e-9 || Math.abs(y - from.y) > 1e-9);
  return other === undefined ? null : { x: other.x - from.x, y: other.y - from.y };
}

function bisector(into: Point | null, out: Point | null): number {
  const first = into ?? out;
  const second = out ?? into;
  if (first === null || second === null) return 0;
  const a = Math.atan2(first.y, first.x);
  let turn = Math.atan2(second.y, second.x) - a;
  if (turn > Math.PI) turn -= 2 * Math.PI;
  if (turn < -Math.PI) turn += 2 * Math.PI;
  return ((a + turn / 2) * 180) / Math.PI;
}
