import { intsAt, kernels, lendAll } from "../kernels/planes/workbench";
import { copyInts } from "../kernels/shelf";

/** A partition: every pixel has a label from 0 to count - 1. */
export interface Partition {
  labels: Int32Array;
  count: number;
}

const levels = 256;
/**
 * Watershed by flooding from every regional minimum (Meyer 1991), with one first-in-first-out queue per level. Every
 * pixel belongs to a basin; there are no line pixels. Basins are numbered in the order of their minima's first pixels. The
 * labels are borrowed from the shelf.
 * @param height the relief, at least 0; quantised linearly to 256 levels up to its 99.5th percentile.
 */
export function watershed(height: Float32Array, width: number, rows: number): Partition {
  const { room, seen, queues } = layRelief(height, width, rows);
  const count = kernels.labelMinima(seen);
  kernels.flood(queues);
  kernels.takeOutLabels(width, rows);
  return { labels: copyInts(intsAt(room, height.length)), count };
}

/**
 * The same from markers (Meyer and Beucher 1990): pixels that have no label, -1, get that of the marker which reaches them
 * over the lowest pass. The labels are borrowed from the shelf.
 */
export function watershedFrom(markers: Int32Array, height: Float32Array, width: number, rows: number): Int32Array {
  const { room, queues } = layRelief(height, width, rows);
  intsAt(room, markers.length).set(markers);
  kernels.layMarkers(room, width, rows);
  kernels.flood(queues);
  kernels.takeOutLabels(width, rows);
  return copyInts(intsAt(room, height.length));
}

/** Pixels of a chunk of a queue, and the 4-byte values that it takes; see kernels/planes/flood.as. */
const chunkPixels = 63;
const chunkSize = 64;
/** Bins of the histogram of heights. */
const bins = 2048;

/** Lays the relief in the kernels' memory, in levels and without a label. @returns addresses. */
function layRelief(height: Float32Array, width: number, rows: number) {
  const rimmed = (width + 2) * (rows + 2);
  const bytes = Math.ceil(rimmed / 4);
  // Every pixel waits once; each level may leave a chunk unfilled, and the first begins at a multiple of its size.
  const waiting = chunkSize * (Math.ceil(rimmed / chunkPixels) + levels + 1);
  const counts = [waiting, rimmed, bytes, bytes, 2 * levels, bins];
  const [heights, room, cells, surface, seen, queues, histogram] = lendAll([height], ...counts);
  const step = upperPercentile(heights, height.length, histogram) / (levels - 1);
  kernels.layFlood(heights, width, rows, 1 / step, surface, cells, room);
  return { room, seen, queues };
}

/** The 99.5th percentile of heights, rounded up to a bin. @param histogram address with room for the bins. */
function upperPercentile(heights: number, count: number, histogram: number): number {
  const top = kernels.highest(heights, count);
  if (top <= 0) return 1;
  const scale = (bins - 1) / top;
  const counts = intsAt(histogram, bins).fill(0);
  kernels.countHeights(heights, count, scale, histogram);
  let above = count * 0.005;
  let bin = bins - 1;
  while (bin > 0 && above >= counts[bin]) above -= counts[bin--];
  return (bin + 1) / scale;
}
