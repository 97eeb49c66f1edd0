import { chamferDistance, chamferUnit } from "../kernels/distance";
import type { Landmarks } from "./landmarks";
import type { MeshPoint } from "./mesh-points";

/** A rectangle of pixels of a picture, cut out for work inside it. */
export interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The area around points of a face, with `margin` pixels on every side, inside the picture. */
export function areaAround(
  { x, y }: Landmarks,
  points: readonly MeshPoint[],
  margin: number,
  picture: { width: number; height: number },
): Area {
  const xs = points.map((point) => x[point]);
  const ys = points.map((point) => y[point]);
  const left = Math.max(0, Math.floor(Math.min(...xs) - margin));
  const top = Math.max(0, Math.floor(Math.min(...ys) - margin));
  const right = Math.min(picture.width, Math.ceil(Math.max(...xs) + margin));
  const bottom = Math.min(picture.height, Math.ceil(Math.max(...ys) + margin));
  return { left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

/** Marks the pixels of an area whose middle lies inside a polygon of points, by scan lines (even and odd). */
export function fill(
  mask: Uint8Array,
  { left, top, width, height }: Area,
  face: Landmarks,
  polygon: readonly MeshPoint[],
) {
  for (let row = 0; row < height; row++) {
    const y = top + row + 0.5;
    const crossings: number[] = [];
    for (let i = 0; i < polygon.length; i++) {
      const one = polygon[i];
      const other = polygon[(i + 1) % polygon.length];
      if (face.y[one] <= y === face.y[other] <= y) continue;
      const part = (y - face.y[one]) / (face.y[other] - face.y[one]);
      crossings.push(face.x[one] + part * (face.x[other] - face.x[one]) - left);
    }
    crossings.sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const from = Math.max(0, Math.ceil(crossings[i] - 0.5));
      const to = Math.min(width, Math.ceil(crossings[i + 1] - 0.5));
      if (to > from) mask.fill(1, row * width + from, row * width + to);
    }
  }
}

/** 1 inside a mask, and from its edge outwards less and less, down to 0 at `reach` pixels. */
export function softenOut(mask: Uint8Array, { width, height }: Area, reach: number): Float32Array {
  const distance = chamferDistance(mask, width, height);
  const full = chamferUnit * reach;
  const weights = new Float32Array(mask.length);
  for (let i = 0; i < weights.length; i++) weights[i] = distance[i] < full ? 1 - distance[i] / full : 0;
  return weights;
}

/** 0 outside a mask, and from its edge inwards more and more, up to 1 at `reach` pixels. */
export function softenIn(mask: Uint8Array, { width, height }: Area, reach: number): Float32Array {
  const outside = new Uint8Array(mask.length);
  for (let i = 0; i < outside.length; i++) outside[i] = 1 - mask[i];
  const distance = chamferDistance(outside, width, height);
  const full = chamferUnit * reach;
  const weights = new Float32Array(mask.length);
  for (let i = 0; i < weights.length; i++) weights[i] = distance[i] < full ? distance[i] / full : 1;
  return weights;
}
