import type { Lab } from "../kernels/lab";

/** A colour that many even pixels have: mean L, a and b. */
export type Colour = readonly [number, number, number];

/** Side of a cell in which colours are counted, in units of L, a and b; a colour takes the cells round its own as well. */
const cell = 5;
const cellsOfL = 21;
const cellsOfChroma = 48;
const lowest = -120;
const cells = cellsOfL * cellsOfChroma * cellsOfChroma;
/** Neighbours within this in each of L, a and b lie on one even surface. */
const even = 5;
/** A colour holds at least this share of the even pixels: what a thin pen covers. More colours than so many are not flat art's. */
const leastShare = 0.004;
const most = 18;

interface Histogram {
  counts: Uint32Array;
  /** Sums of L, a and b. */
  sums: Float64Array;
  total: number;
}

/**
 * The flat colours of a picture, the most frequent first: peaks of a histogram in CIELAB over pixels whose neighbours are
 * alike, as they are on paper, fills and the middle of strokes, and not on the flanks between.
 */
export function paletteOf(lab: Lab): Colour[] {
  const histogram = countEven(lab);
  const { counts, total } = histogram;
  const isTaken = new Uint8Array(cells);
  const colours: Colour[] = [];
  for (const middle of fullestOf(counts, Math.max(1, leastShare * total))) {
    if (colours.length === most) break;
    const round = cellsRound(middle);
    const isPeak = round.every((at) => counts[at] <= counts[middle]) && !isTaken[middle];
    if (isPeak) colours.push(meanOf(histogram, round));
    for (const at of isPeak ? round : []) isTaken[at] = 1;
  }
  return colours;
}

function countEven({ L, a, b, width, height }: Lab): Histogram {
  const counts = new Uint32Array(cells);
  const sums = new Float64Array(3 * cells);
  let total = 0;
  for (let y = 0; y < height - 1; y++) {
    for (let x = 0, i = y * width; x < width - 1; x++, i++) {
      if (!alike(L, i, width) || !alike(a, i, width) || !alike(b, i, width)) continue;
      const at = cellAt(L[i], a[i], b[i]);
      counts[at]++;
      sums[3 * at] += L[i];
      sums[3 * at + 1] += a[i];
      sums[3 * at + 2] += b[i];
      total++;
    }
  }
  return { counts, sums, total };
}

const alike = (plane: Float32Array, i: number, width: number): boolean =>
  Math.abs(plane[i + 1] - plane[i]) < even && Math.abs(plane[i + width] - plane[i]) < even;

const stepOf = (value: number, from: number, steps: number): number =>
  Math.min(steps - 1, Math.max(0, Math.floor((value - from) / cell)));

const cellAt = (L: number, a: number, b: number): number =>
  (stepOf(L, 0, cellsOfL) * cellsOfChroma + stepOf(a, lowest, cellsOfChroma)) * cellsOfChroma +
  stepOf(b, lowest, cellsOfChroma);

/** Cells of at least so many pixels, the fullest first. */
function fullestOf(counts: Uint32Array, least: number): number[] {
  const full: number[] = [];
  // Colours of a peak are spread over its 27 cells.
  for (let at = 0; at < cells; at++) if (counts[at] >= least / 4) full.push(at);
  return full.sort((one, other) => counts[other] - counts[one]);
}

/** A cell and its neighbours, corners included. */
function cellsRound(middle: number): number[] {
  const [l, rest] = [Math.floor(middle / cellsOfChroma ** 2), middle % cellsOfChroma ** 2];
  const [a, b] = [Math.floor(rest / cellsOfChroma), rest % cellsOfChroma];
  const round: number[] = [];
  for (let i = Math.max(0, l - 1); i <= Math.min(cellsOfL - 1, l + 1); i++) {
    for (let j = Math.max(0, a - 1); j <= Math.min(cellsOfChroma - 1, a + 1); j++) {
      for (let k = Math.max(0, b - 1); k <= Math.min(cellsOfChroma - 1, b + 1); k++) {
        round.push((i * cellsOfChroma + j) * cellsOfChroma + k);
      }
    }
  }
  return round;
}

function meanOf({ counts, sums }: Histogram, round: number[]): Colour {
  let count = 0;
  const sum = [0, 0, 0];
  for (const at of round) {
    count += counts[at];
    for (let n = 0; n < 3; n++) sum[n] += sums[3 * at + n];
  }
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}
