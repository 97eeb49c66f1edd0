import type { PathSegment, Point } from "../../scene";

export interface Arc {
  rx: number;
  ry: number;
  /** Turn of the ellipse's x axis in degrees. */
  turn: number;
  large: boolean;
  sweep: boolean;
}

/**
 * An elliptical arc as cubics, at most a quarter turn each (SVG 2, appendix B.2.4: from end points to centre).
 * Radii that are too small are scaled up, a radius of zero is a straight line, an arc to its own start is nothing.
 */
export function arcToCurves(from: Point, arc: Arc, to: Point): PathSegment[] {
  if (from.x === to.x && from.y === to.y) return [];
  let rx = Math.abs(arc.rx);
  let ry = Math.abs(arc.ry);
  if (rx < 1e-9 || ry < 1e-9) return [{ type: "L", x: to.x, y: to.y }];
  const phi = (arc.turn * Math.PI) / 180;
  const cos = Math.cos(phi);
  const sin = Math.sin(phi);
  const halfX = (from.x - to.x) / 2;
  const halfY = (from.y - to.y) / 2;
  const x = cos * halfX + sin * halfY;
  const y = cos * halfY - sin * halfX;
  const excess = (x / rx) ** 2 + (y / ry) ** 2;
  if (excess > 1) {
    rx *= Math.sqrt(excess);
    ry *= Math.sqrt(excess);
  }
  const spare = (x / rx) ** 2 + (y / ry) ** 2;
  const reach = Math.sqrt(Math.max(0, 1 / spare - 1)) * (arc.large === arc.sweep ? -1 : 1);
  const middle = { x: (reach * rx * y) / ry, y: (-reach * ry * x) / rx };
  const start = Math.atan2((y - middle.y) / ry, (x - middle.x) / rx);
  const end = Math.atan2((-y - middle.y) / ry, (-x - middle.x) / rx);
  const onEllipse = (u: number, v: number): Point => ({
    x: cos * (rx * u + middle.x) - sin * (ry * v + middle.y) + (from.x + to.x) / 2,
    y: sin * (rx * u + middle.x) + cos * (ry * v + middle.y) + (from.y + to.y) / 2,
  });
  return curves(start, turnOf(start, end, arc.sweep), onEllipse, to);
}

function turnOf(start: number, end: number, sweep: boolean): number {
  const turn = end - start;
  if (sweep && turn < 0) return turn + 2 * Math.PI;
  return !sweep && turn > 0 ? turn - 2 * Math.PI : turn;
}

function curves(start: number, turn: number, onEllipse: (u: number, v: number) => Point, to: Point): PathSegment[] {
  const count = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9));
  const step = turn / count;
  const handle = (4 / 3) * Math.tan(step / 4);
  return Array.from({ length: count }, (_, index) => {
    const a = start + index * step;
    const b = a + step;
    const first = onEllipse(Math.cos(a) - handle * Math.sin(a), Math.sin(a) + handle * Math.cos(a));
    const second = onEllipse(Math.cos(b) + handle * Math.sin(b), Math.sin(b) - handle * Math.cos(b));
    const last = index === count - 1 ? to : onEllipse(Math.cos(b), Math.sin(b));
    return { type: "C", x1: first.x, y1: first.y, x2: second.x, y2: second.y, x: last.x, y: last.y };
  });
}
