import type { Curve } from "../lines/bezier";
import type { Box } from "./curves";

/** A piece is not cut finer than this part of the whole: what sticks out then is finer than a printer's dot. */
const mostCuts = 12;

type Cubic = readonly number[];

/** What of a curve lies inside a box: itself, or the runs of it that do. */
export function clipCurve(curve: Curve, box: Box): Curve[] {
  if (isInside(curve.points, box)) return [curve];
  const runs: Curve[] = [];
  let run: number[] | null = null;
  const keep = (piece: Cubic) => {
    if (run === null) {
      run = [piece[0], piece[1]];
      runs.push({ points: run, closed: false });
    }
    run.push(...piece.slice(2));
  };
  const drop = () => {
    run = null;
  };
  for (let i = 0; i + 7 < curve.points.length; i += 6) cut(curve.points.slice(i, i + 8), box, 0, keep, drop);
  return runs;
}

/** A cubic's curve lies within the hull of its points: halved until each half is in or out. */
function cut(piece: Cubic, box: Box, depth: number, keep: (piece: Cubic) => void, drop: () => void): void {
  if (isInside(piece, box)) keep(piece);
  else if (isOutside(piece, box) || depth === mostCuts) drop();
  else for (const half of halves(piece)) cut(half, box, depth + 1, keep, drop);
}

function isInside(points: Cubic, { left, top, right, bottom }: Box): boolean {
  for (let i = 0; i < points.length; i += 2) {
    if (points[i] < left || points[i] > right || points[i + 1] < top || points[i + 1] > bottom) return false;
  }
  return true;
}

function isOutside(points: Cubic, { left, top, right, bottom }: Box): boolean {
  const all = (test: (x: number, y: number) => boolean) => {
    for (let i = 0; i < points.length; i += 2) if (!test(points[i], points[i + 1])) return false;
    return true;
  };
  return all((x) => x < left) || all((x) => x > right) || all((_, y) => y < top) || all((_, y) => y > bottom);
}

/** De Casteljau's, in the middle. */
function halves([x0, y0, x1, y1, x2, y2, x3, y3]: Cubic): [Cubic, Cubic] {
  const mid = (a: number, b: number) => (a + b) / 2;
  const [ax, ay, bx, by, cx, cy] = [mid(x0, x1), mid(y0, y1), mid(x1, x2), mid(y1, y2), mid(x2, x3), mid(y2, y3)];
  const [dx, dy, ex, ey] = [mid(ax, bx), mid(ay, by), mid(bx, cx), mid(by, cy)];
  const [mx, my] = [mid(dx, ex), mid(dy, ey)];
  return [
    [x0, y0, ax, ay, dx, dy, mx, my],
    [mx, my, ex, ey, cx, cy, x3, y3],
  ];
}
