import type { PathData, PathSegment, Point } from "../scene";

/** Verbs of Skia's command lists. */
const verb = { move: 0, line: 1, quad: 2, conic: 3, cubic: 4, close: 5 } as const;

/** Numbers of the longest command, a cubic with its verb. */
const longest = 7;

/** A path as Skia's commands, one after the other in one row of numbers. */
export function toCommands(path: PathData): Float32Array {
  const row = new Float32Array(path.length * longest);
  let at = 0;
  for (const segment of path) {
    if (segment.type === "Z") {
      row[at++] = verb.close;
      continue;
    }
    row[at++] = segment.type === "C" ? verb.cubic : segment.type === "L" ? verb.line : verb.move;
    if (segment.type === "C") {
      row[at++] = segment.x1;
      row[at++] = segment.y1;
      row[at++] = segment.x2;
      row[at++] = segment.y2;
    }
    row[at++] = segment.x;
    row[at++] = segment.y;
  }
  return row.subarray(0, at);
}

/** Skia's commands as a path; quadratic curves are raised to cubics, conics become quadratics first. */
export function fromCommands(commands: number[][]): PathData {
  const path: PathData = [];
  let at: Point = { x: 0, y: 0 };
  for (const v of commands) {
    const name = v[0];
    if (name === verb.close) {
      path.push({ type: "Z" });
      continue;
    }
    if (name === verb.move) path.push({ type: "M", x: v[1], y: v[2] });
    else if (name === verb.line) path.push({ type: "L", x: v[1], y: v[2] });
    else if (name === verb.quad) pushQuad(path, at, { x: v[1], y: v[2] }, { x: v[3], y: v[4] });
    else if (name === verb.conic) pushConic(path, at, { x: v[1], y: v[2] }, { x: v[3], y: v[4] }, v[5]);
    else path.push({ type: "C", x1: v[1], y1: v[2], x2: v[3], y2: v[4], x: v[5], y: v[6] });
    at = path[path.length - 1] as Exclude<PathSegment, { type: "Z" }>;
  }
  return path;
}

function pushQuad(path: PathData, from: Point, control: Point, to: Point): void {
  path.push({
    type: "C",
    x1: from.x + (2 / 3) * (control.x - from.x),
    y1: from.y + (2 / 3) * (control.y - from.y),
    x2: to.x + (2 / 3) * (control.x - to.x),
    y2: to.y + (2 / 3) * (control.y - to.y),
    x: to.x,
    y: to.y,
  });
}

/**
 * A conic is a rational quadratic of this weight. The cubic with the same ends, tangents and middle point is exact to
 * 3 in 10,000 for a quarter circle, the longest arc Skia writes.
 */
function pushConic(path: PathData, from: Point, control: Point, to: Point, weight: number): void {
  const share = (4 * weight) / (3 * (1 + weight));
  path.push({
    type: "C",
    x1: from.x + share * (control.x - from.x),
    y1: from.y + share * (control.y - from.y),
    x2: to.x + share * (control.x - to.x),
    y2: to.y + share * (control.y - to.y),
    x: to.x,
    y: to.y,
  });
}
