import { pathBox } from "../bounds";
import { invert } from "../matrix";
import { edgesOf, transformPath } from "../outline";
import type { Matrix, PathData, Point, Rect, Shape } from "../scene";

/** Slide pixels: what reaches farther has no place in a deck, whose numbers end at 225,000. */
const farthest = 100_000;
/** Halvings of an edge; after so many it is shorter than a pixel, however long it was. */
const mostHalvings = 60;

/** A shape as it can stand in a deck. */
export interface Nearby {
  shape: Shape;
  /** What its fill fills, in slide pixels. */
  outline: PathData;
}

/**
 * A shape that reaches beyond what a deck can say, with all that is far from the slide drawn in to its neighbourhood; on
 * the slide it looks the same. The shape itself when it does not reach so far.
 * @param matrix from the shape's user space to slide pixels.
 */
export function nearby(shape: Shape, matrix: Matrix, slide: Rect): Nearby {
  const placed = transformPath(shape.geometry.outline, matrix);
  const box = pathBox(placed);
  const back = invert(matrix);
  if (box === null || back === null || !isFar(box)) return { shape, outline: placed };
  const near = neighbourhood(slide, (shape.stroke?.width ?? 0) * Math.max(...matrix.slice(0, 4).map(Math.abs)));
  const line = transformPath(drawnIn(placed, near), back);
  return { shape: { ...shape, geometry: { kind: "path", outline: line } }, outline: drawnIn(closed(placed), near) };
}

function isFar({ x, y, width, height }: Rect): boolean {
  const reach = Math.max(Math.abs(x), Math.abs(y), Math.abs(x + width), Math.abs(y + height));
  return Number.isFinite(reach) && reach > farthest;
}

/** So far about the slide that no stroke along its edge is seen. */
function neighbourhood({ x, y, width, height }: Rect, stroke: number): Rect {
  const margin = Math.min(farthest / 2, 2 * (width + height + stroke));
  return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
}

/** The way back to the start of each subpath, which a fill goes and a line does not, as an edge like any other. */
function closed(path: PathData): PathData {
  const edges: PathData = [];
  let start: Point | null = null;
  const finish = () => {
    if (start !== null) edges.push({ type: "L", x: start.x, y: start.y });
  };
  for (const segment of path) {
    if (segment.type === "Z") continue;
    if (segment.type === "M") {
      finish();
      start = segment;
    }
    edges.push(segment);
  }
  finish();
  return edges;
}

/**
 * Edges that pass the neighbourhood on one side become straight ones along that side. They go round each point inside as
 * often as before, so either fill rule fills the same there.
 */
function drawnIn(path: PathData, near: Rect): PathData {
  const drawn: PathData = [];
  let at: Point | null = null;
  for (const edge of edgesOf(path)) {
    if (at === null || edge.from.x !== at.x || edge.from.y !== at.y)
      drawn.push({ type: "M", ...within(edge.from, near) });
    add([edge.from, edge.first, edge.second, edge.to], edge.curved, near, drawn, mostHalvings);
    at = edge.to;
  }
  if (path.at(-1)?.type === "Z") drawn.push({ type: "Z" });
  return drawn;
}

type Curve = [from: Point, first: Point, second: Point, to: Point];

function add(curve: Curve, curved: boolean, near: Rect, drawn: PathData, halvings: number): void {
  const [, first, second, to] = curve;
  if (curve.every((point) => isIn(point, near))) {
    if (curved) drawn.push({ type: "C", x1: first.x, y1: first.y, x2: second.x, y2: second.y, x: to.x, y: to.y });
    else drawn.push({ type: "L", x: to.x, y: to.y });
  } else if (passes(curve, near) || halvings === 0 || !curve.every(isSomewhere)) {
    drawn.push({ type: "L", ...within(to, near) });
  } else {
    for (const half of halves(curve, curved)) add(half, curved, near, drawn, halvings - 1);
  }
}

/** A control point may lie beyond all numbers where its ends do not. */
const isSomewhere = ({ x, y }: Point): boolean => Number.isFinite(x) && Number.isFinite(y);

function isIn(point: Point, { x, y, width, height }: Rect): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}

/** Whether all of it lies beyond one side. */
function passes(curve: Curve, { x, y, width, height }: Rect): boolean {
  return (
    curve.every((point) => point.x <= x) ||
    curve.every((point) => point.x >= x + width) ||
    curve.every((point) => point.y <= y) ||
    curve.every((point) => point.y >= y + height)
  );
}

function within(point: Point, { x, y, width, height }: Rect): Point {
  return { x: Math.min(Math.max(point.x, x), x + width), y: Math.min(Math.max(point.y, y), y + height) };
}

/** Both halves of a cubic (de Casteljau); of a straight edge, whose inner points stand at its ends. */
function halves([from, first, second, to]: Curve, curved: boolean): [Curve, Curve] {
  if (!curved) {
    const half = middle(from, to);
    return [
      [from, from, half, half],
      [half, half, to, to],
    ];
  }
  const [one, between, two] = [middle(from, first), middle(first, second), middle(second, to)];
  const [before, after] = [middle(one, between), middle(between, two)];
  const half = middle(before, after);
  return [
    [from, one, before, half],
    [half, after, two, to],
  ];
}

/** Halved before they are added: the sum of two numbers near the largest there are is none. */
function middle(one: Point, other: Point): Point {
  return { x: one.x / 2 + other.x / 2, y: one.y / 2 + other.y / 2 };
}
