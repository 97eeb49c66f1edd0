/** Where a window of `side` begins when it moves over `from` places by `stride` and leaves `to`. */
export const overhang = (from: number, to: number, side: number, stride: number): number =>
  Math.max(0, (to - 1) * stride + side - from) >> 1;

/** Outputs computed at once: so many sums stay in registers. */
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
  const { rows, columns, depth, count } = filters;
  if (rows === 1 && columns === 1 && stride === 1) {
    multiply(input, width * height, depth, filters, output, 0);
    return;
  }
  const length = rows * columns * depth;
  const windows = new Float32Array(toWidth * length);
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
    multiply(windows, toWidth, length, filters, output, y * toWidth * count);
  }
}

/** Two places by four filters at a time. An odd place out is computed with itself. */
function multiply(
  input: Float32Array,
  places: number,
  length: number,
  { count, packed, bias }: Filters,
  output: Float32Array,
  start: number,
): void {
  for (let filter = 0; filter < count; filter += lanes) {
    const base = filter * length;
    const end = base + lanes * length;
    const many = Math.min(lanes, count - filter);
    for (let place = 0; place < places; place += 2) {
      const other = Math.min(place + 1, places - 1);
      let a0 = bias[filter];
      let a1 = bias[filter + 1];
      let a2 = bias[filter + 2];
      let a3 = bias[filter + 3];
      let b0 = a0;
      let b1 = a1;
      let b2 = a2;
      let b3 = a3;
      for (let k = base, i = place * length, j = other * length; k < end; k += lanes, i++, j++) {
        const a = input[i];
        const b = input[j];
        const w0 = packed[k];
        const w1 = packed[k + 1];
        const w2 = packed[k + 2];
        const w3 = packed[k + 3];
        a0 += a * w0;
        a1 += a * w1;
        a2 += a * w2;
        a3 += a * w3;
        b0 += b * w0;
        b1 += b * w1;
        b2 += b * w2;
        b3 += b * w3;
      }
      put(output, start + other * count + filter, many, b0, b1, b2, b3);
      put(output, start + place * count + filter, many, a0, a1, a2, a3);
    }
  }
}

function put(output: Float32Array, at: number, many: number, v0: number, v1: number, v2: number, v3: number): void {
  output[at] = v0;
  if (many > 1) output[at + 1] = v1;
  if (many > 2) output[at + 2] = v2;
  if (many > 3) output[at + 3] = v3;
}
