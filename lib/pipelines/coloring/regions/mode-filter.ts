import { intsAt, kernels, layOut } from "../kernels/planes/workbench";
import { copyInts } from "../kernels/shelf";

/**
 * Gives each pixel beside a border the label that most pixels within `reach` have, which takes away hairs, notches
 * and rags narrower than that (majority filter; ties keep the pixel's own label). Only border pixels are looked at.
 * @returns labels that are borrowed from the shelf.
 */
export function modeFilter(labels: Int32Array, width: number, height: number, reach: number): Int32Array {
  const n = labels.length;
  const rows = 2 * reach + 1;
  const square = rows * rows;
  const [before, after, spans, lanes, kinds, votes] = layOut(
    n,
    n,
    rows,
    4 * rows * Math.ceil(rows / 4),
    square,
    square,
  );
  intsAt(before, n).set(labels);
  intsAt(spans, rows).set(discRows(reach));
  kernels.filterByMajority(before, after, width, height, spans, rows, lanes, kinds, votes);
  return copyInts(intsAt(after, n));
}

/** Half width of each row of a disc. */
function discRows(reach: number): Int32Array {
  return Int32Array.from({ length: 2 * reach + 1 }, (_, i) => Math.round(Math.sqrt(reach * reach - (i - reach) ** 2)));
}
