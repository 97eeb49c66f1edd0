import { apply } from "../matrix";
import type { Geometry, Matrix, PathData, Point, Rect } from "../scene";
import type { SlideGeometry } from "../slide";
import { emu, type Placed, placingOf } from "./placing";

/**
 * A rectangle, ellipse or line as PowerPoint's own shape, also turned, as long as the matrix keeps right angles. These
 * shapes are their own mirror images, so no flips are needed but for lines.
 * @returns null when it has to be a path.
 */
export function presetOf(geometry: Geometry, matrix: Matrix): Placed | null {
  switch (geometry.kind) {
    case "rect": {
      const { rect, rx, ry } = geometry;
      const turned = turnedBox(rect, matrix);
      if (turned === null) return null;
      const corner = cornerOf(rx * turned.across, ry * turned.down, turned.box);
      return corner === null ? null : turnedPlaced(turned, corner);
    }
    case "ellipse": {
      const { cx, cy, rx, ry } = geometry;
      const turned = turnedBox({ x: cx - rx, y: cy - ry, width: 2 * rx, height: 2 * ry }, matrix);
      return turned === null ? null : turnedPlaced(turned, { kind: "ellipse" });
    }
    case "line":
      return lineOf(apply(matrix, geometry.from), apply(matrix, geometry.to));
    case "path":
      return straightOf(geometry.outline, matrix);
  }
}

interface TurnedBox {
  /** In slide pixels, before it is turned about its middle. */
  box: Rect;
  /** 60,000ths of a degree, 0 to below a half turn. */
  turn: number;
  /** Factors of the lengths across and down. */
  across: number;
  down: number;
}

function turnedBox(rect: Rect, matrix: Matrix): TurnedBox | null {
  const [a, b, c, d] = matrix;
  const across = Math.hypot(a, b);
  const down = Math.hypot(c, d);
  if (!(across > 0 && down > 0) || Math.abs(a * c + b * d) > 1e-4 * across * down) return null;
  const middle = apply(matrix, { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 });
  const [width, height] = [rect.width * across, rect.height * down];
  const degrees = (Math.atan2(b, a) * 180) / Math.PI;
  const quarter = Math.abs(Math.abs(degrees) - 90) < 1e-3;
  const [w, h] = quarter ? [height, width] : [width, height];
  const turn = quarter ? 0 : Math.round((((degrees % 180) + 180) % 180) * 60_000) % 10_800_000;
  const box = { x: middle.x - w / 2, y: middle.y - h / 2, width: w, height: h };
  return { box, turn, across: quarter ? down : across, down: quarter ? across : down };
}

function cornerOf(rx: number, ry: number, box: Rect): SlideGeometry | null {
  if (rx <= 0 || ry <= 0) return { kind: "rect" };
  const shorter = Math.min(box.width, box.height);
  if (Math.abs(rx - ry) > 0.005 * shorter) return null;
  return { kind: "roundRect", radius: Math.min(0.5, rx / shorter) };
}

function turnedPlaced({ box, turn }: TurnedBox, geometry: SlideGeometry): Placed {
  return { placing: { ...placingOf(box), turn }, geometry, box };
}

function straightOf(outline: PathData, matrix: Matrix): Placed | null {
  const [first, second] = outline;
  if (outline.length !== 2 || first.type !== "M" || second.type !== "L") return null;
  return lineOf(apply(matrix, first), apply(matrix, second));
}

function lineOf(from: Point, to: Point): Placed {
  const [left, right] = from.x < to.x ? [from.x, to.x] : [to.x, from.x];
  const [top, bottom] = from.y < to.y ? [from.y, to.y] : [to.y, from.y];
  const box = { x: left, y: top, width: right - left, height: bottom - top };
  const placing = { ...placingOf(box), flipX: emu(to.x) < emu(from.x), flipY: emu(to.y) < emu(from.y) };
  return { placing, geometry: { kind: "line" }, box };
}
