import type { SlideShape } from "../slide";

export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Smallest box round shapes as they are placed before they are turned, as `p:grpSp` counts it. */
export function bounds(shapes: readonly SlideShape[]): Bounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const shape of shapes) {
    const { x, y, width, height } = shape.kind === "group" ? bounds(shape.children) : shape.placing;
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  if (left > right) return { x: 0, y: 0, width: 0, height: 0 };
  return { x: left, y: top, width: right - left, height: bottom - top };
}
