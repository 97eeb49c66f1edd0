import { Box, intersection, union } from "./box";
import { applyToRect, identity, multiply } from "./matrix";
import type { Clip, Matrix, PathData, Rect, SceneNode, Shadow, Shape, Stroke, Text } from "./scene";
import { strokeReach } from "./stroke-reach";

/**
 * Tight box of a path after a matrix, curves by their extremes. Null for an empty path; a straight upright or level
 * path has a box of no width or height.
 */
export function pathBox(path: PathData, matrix: Matrix = identity): Rect | null {
  // In plain numbers, by index and without calls: each outline is asked some six times on its way to the slide, and until
  // this is compiled as a whole each number that is handed over is an object.
  const a = matrix[0];
  const b = matrix[1];
  const c = matrix[2];
  const d = matrix[3];
  const e = matrix[4];
  const f = matrix[5];
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  let x = 0;
  let y = 0;
  for (let index = 0; index < path.length; index++) {
    const segment = path[index];
    if (segment.type === "Z") continue;
    const toX = a * segment.x + c * segment.y + e;
    const toY = b * segment.x + d * segment.y + f;
    if (toX < left) left = toX;
    if (toX > right) right = toX;
    if (toY < top) top = toY;
    if (toY > bottom) bottom = toY;
    if (segment.type === "C") {
      // A curve stays among its four points: where those are within, nothing of it is beyond.
      const x1 = a * segment.x1 + c * segment.y1 + e;
      const x2 = a * segment.x2 + c * segment.y2 + e;
      if (!(x1 >= left && x1 <= right && x2 >= left && x2 <= right)) {
        const one = turn(x, x1, x2, toX, 1);
        const other = turn(x, x1, x2, toX, -1);
        left = lower(lower(left, one), other);
        right = higher(higher(right, one), other);
      }
      const y1 = b * segment.x1 + d * segment.y1 + f;
      const y2 = b * segment.x2 + d * segment.y2 + f;
      if (!(y1 >= top && y1 <= bottom && y2 >= top && y2 <= bottom)) {
        const one = turn(y, y1, y2, toY, 1);
        const other = turn(y, y1, y2, toY, -1);
        top = lower(lower(top, one), other);
        bottom = higher(higher(bottom, one), other);
      }
    }
    x = toX;
    y = toY;
  }
  if (!(left <= right && top <= bottom)) return null;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** As `Math.min`, but what is not a number counts as not there. */
function lower(bound: number, value: number): number {
  return value < bound ? value : bound;
}

function higher(bound: number, value: number): number {
  return value > bound ? value : bound;
}

/**
 * Where a cubic in one dimension turns back; its end where it does not. As a plain number: outlines have many curves.
 * @param which of the two places, by the sign of the root.
 */
function turn(p0: number, p1: number, p2: number, p3: number, which: 1 | -1): number {
  const a = 3 * (p3 - 3 * p2 + 3 * p1 - p0);
  const b = 6 * (p2 - 2 * p1 + p0);
  const c = 3 * (p1 - p0);
  const t = Math.abs(a) < 1e-12 ? -c / b : (-b + which * Math.sqrt(b * b - 4 * a * c)) / (2 * a);
  if (!(t > 0 && t < 1)) return p3;
  const s = 1 - t;
  return s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3;
}

/**
 * The object bounding box of a node (SVG 2, 8.10): fills only, no strokes, clips or filters, after a matrix that stands
 * for the node's own user space (its `transform` is *not* applied). Null when there is nothing.
 */
export function fillBox(node: SceneNode, matrix: Matrix = identity): Rect | null {
  switch (node.kind) {
    case "shape":
      return pathBox(node.geometry.outline, matrix);
    case "image":
      return applyToRect(matrix, node.box);
    case "text":
      return node.box === null ? null : applyToRect(matrix, node.box);
    case "group":
      return unionOf(node.children, (child) => fillBox(child, multiply(matrix, child.transform)));
  }
}

/** The same with strokes (SVG 2, 8.10, the stroke bounding box), without markers. */
export function strokedBox(node: SceneNode, matrix: Matrix = identity): Rect | null {
  if (node.kind === "group") {
    return unionOf(node.children, (child) => strokedBox(child, multiply(matrix, child.transform)));
  }
  const box = new Box();
  const outline = fillBox(node, matrix);
  box.addRect(outline);
  if (node.kind === "shape" && node.stroke !== null) {
    box.addRect(strokeBox(outline, node.stroke, matrix, reachOf(node, node.stroke, matrix)));
  }
  return box.rect();
}

/**
 * All that a node paints, strokes and markers included and clips cut off, after a matrix that stands for the node's own
 * user space. It may be larger than what is seen, never smaller. A filter's region takes the place of the box.
 */
export function paintBox(node: SceneNode, matrix: Matrix = identity): Rect | null {
  if (node.filter !== null) return cut(applyToRect(matrix, node.filter.region), node.clip, matrix);
  return cut(unfilteredBox(node, matrix), node.clip, matrix);
}

function unfilteredBox(node: SceneNode, matrix: Matrix): Rect | null {
  switch (node.kind) {
    case "shape":
      return shapeBox(node, matrix);
    case "image":
      return applyToRect(matrix, node.box);
    case "text":
      return inkBox(node, matrix);
    case "group":
      return unionOf(node.children, (child) => paintBox(child, multiply(matrix, child.transform)));
  }
}

function cut(rect: Rect | null, clip: Clip | null, matrix: Matrix): Rect | null {
  if (rect === null || clip === null) return rect;
  const kept = clipBox(clip, matrix);
  return kept === null ? null : intersection(rect, kept);
}

/** Box of what a clip leaves over; null when it leaves nothing. */
export function clipBox(clip: Clip, matrix: Matrix = identity): Rect | null {
  const own = unionOf(clip.shapes, (shape) => cut(pathBox(shape.outline, matrix), shape.clip, matrix));
  return cut(own, clip.clip, matrix);
}

function shapeBox(shape: Shape, matrix: Matrix): Rect | null {
  const own = shapeOwnBox(shape, matrix);
  if (shape.shadow === undefined) return own;
  return union(own, shadowBox(pathBox(shape.geometry.outline), shape.shadow, matrix));
}

/** As `paintBox`, without what is put on the shape: its clip, its filter and its shadow. */
export function shapeOwnBox(shape: Shape, matrix: Matrix): Rect | null {
  const box = new Box();
  const outline = pathBox(shape.geometry.outline, matrix);
  if (shape.fill !== null) box.addRect(outline);
  if (shape.stroke !== null)
    box.addRect(strokeBox(outline, shape.stroke, matrix, reachOf(shape, shape.stroke, matrix)));
  for (const { content } of shape.markers) box.addRect(paintBox(content, multiply(matrix, content.transform)));
  if (shape.blur !== undefined) {
    const { deviation } = shape.blur;
    box.addRect(shadowBox(pathBox(shape.geometry.outline), { dx: 0, dy: 0, deviation }, matrix));
  }
  return box.rect();
}

/** Three deviations out, where nothing is seen any more. */
function shadowBox(outline: Rect | null, { dx, dy, deviation }: Omit<Shadow, "colour">, matrix: Matrix): Rect | null {
  if (outline === null) return null;
  const reach = 3 * deviation;
  const { x, y, width, height } = outline;
  const box = { x: x + dx - reach, y: y + dy - reach, width: width + 2 * reach, height: height + 2 * reach };
  return applyToRect(matrix, box);
}

/** Corners of a level rectangle and arcs of an ellipse reach no further than their sides. */
function reachOf({ geometry }: Shape, stroke: Stroke, matrix: Matrix): number {
  const level = (matrix[1] === 0 && matrix[2] === 0) || (matrix[0] === 0 && matrix[3] === 0);
  if (geometry.kind === "ellipse" || (geometry.kind === "rect" && level)) return 1;
  return strokeReach(geometry.outline, stroke);
}

/**
 * The box of a stroke, from its outline's box after the matrix.
 * @param reach from the outline, as a multiple of half the width; by default the miter limit where there are miters.
 */
function strokeBox(outline: Rect | null, stroke: Stroke, matrix: Matrix, reach = farthest(stroke)): Rect | null {
  if (outline === null) return null;
  const [a, b, c, d] = stroke.nonScaling ? identity : matrix;
  const dx = (stroke.width / 2) * reach * Math.hypot(a, c);
  const dy = (stroke.width / 2) * reach * Math.hypot(b, d);
  return { x: outline.x - dx, y: outline.y - dy, width: outline.width + 2 * dx, height: outline.height + 2 * dy };
}

function farthest({ join, miterLimit, cap }: Stroke): number {
  const ends = cap === "square" ? Math.SQRT2 : 1;
  return join === "round" || join === "bevel" ? ends : Math.max(ends, miterLimit);
}

function inkBox(text: Text, matrix: Matrix): Rect | null {
  const runs = text.chunks.flatMap((chunk) => chunk.runs);
  return unionOf(runs, (run) => {
    const box = new Box();
    for (const glyph of run.glyphs) {
      box.addRect(pathBox(glyph.outline, matrix));
    }
    for (const { bar } of run.decorations) box.addRect(pathBox(bar, matrix));
    const ink = box.rect();
    return run.stroke === null ? ink : strokeBox(ink, run.stroke, matrix);
  });
}

function unionOf<Item>(items: readonly Item[], boxOf: (item: Item) => Rect | null): Rect | null {
  const box = new Box();
  for (const item of items) box.addRect(boxOf(item));
  return box.rect();
}
