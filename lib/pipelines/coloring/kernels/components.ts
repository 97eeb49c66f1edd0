import { bytesAt, intsAt, kernels, layOut } from "./planes/workbench";
import { rootOf } from "./roots";
import { borrowInts } from "./shelf";

/**
 * Calls `found` with the pixels of each 8-connected component of a mask of zeros and ones. The array is reused: copy what
 * is kept. It lies in the kernels' memory, so that `found` may use none of them.
 */
export function eachComponent(
  mask: Uint8Array,
  width: number,
  height: number,
  found: (pixels: Int32Array, size: number) => void,
): void {
  const n = mask.length;
  const bytes = Math.ceil(n / 4);
  const [first] = layOut(bytes);
  bytesAt(first, n).set(mask);
  const ink = kernels.countOnes(first, n);
  const [left, list] = layOut(bytes, ink);
  const pixels = intsAt(list, ink);
  kernels.layComponents(left, list, width, height);
  for (let size = kernels.nextComponent(); size > 0; size = kernels.nextComponent()) found(pixels, size);
}

/** Clears components of fewer than `smallest` pixels; returns how many went. */
export function dropSmallComponents(mask: Uint8Array, width: number, height: number, smallest: number): number {
  let dropped = 0;
  eachComponent(mask, width, height, (pixels, size) => {
    if (size >= smallest) return;
    dropped++;
    for (let i = 0; i < size; i++) mask[pixels[i]] = 0;
  });
  return dropped;
}

/**
 * Numbers the 4-connected pieces of a label map, which may have fallen apart, in the order of their first pixels, by
 * joining runs with union-find (Rosenfeld and Pfaltz 1966; by runs: He, Chao and Suzuki, IEEE Trans. Image Processing
 * 2008).
 * @returns labels that are borrowed from the shelf.
 */
export function relabelPieces(
  labels: Int32Array,
  width: number,
  height: number,
): { labels: Int32Array; count: number } {
  const starts = new Int32Array(countRuns(labels, width) + 1);
  const root = new Int32Array(starts.length);
  let runs = 0;
  let above = 0;
  for (let y = 0; y < height; y++) {
    const first = runs;
    runs = cutRow(labels, y * width, (y + 1) * width, starts, root, first);
    if (y) joinRows(labels, width, starts, root, above, first, runs);
    above = first;
  }
  starts[runs] = labels.length;
  return numberRuns(starts, root, runs);
}

function countRuns(labels: Int32Array, width: number): number {
  let count = 0;
  for (let start = 0; start < labels.length; start += width) count += runsOfRow(labels, start, width);
  return count;
}

function runsOfRow(labels: Int32Array, start: number, width: number): number {
  let count = 1;
  for (let i = start + 1; i < start + width; i++) if (labels[i] !== labels[i - 1]) count++;
  return count;
}

/** Notes where runs begin in the pixels `from` to `end`, each as a piece of its own; returns how many runs there are then. */
function cutRow(
  labels: Int32Array,
  from: number,
  end: number,
  starts: Int32Array,
  root: Int32Array,
  before: number,
): number {
  let runs = before;
  for (let i = from; i < end; ) {
    root[runs] = runs;
    starts[runs++] = i;
    const own = labels[i];
    do i++;
    while (i < end && labels[i] === own);
  }
  return runs;
}

/** Joins the runs of a row, `first` to `end`, with those of the same label in the row above. */
function joinRows(
  labels: Int32Array,
  width: number,
  starts: Int32Array,
  root: Int32Array,
  above: number,
  first: number,
  end: number,
): void {
  const rowEnd = starts[first] + width;
  for (let run = first, over = above; run < end; run++) {
    const to = (run + 1 < end ? starts[run + 1] : rowEnd) - width;
    // The last one above may reach over the next run too.
    for (;;) {
      if (labels[starts[over]] === labels[starts[run]]) unite(root, over, run);
      if (over + 1 === first || starts[over + 1] >= to) break;
      over++;
    }
    if (over + 1 < first && starts[over + 1] === to) over++;
  }
}

/** The older of two roots stays one. */
function unite(root: Int32Array, one: number, other: number): void {
  const a = rootOf(root, one);
  const b = rootOf(root, other);
  if (a < b) root[b] = a;
  else root[a] = b;
}

function numberRuns(starts: Int32Array, root: Int32Array, runs: number): { labels: Int32Array; count: number } {
  const pieces = borrowInts(starts[runs]);
  const numbers = new Int32Array(runs);
  let count = 0;
  for (let run = 0; run < runs; run++) {
    // A root is the oldest of its tree, so it has its number before the others ask for it.
    const number = root[run] === run ? count++ : numbers[rootOf(root, run)];
    numbers[run] = number;
    for (let i = starts[run], end = starts[run + 1]; i < end; i++) pieces[i] = number;
  }
  return { labels: pieces, count };
}
