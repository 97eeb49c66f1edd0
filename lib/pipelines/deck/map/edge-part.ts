import type { Edge } from "../outline";
import type { Point } from "../scene";

/** The part of an edge between two parameters, 0 at its beginning and 1 at its end (de Casteljau). */
export function partOf({ from, first, second, to, curved }: Edge, begin: number, end: number): Omit<Edge, "curved"> {
  if (!curved) return { from: mid(from, to, begin), first, second, to: mid(from, to, end) };
  const head = split(from, first, second, to, end).head;
  return begin === 0 ? head : split(head.from, head.first, head.second, head.to, begin / end).tail;
}

function split(from: Point, first: Point, second: Point, to: Point, t: number) {
  const a = mid(from, first, t);
  const b = mid(first, second, t);
  const c = mid(second, to, t);
  const d = mid(a, b, t);
  const e = mid(b, c, t);
  const at = mid(d, e, t);
  return { head: { from, first: a, second: d, to: at }, tail: { from: at, first: e, second: c, to } };
}

function mid(one: Point, other: Point, share: number): Point {
  return { x: one.x + (other.x - one.x) * share, y: one.y + (other.y - one.y) * share };
}
