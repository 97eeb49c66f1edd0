import { rectanglePath } from "../../outline";
import type { PathData, Point, Rect } from "../../scene";

/** Length of a handle for a quarter of a unit circle; off by less than 0.03 % of the radius. */
const quarter = 0.5522847498;

/** A rectangle with round corners, from where its upper edge begins clockwise, as SVG 2, 10.2 says. */
export function roundRectanglePath(rect: Rect, rx: number, ry: number): PathData {
  if (rx <= 0 || ry <= 0) return rectanglePath(rect);
  const { x, y } = rect;
  const right = x + rect.width;
  const bottom = y + rect.height;
  const dx = rx * (1 - quarter);
  const dy = ry * (1 - quarter);
  return [
    { type: "M", x: x + rx, y },
    { type: "L", x: right - rx, y },
    { type: "C", x1: right - dx, y1: y, x2: right, y2: y + dy, x: right, y: y + ry },
    { type: "L", x: right, y: bottom - ry },
    { type: "C", x1: right, y1: bottom - dy, x2: right - dx, y2: bottom, x: right - rx, y: bottom },
    { type: "L", x: x + rx, y: bottom },
    { type: "C", x1: x + dx, y1: bottom, x2: x, y2: bottom - dy, x, y: bottom - ry },
    { type: "L", x, y: y + ry },
    { type: "C", x1: x, y1: y + dy, x2: x + dx, y2: y, x: x + rx, y },
    { type: "Z" },
  ];
}

/** An ellipse from its rightmost point clockwise (SVG 2, 10.3). */
export function ellipsePath(cx: number, cy: number, rx: number, ry: number): PathData {
  const hx = rx * quarter;
  const hy = ry * quarter;
  return [
    { type: "M", x: cx + rx, y: cy },
    { type: "C", x1: cx + rx, y1: cy + hy, x2: cx + hx, y2: cy + ry, x: cx, y: cy + ry },
    { type: "C", x1: cx - hx, y1: cy + ry, x2: cx - rx, y2: cy + hy, x: cx - rx, y: cy },
    { type: "C", x1: cx - rx, y1: cy - hy, x2: cx - hx, y2: cy - ry, x: cx, y: cy - ry },
    { type: "C", x1: cx + hx, y1: cy - ry, x2: cx + rx, y2: cy - hy, x: cx + rx, y: cy },
    { type: "Z" },
  ];
}

/** Straight lines through the points; nothing for fewer than two. */
export function polylinePath(points: readonly Point[]): PathData {
  if (points.length < 2) return [];
  return points.map((point, index) => ({ type: index === 0 ? "M" : "L", x: point.x, y: point.y }));
}

export function polygonPath(points: readonly Point[]): PathData {
  const path = polylinePath(points);
  return path.length === 0 ? path : [...path, { type: "Z" }];
}
