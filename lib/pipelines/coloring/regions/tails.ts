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
  const reach = Int32Array.from(depth, (value) => (value >= core ? 0 : far));
  spread(reach, width, height, (to, from) => labels[to] === labels[from]);
  const out = Int32Array.from(labels);
  const gap = Int32Array.from(reach, (value) => (value <= cornerRoom * core ? 0 : far));
  spread(
    gap,
    width,
    height,
    () => true,
    (to, from) => {
      out[to] = out[from];
    },
  );
  return { labels: out, count };
}

/** Chamfer distances spread in two passes, from pixel to pixel where `mayPass`; `took` hears of each step. */
function spread(
  distance: Int32Array,
  width: number,
  height: number,
  mayPass: (to: number, from: number) => boolean,
  took: (to: number, from: number) => void = () => {},
): void {
  const look = (to: number, from: number, step: number) => {
    if (distance[from] + step >= distance[to] || !mayPass(to, from)) return;
    distance[to] = distance[from] + step;
    took(to, from);
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if (x) look(i, i - 1, side);
      if (!y) continue;
      look(i, i - width, side);
      if (x) look(i, i - width - 1, corner);
      if (x < width - 1) look(i, i - width + 1, corner);
    }
  }
  for (let y = height - 1; y >= 0; y--) {
    for (let x = width - 1, i = y * width + x; x >= 0; x--, i--) {
      if (x < width - 1) look(i, i + 1, side);
      if (y === height - 1) continue;
      look(i, i + width, side);
      if (x < width - 1) look(i, i + width + 1, corner);
      if (x) look(i, i + width - 1, corner);
    }
  }
}
