import { clipToRect, groupOf } from "../../filters/frame";
import { applyToRect, invert, multiply, translation } from "../../matrix";
import type { Matrix, Paint, PatternPaint, Point, Rect } from "../../scene";
import { layersInView } from "./layers-in-view";
import { number } from "./numbers";
import { SvgWriter } from "./writer";

/** So few tiles are drawn one by one: a large one as resvg's own pattern takes all its pixels, seen or not. */
const fewTiles = 4;

/** An SVG of a rectangle of slide pixels filled with a paint; `matrix` is from the paint's user space to slide pixels. */
export function svgOfPaint(paint: Paint, opacity: number, matrix: Matrix, box: Rect): string {
  const writer = new SvgWriter();
  const placed = moved(paint, matrix);
  const tiles = placed.kind === "pattern" ? tilesOf(placed, box) : null;
  if (placed.kind === "pattern" && tiles !== null)
    return writer.document(box, tiled(writer, placed, { tiles, opacity, box }));
  const fill = writer.paint(placed, 1);
  const { x, y, width, height } = box;
  const [left, top, across, down] = [x, y, width, height].map(number);
  const sheet = `<rect x="${left}" y="${top}" width="${across}" height="${down}" opacity="${number(opacity)}" ${fill}/>`;
  return writer.document(box, sheet);
}

function moved(paint: Paint, matrix: Matrix): Paint {
  return paint.kind === "solid" ? paint : { ...paint, transform: multiply(matrix, paint.transform) };
}

/** How far from the first each tile stands that may be seen in the box; null for many, or where tiles overlap. */
function tilesOf({ tile, transform, overflowVisible }: PatternPaint, box: Rect): Point[] | null {
  const back = invert(transform);
  if (back === null || overflowVisible) return null;
  const seen = applyToRect(back, box);
  const columns = stepsIn(seen.x - tile.x, seen.width, tile.width);
  const rows = stepsIn(seen.y - tile.y, seen.height, tile.height);
  if (!(columns.count * rows.count <= fewTiles)) return null;
  return Array.from({ length: columns.count * rows.count }, (_, index) => ({
    x: (columns.first + (index % columns.count)) * tile.width,
    y: (rows.first + Math.floor(index / columns.count)) * tile.height,
  }));
}

function stepsIn(start: number, length: number, step: number): { first: number; count: number } {
  const first = Math.floor(start / step);
  return { first, count: Math.ceil((start + length) / step) - first };
}

function tiled(
  writer: SvgWriter,
  { tile, transform, content }: PatternPaint,
  { tiles, opacity, box }: { tiles: Point[]; opacity: number; box: Rect },
): string {
  const { origin } = content;
  const clip = clipToRect(origin, tile);
  const drawn = tiles.map(({ x, y }) => groupOf(origin, [content], { transform: translation(x, y), clip, opacity }));
  return writer.node(layersInView(groupOf(origin, drawn, { transform }), transform, box));
}
