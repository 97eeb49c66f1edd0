import { chamferUnit, distanceToBorder } from "../kernels/distance";
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
 */
export function trimTails({ labels, count }: Partition, width: number, height: number, radius: number): Partition {
  const depth = distanceToBorder(labels, width, height);
  const core = radius * chamferUnit;
  const shallow = where(depth, (value) => value < core);
  const reach = new Int32Array(labels.length);
  for (const pixel of shallow) reach[pixel] = far;
  spread(reach, shallow, width, height, (to, from) => labels[to] === labels[from]);
  const tails = shallow.filter((pixel) => reach[pixel] > cornerRoom * core);
  const out = new Int32Array(labels);
  const gap = new Int32Array(labels.length);
  for (const pixel of tails) gap[pixel] = far;
  spread(gap, tails, width, height, (to, from) => {
    out[to] = out[from];
    return true;
  });
  return { labels: out, count };
}

/** The pixels whose value passes the test, in order. */
function where(values: Uint16Array, passes: (value: number) => boolean): Int32Array {
  const found = new Int32Array(values.length);
  let size = 0;
  for (let i = 0; i < values.length; i++) if (passes(values[i])) found[size++] = i;
  return found.subarray(0, size);
}

/**
 * Chamfer distances spread over these pixels in two passes, down and up, from all the others.
 * @param take called for a step that makes a distance smaller; the step is not taken when it answers false.
 */
function spread(
  distance: Int32Array,
  pixels: Int32Array,
  width: number,
  height: number,
  take: (to: number, from: number) => boolean,
): void {
  const look = (to: number, from: number, step: number) => {
    if (distance[from] + step < distance[to] && take(to, from)) distance[to] = distance[from] + step;
  };
  for (const i of pixels) {
    const x = i % width;
    if (x) look(i, i - 1, side);
    if (i < width) continue;
    look(i, i - width, side);
    if (x) look(i, i - width - 1, corner);
    if (x < width - 1) look(i, i - width + 1, corner);
  }
  for (let at = pixels.length - 1; at >= 0; at--) {
    const i = pixels[at];
    const x = i % width;
    if (x < width - 1) look(i, i + 1, side);
    if (i >= (height - 1) * width) continue;
    look(i, i + width, side);
    if (x < width - 1) look(i, i + width + 1, corner);
    if (x) look(i, i + width - 1, corner);
  }
}
