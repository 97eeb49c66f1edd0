import { kernels, layOut, lend, missing, planeAt } from "../kernels/planes/workbench";

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
    const bench = new ProductBench(filters, input, 0, width * height, output);
    bench.multiply(bench.input, 0);
    return;
  }
  const bench = new ProductBench(filters, input, toWidth * rows * columns * depth, toWidth, output);
  const top = padsEdges ? overhang(height, toHeight, rows, stride) : 0;
  const left = padsEdges ? overhang(width, toWidth, columns, stride) : 0;
  for (let y = 0; y < toHeight; y++) {
    const fromY = y * stride - top;
    const { windows } = bench;
    kernels.layWindows(bench.input, width, height, depth, rows, columns, stride, fromY, left, windows, toWidth);
    bench.multiply(windows, y * toWidth);
  }
}

/** Input, windows, filters and sums in the kernels' memory, for so many places at once. */
class ProductBench {
  /** Addresses of the input, and of room for windows. */
  readonly input: number;
  readonly windows: number;
  private readonly weights: number;
  private readonly biases: number;
  private readonly sums: number;
  /** Whether sums stand in the output as they are worked: filters need not be filled up, and it is in the memory. */
  private readonly isDirect: boolean;

  constructor(
    private readonly filters: Filters,
    input: Float32Array,
    windowValues: number,
    private readonly places: number,
    private readonly output: Float32Array,
  ) {
    const { packed, bias, count } = filters;
    this.isDirect = bias.length === count && missing(output) === 0;
    const sumValues = this.isDirect ? 0 : places * bias.length;
    const at = layOut(missing(input), windowValues, packed.length, bias.length, sumValues);
    [, this.windows, this.weights, this.biases, this.sums] = at;
    this.input = lend(input, at[0]);
    planeAt(this.weights, packed.length).set(packed);
    planeAt(this.biases, bias.length).set(bias);
  }

  /** Writes each filter's sum at each place whose windows lie at an address to the output, from place `first` on. */
  multiply(windows: number, first: number): void {
    const { biases, filters, isDirect, output, places, sums, weights } = this;
    const { bias, count, packed } = filters;
    const stride = bias.length;
    const to = isDirect ? output.byteOffset + 4 * first * count : sums;
    kernels.multiply(windows, places, packed.length / stride, weights, biases, stride, to);
    if (!isDirect) takeSums(planeAt(sums, places * stride), stride, output, first * count, count);
  }
}

/** Takes the sums over, without those of filters that only fill up the last four. */
function takeSums(sums: Float32Array, stride: number, output: Float32Array, start: number, count: number): void {
  if (stride === count) {
    output.set(sums, start);
    return;
  }
  for (let from = 0, to = start; from < sums.length; from += stride) {
    for (let filter = 0; filter < count; filter++) output[to++] = sums[from + filter];
  }
}
