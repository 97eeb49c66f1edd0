import { type Edge, edgesOf } from "../../outline";
import type { Geometry, PathData, Point } from "../../scene";
import { partOf } from "../edge-part";
import { bendOf } from "../polygon";
import { reversed } from "./frame";

/** Where a line with an arrow head ends, in the line's own units. */
export interface LineEnd {
  at: Point;
  /** Of the head. */
  length: number;
}

/** A line that ends where its heads want it; a curve is parted beneath a head. */
export function withEnds(geometry: Geometry, start: LineEnd | null, end: LineEnd | null): Geometry {
  const ended = endedAt([...edgesOf(geometry.outline)], end);
  const edges = endedAt(ended.map(reversed).toReversed(), start).map(reversed).toReversed();
  const outline = pathOf(edges);
  if (geometry.kind !== "line") return { kind: "path", outline };
  return { kind: "line", from: edges[0].from, to: edges[0].to, outline };
}

/** Degrees by which a head that follows the curve beneath it may be turned against the curve's end. */
const mostTurn = 12;

/** Whether the edge bends so much below the head that programs turn the head another way than SVG does. */
export function isBent(edge: Edge, end: LineEnd): boolean {
  const share = edge.curved ? beneath(edge, end) : 0;
  if (share === null) return true;
  const { from } = partOf(edge, share, 1);
  const { to, second, first } = edge;
  const back = [second, first, from].find(({ x, y }) => Math.hypot(to.x - x, to.y - y) > 1e-6) ?? from;
  const along = { x: to.x - back.x, y: to.y - back.y };
  const seen = { x: end.at.x - from.x, y: end.at.y - from.y };
  return edge.curved && Math.abs(bendOf(along.x, along.y, seen.x, seen.y)) > (mostTurn * Math.PI) / 180;
}

/** A point on the edge as far from the tip as the head is long, with the slack a program may want; null for none. */
function beneath(edge: Edge, { at, length }: LineEnd): number | null {
  const reach = 1.1 * length;
  const distance = (share: number) => {
    const { to } = partOf(edge, 0, share);
    return Math.hypot(to.x - at.x, to.y - at.y);
  };
  if (distance(1e-6) <= reach || distance(1) >= reach) return null;
  let [far, near] = [1e-6, 1];
  for (let step = 0; step < 30; step++) {
    const middle = (far + near) / 2;
    if (distance(middle) > reach) far = middle;
    else near = middle;
  }
  return near;
}

/**
 * LibreOffice cuts a line short below its head, and bends a curve that it cuts; so a curve ends before that and a piece
 * of it, which is covered, follows.
 */
function endedAt(edges: Edge[], end: LineEnd | null): Edge[] {
  const last = edges.at(-1);
  if (end === null || last === undefined) return edges;
  const { at } = end;
  const before = edges.slice(0, -1);
  if (!last.curved) return [...before, { ...last, second: at, to: at }];
  const share = beneath(last, end);
  const parts = share === null ? [last] : [partOf(last, 0, share), partOf(last, share, 1)];
  const curves = parts.map((part) => ({ ...part, curved: true }));
  const moved = at.x !== last.to.x || at.y !== last.to.y;
  const longer = moved ? [{ from: last.to, first: last.to, second: at, to: at, curved: false }] : [];
  return [...before, ...curves, ...longer];
}

function pathOf(edges: readonly Edge[]): PathData {
  const path: PathData = edges.slice(0, 1).map(({ from }) => ({ type: "M", x: from.x, y: from.y }));
  for (const { first, second, to, curved } of edges) {
    const { x, y } = to;
    if (curved) path.push({ type: "C", x1: first.x, y1: first.y, x2: second.x, y2: second.y, x, y });
    else path.push({ type: "L", x, y });
  }
  return path;
}
