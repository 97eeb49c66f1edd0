import { type Edge, edgesOf } from "../outline";
import type { PathData, Point } from "../scene";
import { partOf } from "./edge-part";

/** Most dashes a path is cut into. */
const mostDashes = 5_000;

/** How often a curve is measured; lengths are good to about a thousandth. */
const measures = 32;

/**
 * The path cut into its dashes, each an open subpath; corners inside a dash keep their join.
 * @param dashes lengths of dashes and gaps in the path's units, of even number.
 * @returns null when there would be too many, or the lengths say nothing.
 */
export function cutDashes(path: PathData, dashes: readonly number[], offset: number): PathData | null {
  const period = dashes.reduce((sum, length) => sum + length, 0);
  if (!(period > 0) || dashes.some((length) => length < 0)) return null;
  const cut: PathData = [];
  let total = 0;
  for (const subpath of subpathsOf(path)) {
    const edges = [...edgesOf(subpath)].map(measured);
    total += edges.reduce((sum, { length }) => sum + length, 0);
    if ((total / period) * dashes.length > mostDashes) return null;
    cutSubpath(edges, dashes, offset, period, cut);
  }
  return cut;
}

interface MeasuredEdge extends Edge {
  length: number;
  /** Lengths up to each of `measures` equal steps of the curve's parameter. */
  table: number[];
}

function subpathsOf(path: PathData): PathData[] {
  const subpaths: PathData[] = [];
  let start: Point = { x: 0, y: 0 };
  let closed = true;
  for (const segment of path) {
    if (segment.type === "M") {
      start = segment;
      subpaths.push([segment]);
    } else if (closed) {
      subpaths.push([{ type: "M", x: start.x, y: start.y }, segment]);
    } else {
      subpaths[subpaths.length - 1].push(segment);
    }
    closed = segment.type === "Z";
  }
  return subpaths;
}

function cutSubpath(
  edges: MeasuredEdge[],
  dashes: readonly number[],
  offset: number,
  period: number,
  cut: PathData,
): void {
  let { index, left } = phaseAt(dashes, offset, period);
  let pen = false;
  for (const edge of edges) {
    let done = 0;
    while (edge.length - done > 1e-9) {
      const step = Math.min(left, edge.length - done);
      if (index % 2 === 0) {
        pushPart(cut, edge, done, done + step, pen);
        pen = true;
      }
      done += step;
      left -= step;
      if (left > 1e-9) continue;
      index = (index + 1) % dashes.length;
      left = dashes[index];
      pen = false;
    }
  }
}

function phaseAt(dashes: readonly number[], offset: number, period: number): { index: number; left: number } {
  let rest = ((offset % period) + period) % period;
  let index = 0;
  while (rest >= dashes[index]) {
    rest -= dashes[index];
    index = (index + 1) % dashes.length;
  }
  return { index, left: dashes[index] - rest };
}

/** Draws the edge between two lengths along it; `pen` is true when the pen is already there. */
function pushPart(cut: PathData, edge: MeasuredEdge, begin: number, end: number, pen: boolean): void {
  const [from, to] = [parameterAt(edge, begin), parameterAt(edge, end)];
  const part = partOf(edge, from, to);
  if (!pen) cut.push({ type: "M", x: part.from.x, y: part.from.y });
  const { first, second, to: last } = part;
  if (!edge.curved) cut.push({ type: "L", x: last.x, y: last.y });
  else cut.push({ type: "C", x1: first.x, y1: first.y, x2: second.x, y2: second.y, x: last.x, y: last.y });
}

function measured(edge: Edge): MeasuredEdge {
  if (!edge.curved) {
    return { ...edge, length: Math.hypot(edge.to.x - edge.from.x, edge.to.y - edge.from.y), table: [] };
  }
  const table = [0];
  let before = edge.from;
  for (let step = 1; step <= measures; step++) {
    const point = partOf(edge, 0, step / measures).to;
    table.push(table[step - 1] + Math.hypot(point.x - before.x, point.y - before.y));
    before = point;
  }
  return { ...edge, length: table[measures], table };
}

function parameterAt({ curved, length, table }: MeasuredEdge, along: number): number {
  if (!curved) return along / length;
  const step = table.findIndex((reached) => reached >= along);
  if (step <= 0) return step === 0 ? 0 : 1;
  const [low, high] = [table[step - 1], table[step]];
  return (step - 1 + (high === low ? 0 : (along - low) / (high - low))) / measures;
}
