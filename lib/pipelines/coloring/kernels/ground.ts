import type { Size } from "../options";

/** One plain colour round a thing, as the white round one that was cut out. */
export interface Ground {
  /** Of the whole picture, 0 to 1. */
  share: number;
  /** Red, green and blue, 0 to 255. */
  colour: readonly [number, number, number];
  /** Whether the thing reaches the picture's edge somewhere. */
  isTouched: boolean;
}

/** About every so many-th pixel across and down is looked at, the outermost among them: a ground is large. */
const step = 4;
/** Channels of a plain ground are this near to each other: compression leaves so much. */
const evenness = 6;
/** So much of the picture's edge is of the ground's colour; a thing may reach it at the rest. */
const leastOfEdge = 0.6;

/** The plain ground of a picture; null where no colour holds most of its edge. @param rgb 8 bits, rows from the top. */
export function plainGround({ rgb, width, height }: Size & { rgb: Uint8Array }): Ground | null {
  const grid = { width: Math.ceil(width / step), height: Math.ceil(height / step) };
  const columns = spreadAlong(width, grid.width);
  const rows = spreadAlong(height, grid.height);
  const placeOf = (cell: number): number => 3 * (rows[(cell / grid.width) | 0] * width + columns[cell % grid.width]);
  const edge = edgeOf(grid);
  const [red, green, blue] = [0, 1, 2].map((channel) => median(edge.map((cell) => rgb[placeOf(cell) + channel])));
  const isGround = (cell: number): boolean => {
    const at = placeOf(cell);
    const apart = Math.max(Math.abs(rgb[at] - red), Math.abs(rgb[at + 1] - green), Math.abs(rgb[at + 2] - blue));
    return apart <= evenness;
  };
  const seeds = edge.filter(isGround);
  if (seeds.length < leastOfEdge * edge.length) return null;
  const share = flooded(seeds, isGround, grid) / (grid.width * grid.height);
  return { share, colour: [red, green, blue], isTouched: seeds.length < edge.length };
}

/** The pixels of a length that so many cells look at. */
const spreadAlong = (length: number, cells: number): Int32Array =>
  Int32Array.from({ length: cells }, (_, i) => Math.round(i * ((length - 1) / Math.max(1, cells - 1))));

/** The cells on the four sides; corners twice. */
function edgeOf({ width, height }: Size): number[] {
  const below = (height - 1) * width;
  const cells: number[] = [];
  for (let x = 0; x < width; x++) cells.push(x, below + x);
  for (let y = 0; y < height; y++) cells.push(y * width, y * width + width - 1);
  return cells;
}

const median = (values: number[]): number => values.sort((one, other) => one - other)[values.length >> 1];

/** How many cells of the ground hang together with the seeds by their sides. */
function flooded(seeds: readonly number[], isGround: (cell: number) => boolean, { width, height }: Size): number {
  const seen = new Uint8Array(width * height);
  const open: number[] = [];
  let count = 0;
  const reach = (cell: number): void => {
    if (seen[cell] || !isGround(cell)) return;
    seen[cell] = 1;
    count++;
    open.push(cell);
  };
  for (const seed of seeds) reach(seed);
  for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
    const x = cell % width;
    if (x > 0) reach(cell - 1);
    if (x < width - 1) reach(cell + 1);
    if (cell >= width) reach(cell - width);
    if (cell + width < seen.length) reach(cell + width);
  }
  return count;
}
