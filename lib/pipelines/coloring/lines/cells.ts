import { relabelPieces } from "../kernels/components";
import { chamferDistance, chamferUnit, deepestOf } from "../kernels/distance";
import { borrowInts, copyBytes, giveBack } from "../kernels/shelf";
import { chainLength, type LineGraph } from "./line-graph";
import { dropShortDrawings, pruneTwigs } from "./skeleton";

/** What is asked of the cells that lines inside regions make with the borders and with each other. Pixels. */
export interface CellLimits {
  /** Radius of the circle that a cell must hold, measured from the middle of the lines. */
  radius: number;
  /** How many cells there may be; beyond that larger ones are given up too. */
  most: number;
  /** Shortest twig and shortest drawing that are worth a line. */
  twig: number;
  shortest: number;
}

/** A line of which so much of the length runs along cells too small for a crayon goes. */
const crampedPart = 0.35;
/** Rounds of asking for larger cells while there are too many, each time by so much more. */
const rounds = 2;
const larger = 1.15;

/**
 * Takes away lines inside regions that only part what no crayon can fill: slivers beside borders, and texture.
 * @param borders 1 on the pixels of region borders, which stay.
 */
export function dropCramped(
  lines: LineGraph,
  borders: Uint8Array,
  width: number,
  height: number,
  limits: CellLimits,
): LineGraph {
  let left = lines;
  let radius = limits.radius;
  for (let round = 0; round < rounds && left.chains.length; round++, radius *= larger) {
    const cells = measureCells(left, borders, width, height, radius);
    const roomy = left.chains.filter((chain) => crampedShare(left, chain, cells, width, height) < crampedPart);
    giveBack(cells.labels);
    const isDone = cells.count <= limits.most;
    if (roomy.length < left.chains.length) {
      const twigless = pruneTwigs({ ...left, chains: roomy }, limits.twig);
      left = dropShortDrawings(twigless, limits.shortest);
    }
    if (isDone) break;
  }
  return left;
}

/** How many cells lines make that hold a circle of this radius in pixels, measured from the middle of the lines. */
export const countCells = (
  lines: LineGraph,
  borders: Uint8Array,
  width: number,
  height: number,
  radius: number,
): number => {
  const { labels, count } = measureCells(lines, borders, width, height, radius);
  giveBack(labels);
  return count;
};

/** Its labels are borrowed from the shelf. */
interface Cells {
  labels: Int32Array;
  /** 1 for a cell too small, by label. */
  isCramped: Uint8Array;
  /** How many are large enough. */
  count: number;
}

function measureCells(lines: LineGraph, borders: Uint8Array, width: number, height: number, radius: number): Cells {
  const drawn = copyBytes(borders);
  for (const chain of lines.chains) for (const vertex of chain) drawn[pixelOf(lines, vertex, width)] = 1;
  const parts = borrowInts(drawn.length);
  parts.set(drawn);
  const { labels, count } = relabelPieces(parts, width, height);
  giveBack(parts);
  const { deepest } = deepestOf(chamferDistance(drawn, width, height), { labels, count });
  giveBack(drawn);
  const isCramped = new Uint8Array(count);
  let roomy = 0;
  for (let label = 0; label < count; label++) {
    if (deepest[label] >= radius * chamferUnit) roomy++;
    else if (deepest[label]) isCramped[label] = 1;
  }
  return { labels, isCramped, count: roomy };
}

const pixelOf = ({ x, y }: LineGraph, vertex: number, width: number): number =>
  (y[vertex] | 0) * width + (x[vertex] | 0);

/** Part of a chain with a cramped cell within two pixels of it. */
function crampedShare(lines: LineGraph, chain: Int32Array, cells: Cells, width: number, height: number): number {
  if (chainLength(lines, chain) === 0) return 1;
  let beside = 0;
  for (const vertex of chain) if (isBesideCramped(pixelOf(lines, vertex, width), cells, width, height)) beside++;
  return beside / chain.length;
}

function isBesideCramped(pixel: number, { labels, isCramped }: Cells, width: number, height: number): boolean {
  const x = pixel % width;
  const y = (pixel / width) | 0;
  for (const [dx, dy] of aside) {
    const xx = x + dx;
    const yy = y + dy;
    if (xx >= 0 && yy >= 0 && xx < width && yy < height && isCramped[labels[yy * width + xx]]) return true;
  }
  return false;
}

const aside = [
  [2, 0],
  [-2, 0],
  [0, 2],
  [0, -2],
  [1, 1],
  [-1, -1],
  [1, -1],
  [-1, 1],
];
