import { convolve, packFilters } from "./convolution";

/** Larger by interpolation between the middles of places; beyond the outermost ones their values go on. */
export function enlarge(
  input: Float32Array,
  [height, width, depth]: number[],
  output: Float32Array,
  [toHeight, toWidth]: number[],
): void {
  const across = Array.from({ length: toWidth }, (_, x) => between(x, width, toWidth));
  const row = width * depth;
  const mixed = new Float32Array(row);
  for (let y = 0, to = 0; y < toHeight; y++) {
    const down = between(y, height, toHeight);
    const above = down.first * row;
    const below = down.second * row;
    for (let i = 0; i < row; i++) mixed[i] = (1 - down.part) * input[above + i] + down.part * input[below + i];
    for (const { first, second, part } of across) {
      const left = first * depth;
      const right = second * depth;
      for (let i = 0; i < depth; i++) output[to++] = (1 - part) * mixed[left + i] + part * mixed[right + i];
    }
  }
}

/** The two of `count` places between which one of `toCount` lies, and how far from the first to the second. */
function between(place: number, count: number, toCount: number) {
  const at = Math.max(0, ((place + 0.5) * count) / toCount - 0.5);
  const first = Math.floor(at);
  return { first, second: Math.min(count - 1, first + 1), part: at - first };
}

/**
 * A transposed convolution whose windows lie side by side: each place becomes a square of as many places as its window has,
 * of one channel.
 * @param weights by row, column and channel of the input.
 */
export function spreadOut(
  input: Float32Array,
  [height, width, depth]: number[],
  weights: Float32Array,
  bias: Float32Array,
  output: Float32Array,
): void {
  const count = weights.length / depth;
  const side = Math.sqrt(count);
  const filters = packFilters(weights, new Float32Array(count).fill(bias[0]), [1, 1, depth]);
  const squares = new Float32Array(width * height * count);
  convolve(input, [height, width], filters, 1, false, squares, [height, width]);
  for (let place = 0, from = 0; place < width * height; place++) {
    const corner = (Math.floor(place / width) * width * side + (place % width)) * side;
    for (let row = 0; row < side; row++) {
      for (let column = 0; column < side; column++) output[corner + row * width * side + column] = squares[from++];
    }
  }
}
