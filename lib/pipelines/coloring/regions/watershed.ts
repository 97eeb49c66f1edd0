import { intsAt, kernels, layOut, planeAt } from "../kernels/planes/workbench";
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
  const { next, seen, queues } = layRelief(height, width, rows);
  const count = kernels.labelMinima(seen);
  kernels.flood(queues);
  kernels.takeOutLabels(width, rows);
  return { labels: copyInts(intsAt(next, height.length)), count };
}

/**
 * The same from markers (Meyer and Beucher 1990): pixels that have no label, -1, get that of the marker which reaches them
 * over the lowest pass. The labels are borrowed from the shelf.
 */
export function watershedFrom(markers: Int32Array, height: Float32Array, width: number, rows: number): Int32Array {
  const { next, labels, queues } = layRelief(height, width, rows);
  for (let y = 0; y < rows; y++) {
    intsAt(labels + 4 * ((y + 1) * (width + 2) + 1), width).set(markers.subarray(y * width, (y + 1) * width));
  }
  kernels.flood(queues);
  kernels.takeOutLabels(width, rows);
  return copyInts(intsAt(next, height.length));
}

/** Lays the relief in the kernels' memory, in levels and without a label. @returns addresses. */
function layRelief(height: Float32Array, width: number, rows: number) {
  const rimmed = (width + 2) * (rows + 2);
  const bytes = Math.ceil(rimmed / 4);
  const [next, labels, surface, seen, queues] = layOut(rimmed, rimmed, bytes, bytes, 2 * levels);
  planeAt(next, height.length).set(height);
  const step = upperPercentile(height, width) / (levels - 1);
  kernels.layFlood(next, width, rows, 1 / step, surface, labels, next);
  return { next, labels, seen, queues };
}

function upperPercentile(values: Float32Array, width: number): number {
  let top = 0;
  for (let start = 0; start < values.length; start += width) top = highestOf(values, start, width, top);
  if (top <= 0) return 1;
  const bins = 2048;
  const histogram = new Uint32Array(bins);
  const scale = (bins - 1) / top;
  for (let start = 0; start < values.length; start += width) countValues(values, start, width, scale, histogram);
  let above = values.length * 0.005;
  let bin = bins - 1;
  while (bin > 0 && above >= histogram[bin]) above -= histogram[bin--];
  return (bin + 1) / scale;
}

function highestOf(values: Float32Array, start: number, width: number, before: number): number {
  let top = before;
  for (let i = start; i < start + width; i++) if (values[i] > top) top = values[i];
  return top;
}

function countValues(values: Float32Array, start: number, width: number, scale: number, histogram: Uint32Array): void {
  for (let i = start; i < start + width; i++) histogram[(values[i] * scale) | 0]++;
}
