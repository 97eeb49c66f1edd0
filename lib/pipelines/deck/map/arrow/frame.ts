import { type Edge, edgesOf } from "../../outline";
import type { Matrix, PathData } from "../../scene";

/** The end of a line, seen along it. */
export interface Frame {
  /** From the frame, its x running out of the line, to the line's units. */
  matrix: Matrix;
  /** The edge at the end, turned so that it leads there. */
  edge: Edge;
  /** Length of the line up to the nearest of the points that shape its end. */
  room: number;
}

/** Null for a line of no length. */
export function frameAt(position: "start" | "end", outline: PathData): Frame | null {
  const edges = [...edgesOf(outline)];
  const [edge] = position === "start" ? edges.slice(0, 1).map(reversed) : edges.slice(-1);
  if (edge === undefined) return null;
  const { to, first, second, from } = edge;
  for (const { x, y } of [second, first, from]) {
    const room = Math.hypot(to.x - x, to.y - y);
    if (room < 1e-6) continue;
    const [cos, sin] = [(to.x - x) / room, (to.y - y) / room];
    return { matrix: [cos, sin, -sin, cos, to.x, to.y], edge, room };
  }
  return null;
}

export function reversed({ from, to, first, second, curved }: Edge): Edge {
  return { from: to, to: from, first: second, second: first, curved };
}
