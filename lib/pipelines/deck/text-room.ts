import type { Placing, SlideGeometry } from "./slide";

/** The rectangle of a shape that its text has, in EMU, before the text's insets. */
export type TextRoom = Pick<Placing, "x" | "y" | "width" | "height">;

/** From a side to where the diagonal meets a quarter circle, as a share of its radius. */
const corner = 1 - Math.SQRT1_2;

/** All of a rectangle or a custom shape; of rounded ones what fits inside (presetShapeDefinitions.xml of ECMA-376). */
export function textRoom(geometry: SlideGeometry, { x, y, width, height }: Placing): TextRoom {
  const across = corner * radiusOf(geometry, width, height, width);
  const down = corner * radiusOf(geometry, width, height, height);
  return { x: x + across, y: y + down, width: width - 2 * across, height: height - 2 * down };
}

/** Of a corner, along a side of this length. */
function radiusOf(geometry: SlideGeometry, width: number, height: number, side: number): number {
  if (geometry.kind === "ellipse") return side / 2;
  return geometry.kind === "roundRect" ? geometry.radius * Math.min(width, height) : 0;
}
