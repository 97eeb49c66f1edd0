import type { PathData } from "../../scene";
import { PathPen } from "./path-pen";
import { PathScanner } from "./path-scanner";

/**
 * Path data as absolute moves, lines, cubics and closes, drawn up to the first error (SVG 2, 9.5.4). A move that
 * nothing follows is left out; a path that does not begin with one is empty.
 */
export function readPath(text: string): PathData {
  const scanner = new PathScanner(text);
  const pen = new PathPen();
  while (scanner.next()) {
    if (pen.path.length === 0 && scanner.letter !== "M") break;
    draw(scanner, pen);
    if (!Number.isFinite(pen.x) || !Number.isFinite(pen.y)) return [];
  }
  return withoutIdleMoves(pen.path);
}

function draw({ letter, relative, numbers }: PathScanner, pen: PathPen): void {
  const x = relative ? pen.x : 0;
  const y = relative ? pen.y : 0;
  // By index: a typed array that is taken apart goes through its iterator, once for each of a path's commands.
  const a = numbers[0];
  const b = numbers[1];
  const c = numbers[2];
  const d = numbers[3];
  switch (letter) {
    case "M":
      pen.moveTo(x + a, y + b);
      break;
    case "Z":
      pen.close();
      break;
    case "L":
      pen.lineTo(x + a, y + b);
      break;
    case "H":
      pen.lineTo(x + a, pen.y);
      break;
    case "V":
      pen.lineTo(pen.x, y + a);
      break;
    case "C":
      pen.cubicTo(x + a, y + b, x + c, y + d, x + numbers[4], y + numbers[5]);
      break;
    case "S":
      pen.smoothCubicTo(x + a, y + b, x + c, y + d);
      break;
    case "Q":
      pen.quadraticTo(x + a, y + b, x + c, y + d);
      break;
    case "T":
      pen.smoothQuadraticTo(x + a, y + b);
      break;
    case "A":
      pen.arcTo(
        { rx: a, ry: b, turn: c, large: d === 1, sweep: numbers[4] === 1 },
        { x: x + numbers[5], y: y + numbers[6] },
      );
  }
}

function withoutIdleMoves(path: PathData): PathData {
  return path.filter((segment, index) => {
    const next = path[index + 1];
    return segment.type !== "M" || (next !== undefined && next.type !== "M");
  });
}
