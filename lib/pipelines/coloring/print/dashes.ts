import type { Curve } from "../lines/bezier";

/**
 * What shows on a tracing worksheet, in mm on paper: long enough for a small hand to aim at, at every line weight.
 * Round ends add a line's width to a dash and take it from a gap.
 */
const visibleDash = 3.2;
const visibleGap = 1.7;
/** From this turn on two pieces meet in a corner. */
const cornerCosine = Math.cos((35 * Math.PI) / 180);
const samples = 24;

/** A part of a stroke without corners inside, and its dashes; null for one too short to be broken. */
export interface DashedPiece {
  curve: Curve;
  dash: [number, number] | null;
}

/**
 * A stroke cut at its corners, each part with a pattern stretched so that it begins and ends with a whole dash.
 * @param scale millimetres of paper per unit of the curve.
 * @param line width of the line in mm.
 */
export function dashStroke(curve: Curve, scale: number, line: number): DashedPiece[] {
  return splitAtCorners(curve).map((piece) => ({
    curve: piece,
    dash: patternFor(lengthOf(piece) * scale, line, piece.closed),
  }));
}

/** Dash and gap in mm for a stroke of this length; a closed one ends with a gap, as its first dash follows. */
export function patternFor(length: number, line: number, isClosed = false): [number, number] | null {
  const dash = Math.max(0.4, visibleDash - line);
  const gap = visibleGap + line;
  const count = Math.round((length + (isClosed ? 0 : gap)) / (dash + gap));
  if (count < 2) return null;
  const stretch = length / (count * dash + (isClosed ? count : count - 1) * gap);
  return [dash * stretch, gap * stretch];
}

/** The parts between a stroke's sharp corners; a loop without any stays a loop. */
function splitAtCorners({ points, closed }: Curve): Curve[] {
  const count = (points.length - 2) / 6;
  if (count < 1) return [];
  const isCorner = (i: number): boolean => cosineBetween(points, (i + count - 1) % count, i) < cornerCosine;
  const cuts: number[] = [];
  for (let i = closed ? 0 : 1; i < count; i++) if (isCorner(i)) cuts.push(i);
  if (closed && !cuts.length) return [{ points, closed }];
  const starts = closed ? cuts : [0, ...cuts];
  return starts.map((from, at) => {
    const to = starts[at + 1] ?? (closed ? starts[0] + count : count);
    return { points: part(points, count, from, to), closed: false };
  });
}

/** Pieces `from` to `to`, running over the loop's start where `to` is more than the count. */
function part(points: number[], count: number, from: number, to: number): number[] {
  const taken = points.slice(6 * from, 6 * from + 2);
  for (let i = from; i < to; i++) {
    const at = 2 + 6 * (i % count);
    taken.push(...points.slice(at, at + 6));
  }
  return taken;
}

/** How much piece `next` goes on in the direction in which `piece` ends. */
function cosineBetween(points: number[], piece: number, next: number): number {
  const end = tangent(points, 6 * piece, [3, 2, 1, 0]);
  const start = tangent(points, 6 * next, [0, 1, 2, 3]);
  // The first one points back from the end.
  return -(end.x * start.x + end.y * start.y);
}

/** Direction from the first to the nearest of the other control points that differs. */
function tangent(points: number[], at: number, order: number[]): { x: number; y: number } {
  const [first, ...others] = order.map((i) => ({ x: points[at + 2 * i], y: points[at + 2 * i + 1] }));
  for (const other of others) {
    const length = Math.hypot(other.x - first.x, other.y - first.y);
    if (length > 1e-6) return { x: (other.x - first.x) / length, y: (other.y - first.y) / length };
  }
  return { x: 0, y: 0 };
}

/** Length of a curve in its own unit, by chords. */
function lengthOf({ points }: Curve): number {
  let length = 0;
  for (let at = 0; at + 7 < points.length; at += 6) {
    let lastX = points[at];
    let lastY = points[at + 1];
    for (let i = 1; i <= samples; i++) {
      const u = i / samples;
      const v = 1 - u;
      const [b0, b1, b2, b3] = [v * v * v, 3 * u * v * v, 3 * u * u * v, u * u * u];
      const x = b0 * points[at] + b1 * points[at + 2] + b2 * points[at + 4] + b3 * points[at + 6];
      const y = b0 * points[at + 1] + b1 * points[at + 3] + b2 * points[at + 5] + b3 * points[at + 7];
      length += Math.hypot(x - lastX, y - lastY);
      lastX = x;
      lastY = y;
    }
  }
  return length;
}
