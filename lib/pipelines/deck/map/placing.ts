import { pathBox } from "../bounds";
import { Box } from "../box";
import type { PathData, PathSegment, Point, Rect } from "../scene";
import type { Placing, SlideCommand, SlideGeometry, SlidePath } from "../slide";

/** EMU in a slide pixel, the CSS pixel at 96 dots an inch. */
export const emuPerPixel = 9525;

export function emu(pixels: number): number {
  return Math.round(pixels * emuPerPixel);
}

/** Where a rectangle of slide pixels stands, in EMU; at least 1 EMU wide and high where a `least` is asked for. */
export function placingOf(rect: Rect, least = 0): Placing {
  const x = emu(rect.x);
  const y = emu(rect.y);
  return {
    x,
    y,
    width: Math.max(least, emu(rect.x + rect.width) - x),
    height: Math.max(least, emu(rect.y + rect.height) - y),
    turn: 0,
    flipX: false,
    flipY: false,
  };
}

/** A path in slide pixels and what is done with it. */
export interface DrawnPath {
  path: PathData;
  filled: boolean;
  stroked: boolean;
}

export interface Placed {
  placing: Placing;
  geometry: SlideGeometry;
  /** The box in slide pixels, before it is turned: what fills stretch over. */
  box: Rect;
}

/** Paths as custom geometry in the tight box about them; null when they are empty or beyond all bounds. */
export function customOf(paths: readonly DrawnPath[]): Placed | null {
  const bounds = new Box();
  for (const { path } of paths) bounds.addRect(pathBox(path));
  const box = bounds.rect();
  if (box === null || !(Math.max(...Object.values(box).map(Math.abs)) < 1e6)) return null;
  const placing = placingOf(box, 1);
  const drawn = paths.map((path) => slidePath(path, placing));
  return { placing, geometry: { kind: "custom", paths: drawn }, box };
}

function slidePath({ path, filled, stroked }: DrawnPath, placing: Point): SlidePath {
  return { commands: path.map((segment) => slideCommand(segment, placing)), filled, stroked };
}

function slideCommand(segment: PathSegment, { x, y }: Point): SlideCommand {
  if (segment.type === "Z") return { type: "close" };
  if (segment.type === "M") return { type: "moveTo", x: emu(segment.x) - x, y: emu(segment.y) - y };
  if (segment.type === "L") return { type: "lineTo", x: emu(segment.x) - x, y: emu(segment.y) - y };
  return {
    type: "curveTo",
    x1: emu(segment.x1) - x,
    y1: emu(segment.y1) - y,
    x2: emu(segment.x2) - x,
    y2: emu(segment.y2) - y,
    x: emu(segment.x) - x,
    y: emu(segment.y) - y,
  };
}
