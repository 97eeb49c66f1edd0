import { kernels, layOut, planeAt } from "../kernels/planes/workbench";

/** A partition: every pixel has a label from 0 to count - 1. */
export interface Partition {
  labels: Int32Array;
  count: number;
}

const levels = 256;
/**
 * Where two floods meet, a basin shallower than this, in units of the relief, and of at most this share of the picture
 * is a crumb. Larger ones may lie behind a faint border that has a gap, and smaller deep ones are things. At 0 there
 * are no crumbs: at 3, F on UDED was 0.791 and not 0.793.
 */
const crumbDepth = 0;
const crumbShare = 2.5e-5;

/**
 * Watershed by flooding from every regional minimum (Meyer 1991), with one first-in-first-out queue per level. Every
 * pixel belongs to a basin; there are no line pixels. A crumb is united with the deeper basin it meets (dynamics:
 * Grimaud 1992), so that ripples part nothing.
 * @param height the relief, at least 0; quantised linearly to 256 levels up to its 99.5th percentile.
 */
export function watershed(height: Float32Array, width: number, rows: number): Partition {
  const n = height.length;
  const rimmed = (width + 2) * (rows + 2);
  const bytes = Math.ceil(rimmed / 4);
  // Minima do not touch each other by their sides, so there is at most one for every two pixels.
  const basins = Math.ceil(rimmed / 2);
  const room = layOut(rimmed, rimmed, bytes, bytes, basins, basins, Math.ceil(basins / 4), 2 * levels);
  const [next, labels, surface, seen, roots, sizes, floors, queues] = room;
  planeAt(next, n).set(height);
  const step = upperPercentile(height) / (levels - 1);
  kernels.layFlood(next, width, rows, 1 / step, surface, labels, next);
  const minima = kernels.labelMinima(seen, roots, sizes, floors);
  kernels.flood(queues, Math.max(1, Math.round(crumbDepth / step)), Math.floor(crumbShare * n));
  const count = kernels.numberBasins(minima, width, rows);
  return { labels: new Int32Array(kernels.memory.buffer, next, n).slice(), count };
}

function upperPercentile(values: Float32Array): number {
  let top = 0;
  for (let i = 0; i < values.length; i++) if (values[i] > top) top = values[i];
  if (top <= 0) return 1;
  const bins = 2048;
  const histogram = new Uint32Array(bins);
  const scale = (bins - 1) / top;
  for (let i = 0; i < values.length; i++) histogram[(values[i] * scale) | 0]++;
  let above = values.length * 0.005;
  let bin = bins - 1;
  while (bin > 0 && above >= histogram[bin]) above -= histogram[bin--];
  return (bin + 1) / scale;
}
