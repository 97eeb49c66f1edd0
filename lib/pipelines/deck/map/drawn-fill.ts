import type { Matrix, Paint, Rect } from "../scene";
import type { SlideFill } from "../slide";
import type { Build } from "./build";
import { svgOfPaint } from "./svg/paint-sheet";

/** Pixels drawn for each slide pixel, so that it stays sharp on a screen of twice the density. */
const density = 2;
const mostPixels = 1024;

/** Pixels drawn for each slide pixel of a box. */
export function drawnScale({ width, height }: Rect): number {
  return Math.min(density, mostPixels / Math.max(width, height));
}

/**
 * A paint with no native form drawn as a picture stretched over the shape's box; null when it cannot be drawn.
 * The shape keeps its own geometry.
 * @param scale pixels drawn for each unit of the box.
 */
export function drawnFill(
  build: Build,
  paint: Paint,
  opacity: number,
  matrix: Matrix,
  box: Rect,
  scale = drawnScale(box),
): SlideFill | null {
  if (!(box.width > 0 && box.height > 0) || build.tools.rasterizer.isSpent(false)) return null;
  const width = Math.max(1, Math.ceil(box.width * scale));
  try {
    const { png } = build.tools.rasterizer.draw(svgOfPaint(paint, opacity, matrix, box), width);
    const media = build.media.add({ bytes: png, mediaType: "image/png" });
    return { kind: "picture", media, opacity: 1, over: { left: 0, top: 0, right: 1, bottom: 1 } };
  } catch {
    return null;
  }
}
