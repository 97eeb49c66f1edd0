import { collect, kernels, layOut, lend, missing, target } from "../kernels/planes/workbench";
import { convolve, packFilters } from "./convolution";

/** Larger by interpolation between the middles of places; beyond the outermost ones their values go on. */
export function enlarge(
  input: Float32Array,
  [height, width, depth]: number[],
  output: Float32Array,
  [toHeight, toWidth]: number[],
): void {
  const [from, mixed, to] = layOut(missing(input), width * depth, missing(output));
  const place = target(output, to);
  kernels.enlargeChannels(lend(input, from), width, height, depth, mixed, place, toWidth, toHeight);
  collect(output, to);
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
