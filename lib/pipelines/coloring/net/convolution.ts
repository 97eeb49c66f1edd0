import { kernels, layOut, planeAt } from "../kernels/planes/workbench";

/** Where a window of `side` begins when it moves over `from` places by `stride` and leaves `to`. */
export const overhang = (from: number, to: number, side: number, stride: number): number =>
  Math.max(0, (to - 1) * stride + side - from) >> 1;

/** Filters worked at once. */
const lanes = 4;

/** Filters in the order in which they are read: four at a time, weight by weight. */
export interface Filters {
  count: number;
  rows: number;
  columns: number;
  depth: number;
  packed: Float32Array;
  bias: Float32Array;
}

/** @param weights by filter, row, column and channel. */
export function packFilters(weights: Float32Array, bias: Float32Array, shape: number[]): Filters {
  const [rows, columns, depth] = shape;
  const length = rows * columns * depth;
  const count = bias.length;
  const padded = Math.ceil(count / lanes) * lanes;
  const packed = new Float32Array(padded * length);
  for (let filter = 0; filter < count; filter++) {
    const start = (filter - (filter % lanes)) * length + (filter % lanes);
    for (let i = 0; i < length; i++) packed[start + i * lanes] = weights[filter * length + i];
  }
  const paddedBias = new Float32Array(padded);
  paddedBias.set(bias);
  return { count, rows, columns, depth, packed, bias: paddedBias };
}

/** Every filter at every place. Windows larger than one pixel are first laid out one after the other, a row at a time. */
export function convolve(
  input: Float32Array,
  [height, width]: number[],
  filters: Filters,
  stride: number,
  padsEdges: boolean,
  output: Float32Array,
  [toHeight, toWidth]: number[],
): void {
  const { rows, columns, depth } = filters;
  if (rows === 1 && columns === 1 && stride === 1) {
    const bench = new ProductBench(filters, width * height);
    bench.windows.set(input);
    bench.multiply(output, 0);
    return;
  }
  const bench = new ProductBench(filters, toWidth);
  const { windows } = bench;
  const length = rows * columns * depth;
  const top = padsEdges ? overhang(height, toHeight, rows, stride) : 0;
  const left = padsEdges ? overhang(width, toWidth, columns, stride) : 0;
  for (let y = 0; y < toHeight; y++) {
    windows.fill(0);
    for (let x = 0; x < toWidth; x++) {
      for (let row = 0; row < rows; row++) {
        const fromY = y * stride - top + row;
        if (fromY < 0 || fromY >= height) continue;
        const fromX = x * stride - left;
        const first = Math.max(0, -fromX);
        const last = Math.min(columns, width - fromX);
        const from = (fromY * width + fromX) * depth;
        const to = x * length + row * columns * depth;
        for (let i = first * depth; i < last * depth; i++) windows[to + i] = input[from + i];
      }
    }
    bench.multiply(output, y * toWidth * filters.count);
  }
}

/** Windows, filters and sums in the kernels' memory, for so many places at once. */
class ProductBench {
  /** The places' windows, one after another; to be filled in. */
  readonly windows: Float32Array;
  private readonly sums: Float32Array;
  private readonly at: number[];

  constructor(
    private readonly filters: Filters,
    private readonly places: number,
  ) {
    const { packed, bias } = filters;
    const length = packed.length / bias.length;
    this.at = layOut(places * length, packed.length, bias.length, places * bias.length);
    const [windows, weights, biases, sums] = this.at;
    this.windows = planeAt(windows, places * length);
    this.sums = planeAt(sums, places * bias.length);
    planeAt(weights, packed.length).set(packed);
    planeAt(biases, bias.length).set(bias);
  }

  /** Writes each filter's sum at each place to `output`, from `start` on. */
  multiply(output: Float32Array, start: number): void {
    const { at, filters, places, sums } = this;
    const { bias, count, packed } = filters;
    const stride = bias.length;
    const [windows, weights, biases, target] = at;
    kernels.multiply(windows, places, packed.length / stride, weights, biases, stride, target);
    if (stride === count) {
      output.set(sums, start);
      return;
    }
    // Sums of filters that only fill up the last four are left out.
    for (let place = 0, to = start; place < places; place++) {
      for (let filter = 0; filter < count; filter++) output[to++] = sums[place * stride + filter];
    }
  }
}
