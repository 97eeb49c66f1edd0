import type { PathData, Point } from "../scene";

/** Verbs of Skia's command lists. */
const verb = { move: 0, line: 1, quad: 2, conic: 3, cubic: 4, close: 5 } as const;

/** A path as Skia's commands. */
export function toCommands(path: PathData): number[][] {
  return path.map((segment) => {
    switch (segment.type) {
      case "M":
        return [verb.move, segment.x, segment.y];
      case "L":
        return [verb.line, segment.x, segment.y];
      case "C":
        return [verb.cubic, segment.x1, segment.y1, segment.x2, segment.y2, segment.x, segment.y];
      default:
        return [verb.close];
    }
  });
}

/** Skia's commands as a path; quadratic curves are raised to cubics, conics become quadratics first. */
export function fromCommands(commands: number[][]): PathData {
  const path: PathData = [];
  let at: Point = { x: 0, y: 0 };
  for (const [name, ...v] of commands) {
    if (name === verb.move) path.push({ type: "M", x: v[0], y: v[1] });
    else if (name === verb.line) path.push({ type: "L", x: v[0], y: v[1] });
    else if (name === verb.quad) pushQuad(path, at, { x: v[0], y: v[1] }, { x: v[2], y: v[3] });
    else if (name === verb.conic) pushConic(path, at, { x: v[0], y: v[1] }, { x: v[2], y: v[3] }, v[4]);
    else if (name === verb.cubic) path.push({ type: "C", x1: v[0], y1: v[1], x2: v[2], y2: v[3], x: v[4], y: v[5] });
    else path.push({ type: "Z" });
    if (v.length > 1) at = name === verb.conic ? { x: v[2], y: v[3] } : { x: v[v.length - 2], y: v[v.length - 1] };
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
