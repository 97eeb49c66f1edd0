import { paintBox } from "../../bounds";
import { contains } from "../../box";
import { invert, multiply, rotation, scaling, translation } from "../../matrix";
import { rectanglePath } from "../../outline";
import type { Clip, Fill, Geometry, Group, MarkerUse, Matrix, Point, Rect, Stroke } from "../../scene";
import { fitMatrix, isEmptyViewBox, readAspect, readViewBox } from "../aspect";
import type { SvgElement } from "../element";
import { readAngle } from "../length";
import { type Context, enter, originOf, plainGroup } from "./context";
import { sharedChildren } from "./shared-children";
import { strokeWidth } from "./stroke";
import { type Vertex, verticesOf } from "./vertex";

/** The shape that has markers, read so far. */
export interface Marked {
  geometry: Geometry;
  fill: Fill | null;
  stroke: Stroke | null;
}

const properties = { start: "marker-start", mid: "marker-mid", end: "marker-end" } as const;
/** Vertices beyond which markers on one shape are not worth their nodes. */
const mostMarkers = 2000;

/** The markers of a shape, each placed, turned and scaled (SVG 2, 13.7). Inside a clip there are none. */
export function markersOf(element: SvgElement, shape: Marked, ctx: Context): MarkerUse[] {
  if (ctx.entered.some(({ tag }) => tag === "clipPath")) return [];
  const kinds = (["start", "mid", "end"] as const).flatMap((position) => {
    const marker = markerAt(position, element, ctx);
    return marker === null ? [] : [{ position, marker }];
  });
  if (kinds.length === 0) return [];
  const vertices = verticesOf(shape.geometry.outline);
  if (vertices.length > mostMarkers) ctx.note(element, "too_many_markers", `${vertices.length} vertices.`);
  return kinds.flatMap(({ position, marker }) => {
    const at = vertices.slice(0, mostMarkers).filter((vertex) => vertex.position === position);
    return at.flatMap((vertex) => use(marker, vertex, element, shape, ctx));
  });
}

function markerAt(position: Vertex["position"], element: SvgElement, ctx: Context): SvgElement | null {
  const text = ctx.style(element, properties[position]).trim();
  if (text === "" || text === "none") return null;
  const marker = ctx.reference(text);
  if (marker?.tag === "marker") return marker;
  ctx.note(element, "marker_not_found", `${properties[position]} names no marker.`);
  return null;
}

function use(marker: SvgElement, vertex: Vertex, element: SvgElement, shape: Marked, ctx: Context): MarkerUse[] {
  const inside = enter(ctx, marker);
  const placing = inside === null ? null : placingOf(marker, vertex, element, ctx);
  if (inside === null || placing === null) return [];
  const toShape = invert(placing.matrix);
  if (toShape === null) return [];
  const paints = { fill: shape.fill, stroke: shape.stroke, transform: toShape };
  const children = sharedChildren(marker, ctx, { ...inside, paints });
  if (children.length === 0) return [];
  const content = plainGroup(marker, placing.matrix, children);
  content.clip = clipOfTile(marker, placing.tile, content, ctx);
  return [{ position: vertex.position, at: vertex.at, content }];
}

/** `matrix` is from the marker's contents to the shape's user space; `tile` what shows of them. */
function placingOf(
  marker: SvgElement,
  vertex: Vertex,
  element: SvgElement,
  ctx: Context,
): { matrix: Matrix; tile: Rect } | null {
  const perStroke = marker.attributes.get("markerUnits")?.trim() !== "userSpaceOnUse";
  const unit = perStroke ? strokeWidth(element, ctx) : 1;
  const width = ctx.length(marker, marker.attributes.get("markerWidth"), "x", 3);
  const height = ctx.length(marker, marker.attributes.get("markerHeight"), "y", 3);
  if (!(width > 0 && height > 0 && unit > 0) || isEmptyViewBox(marker.attributes.get("viewBox"))) return null;
  const viewBox = readViewBox(marker.attributes.get("viewBox"));
  const tile = viewBox ?? { x: 0, y: 0, width, height };
  const aspect = readAspect(marker.attributes.get("preserveAspectRatio"));
  const [scaleX, , , scaleY] = fitMatrix(tile, { x: 0, y: 0, width, height }, aspect);
  const turned = multiply(translation(vertex.at.x, vertex.at.y), rotation(angleAt(marker, vertex)));
  const origin = reference(marker, tile, ctx);
  const scaled = multiply(turned, scaling(scaleX * unit, scaleY * unit));
  return { matrix: multiply(scaled, translation(-origin.x, -origin.y)), tile };
}

function angleAt(marker: SvgElement, vertex: Vertex): number {
  const orient = marker.attributes.get("orient")?.trim() ?? "";
  if (orient === "auto") return vertex.angle;
  if (orient === "auto-start-reverse") return vertex.angle + (vertex.position === "start" ? 180 : 0);
  return readAngle(orient) ?? 0;
}

const shares: Record<string, number> = { left: 0, top: 0, center: 0.5, right: 1, bottom: 1 };

/** The point of the contents that stands on the vertex: `refX` and `refY`, numbers or words. */
function reference(marker: SvgElement, tile: Rect, ctx: Context): Point {
  const refX = marker.attributes.get("refX")?.trim() ?? "0";
  const refY = marker.attributes.get("refY")?.trim() ?? "0";
  return {
    x: refX in shares ? tile.x + shares[refX] * tile.width : ctx.length(marker, refX, "x", 0),
    y: refY in shares ? tile.y + shares[refY] * tile.height : ctx.length(marker, refY, "y", 0),
  };
}

/** A marker is cut to its tile unless `overflow` lets it out, or nothing hangs over. */
function clipOfTile(marker: SvgElement, tile: Rect, content: Group, ctx: Context): Clip | null {
  const painted = paintBox(content);
  if (painted === null || contains(tile, painted, 1e-6)) return null;
  if (["visible", "auto"].includes(ctx.style(marker, "overflow").trim())) return null;
  const shapes = [{ outline: rectanglePath(tile), rule: "nonzero" as const, clip: null }];
  return { origin: originOf(marker), shapes, clip: null };
}
