import { collect, kernels, layOut, missing, planeAt, target } from "../kernels/planes/workbench";
import { overhang } from "./convolution";

/**
 * One square filter of its own for every channel.
 * @param weights by row, column and channel.
 */
export function convolveChannels(
  input: Float32Array,
  [height, width, depth]: number[],
  weights: Float32Array,
  bias: Float32Array,
  stride: number,
  output: Float32Array,
  [toHeight, toWidth]: number[],
): void {
  const side = Math.sqrt(weights.length / depth);
  const top = overhang(height, toHeight, side, stride);
  const left = overhang(width, toWidth, side, stride);
  const row = (width + side - 1) * depth;
  const framed = (height + side - 1) * row;
  const [from, filters, biases, to] = layOut(framed, weights.length, depth, missing(output));
  frame(planeAt(from, framed).fill(0), input, height, width * depth, row, top * row + left * depth);
  planeAt(filters, weights.length).set(weights);
  planeAt(biases, depth).set(bias);
  kernels.convolveEach(from, 4 * row, depth, filters, side, biases, stride, target(output, to), toWidth, toHeight);
  collect(output, to);
}

/** Puts the rows of the input where they stand with 0 around them; the first begins at `first`. */
function frame(
  framed: Float32Array,
  input: Float32Array,
  height: number,
  length: number,
  row: number,
  first: number,
): void {
  for (let y = 0; y < height; y++) framed.set(input.subarray(y * length, (y + 1) * length), first + y * row);
}
