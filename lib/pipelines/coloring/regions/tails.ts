import { chamferUnit, distanceToBorder } from "../kernels/distance";
import { pixelsOf } from "../kernels/mask";
import { borrowInts, copyInts, giveBack } from "../kernels/shelf";
import type { Partition } from "./watershed";

const side = 3;
const corner = 4;
const far = 1 << 28;
/** Corners lie farther from where the circle fits than its radius: a right angle's by √2, sharper ones are rounded. */
const cornerRoom = 1.6;

/**
 * Gives the narrow tails of regions to their neighbours: what a circle of this radius does not reach, an opening of each
 * region (Serra 1982). Pens would pinch off such a tail in places, and leave specks of white. Pieces may fall apart.
 * @param radius in pixels.
 * @returns labels that are borrowed from the shelf.
 */
export function trimTails({ labels, count }: Partition, width: number, height: number, radius: number): Partition {
  const depth = distanceToBorder(labels, width, height);
  const core = radius * chamferUnit;
  const shallow = below(depth, width, height, core);
  const reach = distanceWithin(labels, shallow, width, height);
  const out = copyInts(labels);
  const tails = shallow.filter((pixel) => reach[pixel] > cornerRoom * core);
  giveBack(reach);
  const gap = borrowInts(labels.length);
  for (const pixel of tails) gap[pixel] = far;
  spread(gap, out, tails, width, height, true);
  giveBack(gap);
  return { labels: out, count };
}

/** The pixels whose value is less than `limit`, in order. */
function below(values: Uint16Array, width: number, height: number, limit: number): Int32Array {
  const isBelow = new Uint8Array(values.length);
  for (let y = 0; y < height; y++) markBelow(values, y * width, width, limit, isBelow);
  return pixelsOf(isBelow);
}

function markBelow(values: Uint16Array, start: number, width: number, limit: number, out: Uint8Array): void {
  for (let i = start; i < start + width; i++) out[i] = values[i] < limit ? 1 : 0;
}

/**
 * How far each of these pixels, which are in order, is from the others of its label, within that label.
 * @returns chamfer distances, 0 elsewhere, borrowed from the shelf.
 */
export function distanceWithin(labels: Int32Array, pixels: Int32Array, width: number, height: number): Int32Array {
  const distance = borrowInts(labels.length);
  for (const pixel of pixels) distance[pixel] = far;
  spread(distance, labels, pixels, width, height, false);
  return distance;
}

/**
 * Chamfer distances spread over these pixels, which are in order, in two passes, down and up, from all the others.
 * @param crosses whether they spread from label to label too; a pixel then takes the label that its distance comes from.
 */
function spread(
  distance: Int32Array,
  labels: Int32Array,
  pixels: Int32Array,
  width: number,
  height: number,
  crosses: boolean,
): void {
  const look = (to: number, from: number, step: number) => {
    if (distance[from] + step >= distance[to] || !(crosses || labels[to] === labels[from])) return;
    distance[to] = distance[from] + step;
    labels[to] = labels[from];
  };
  for (let at = 0, row = 0; at < pixels.length; at++) {
    const i = pixels[at];
    while (i >= row + width) row += width;
    const hasLeft = i > row;
    if (hasLeft) look(i, i - 1, side);
    if (!row) continue;
    look(i, i - width, side);
    if (hasLeft) look(i, i - width - 1, corner);
    if (i < row + width - 1) look(i, i - width + 1, corner);
  }
  for (let at = pixels.length - 1, row = (height - 1) * width; at >= 0; at--) {
    const i = pixels[at];
    while (i < row) row -= width;
    const hasRight = i < row + width - 1;
    if (hasRight) look(i, i + 1, side);
    if (row === (height - 1) * width) continue;
    look(i, i + width, side);
    if (hasRight) look(i, i + width + 1, corner);
    if (i > row) look(i, i + width - 1, corner);
  }
}
