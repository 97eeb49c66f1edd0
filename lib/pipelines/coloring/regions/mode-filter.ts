import { collect, intsAt, kernels, lendAll, missing, target } from "../kernels/planes/workbench";
import { emptyInts } from "../kernels/shelf";

/**
 * Gives each pixel beside a border the label that most pixels within `reach` have, which takes away hairs, notches
 * and rags narrower than that (majority filter; ties keep the pixel's own label). Only border pixels are looked at.
 * @returns labels that are borrowed from the shelf.
 */
export function modeFilter(labels: Int32Array, width: number, height: number, reach: number): Int32Array {
  const n = labels.length;
  const rows = 2 * reach + 1;
  const square = rows * rows;
  const out = emptyInts(n);
  const counts = [missing(out), rows, 4 * rows * Math.ceil(rows / 4), square, square];
  const [before, after, spans, lanes, kinds, votes] = lendAll([labels], ...counts);
  intsAt(spans, rows).set(discRows(reach));
  kernels.filterByMajority(before, target(out, after), width, height, spans, rows, lanes, kinds, votes);
  collect(out, after);
  return out;
}

/** Half width of each row of a disc. */
function discRows(reach: number): Int32Array {
  return Int32Array.from({ length: 2 * reach + 1 }, (_, i) => Math.round(Math.sqrt(reach * reach - (i - reach) ** 2)));
}
