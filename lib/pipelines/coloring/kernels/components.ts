import { fillPieces, findPieces } from "./pieces";
import { bytesAt, collect, intsAt, kernels, layOut, lendAll } from "./planes/workbench";
import { copyInts } from "./shelf";

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
  return fillPieces(mask, findPieces(mask, width, height), 0, ({ isInk, area }) => isInk && area < smallest);
}

/** A label map in pieces that each hang together, with the pixels of each. */
export interface LabelPieces {
  labels: Int32Array;
  count: number;
  areas: Int32Array;
}

/**
 * Numbers the 4-connected pieces of a label map, which may have fallen apart, in the order of their first pixels, by
 * joining runs with union-find (Rosenfeld and Pfaltz 1966; by runs: He, Chao and Suzuki, IEEE Trans. Image Processing
 * 2008).
 * @returns labels that are borrowed from the shelf.
 */
export function relabelPieces(labels: Int32Array, width: number, height: number): LabelPieces {
  const out = copyInts(labels);
  const [at] = lendAll([out]);
  const runs = kernels.countRuns(at, width, height);
  const [pieces, starts, root, areas] = lendAll([out], runs + 1, runs, runs);
  const count = kernels.numberPieces(pieces, width, height, starts, root, areas);
  collect(out, pieces);
  return { labels: out, count, areas: intsAt(areas, count).slice() };
}
