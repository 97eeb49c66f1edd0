import type { PathData, Point } from "../../scene";
import { arcToCurves } from "./arc";
import { type PathCommand, scanPath } from "./path-scanner";

/** Where the pen is while a path is read. */
interface Pen {
  at: Point;
  start: Point;
  /** Last control point of a preceding C or S, and of a preceding Q or T, for the smooth commands. */
  cubic: Point | null;
  quadratic: Point | null;
}

/**
 * Path data as absolute moves, lines, cubics and closes, drawn up to the first error (SVG 2, 9.5.4). A move that
 * nothing follows is left out; a path that does not begin with one is empty.
 */
export function readPath(text: string): PathData {
  const path: PathData = [];
  const pen: Pen = { at: { x: 0, y: 0 }, start: { x: 0, y: 0 }, cubic: null, quadratic: null };
  for (const command of scanPath(text)) {
    if (path.length === 0 && command.letter !== "M") break;
    draw(command, pen, path);
    if (!Number.isFinite(pen.at.x) || !Number.isFinite(pen.at.y)) return [];
  }
  return withoutIdleMoves(path);
}

function draw({ letter, relative, numbers }: PathCommand, pen: Pen, path: PathData): void {
  const base = relative ? pen.at : { x: 0, y: 0 };
  const point = (index: number): Point => ({ x: base.x + numbers[index], y: base.y + numbers[index + 1] });
  const { cubic, quadratic } = pen;
  pen.cubic = null;
  pen.quadratic = null;
  if (letter !== "M" && letter !== "Z" && path.at(-1)?.type === "Z") path.push({ type: "M", ...pen.at });
  switch (letter) {
    case "M":
      path.push({ type: "M", ...point(0) });
      pen.at = point(0);
      pen.start = pen.at;
      break;
    case "Z":
      path.push({ type: "Z" });
      pen.at = pen.start;
      break;
    case "L":
      lineTo(point(0), pen, path);
      break;
    case "H":
      lineTo({ x: base.x + numbers[0], y: pen.at.y }, pen, path);
      break;
    case "V":
      lineTo({ x: pen.at.x, y: base.y + numbers[0] }, pen, path);
      break;
    case "C":
      cubicTo(point(0), point(2), point(4), pen, path);
      break;
    case "S":
      cubicTo(mirrored(cubic, pen.at), point(0), point(2), pen, path);
      break;
    case "Q":
      quadraticTo(point(0), point(2), pen, path);
      break;
    case "T":
      quadraticTo(mirrored(quadratic, pen.at), point(0), pen, path);
      break;
    case "A": {
      const [rx, ry, turn, large, sweep] = numbers;
      path.push(...arcToCurves(pen.at, { rx, ry, turn, large: large === 1, sweep: sweep === 1 }, point(5)));
      pen.at = point(5);
    }
  }
}

function lineTo(to: Point, pen: Pen, path: PathData): void {
  path.push({ type: "L", x: to.x, y: to.y });
  pen.at = to;
}

function cubicTo(first: Point, second: Point, to: Point, pen: Pen, path: PathData): void {
  path.push({ type: "C", x1: first.x, y1: first.y, x2: second.x, y2: second.y, x: to.x, y: to.y });
  pen.at = to;
  pen.cubic = second;
}

/** A quadratic is the cubic whose control points lie two thirds of the way to its own. */
function quadraticTo(control: Point, to: Point, pen: Pen, path: PathData): void {
  const towards = (end: Point): Point => ({
    x: end.x + (2 / 3) * (control.x - end.x),
    y: end.y + (2 / 3) * (control.y - end.y),
  });
  cubicTo(towards(pen.at), towards(to), to, pen, path);
  pen.cubic = null;
  pen.quadratic = control;
}

function mirrored(control: Point | null, at: Point): Point {
  return control === null ? at : { x: 2 * at.x - control.x, y: 2 * at.y - control.y };
}

function withoutIdleMoves(path: PathData): PathData {
  return path.filter((segment, index) => {
    const next = path[index + 1];
    return segment.type !== "M" || (next !== undefined && next.type !== "M");
  });
}
