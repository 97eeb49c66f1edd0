import { kernels, layOut, planeAt } from "../kernels/planes/workbench";
import { overhang } from "./convolution";

/** a + b, both of the same shape. */
export function add(a: Float32Array, b: Float32Array, output: Float32Array): void {
  for (let i = 0; i < output.length; i++) output[i] = a[i] + b[i];
}

/** a · b; a b of fewer values goes for each of a's places anew: one for each channel, or a single one. */
export function multiplyBy(a: Float32Array, b: Float32Array, output: Float32Array): void {
  for (let place = 0; place < output.length; place += b.length) {
    for (let i = 0; i < b.length; i++) output[place + i] = a[place + i] * b[i];
  }
}

/** The logistic function, 1 / (1 + e^-x). */
export function squash(input: Float32Array, output: Float32Array): void {
  for (let i = 0; i < output.length; i++) output[i] = 1 / (1 + Math.exp(-input[i]));
}

/** x · min(6, max(0, x + 3)) / 6. */
export function swish(input: Float32Array, output: Float32Array): void {
  const { length } = input;
  const [plane] = layOut(length);
  planeAt(plane, length).set(input);
  kernels.swish(plane, length);
  output.set(planeAt(plane, length));
}

const noSlopes = new Float32Array(4);

/** What is below 0 counts by its channel's slope; not at all without slopes (He et al. 2015). */
export function rectify(input: Float32Array, slopes: Float32Array | null, output: Float32Array): void {
  const { length } = input;
  const bends = slopes ?? noSlopes;
  const [from, factors, to] = layOut(length, bends.length, length);
  planeAt(from, length).set(input);
  planeAt(factors, bends.length).set(bends);
  kernels.bend(from, factors, bends.length, Math.ceil(length / bends.length), to);
  output.set(planeAt(to, length));
}

/** Adds channels of 0 behind the others. */
export function padChannels(input: Float32Array, depth: number, output: Float32Array, toDepth: number): void {
  output.fill(0);
  for (let from = 0, to = 0; from < input.length; from += depth, to += toDepth) {
    for (let channel = 0; channel < depth; channel++) output[to + channel] = input[from + channel];
  }
}

/** The mean of each channel over all places. */
export function average(input: Float32Array, output: Float32Array): void {
  const depth = output.length;
  const sums = new Float64Array(depth);
  for (let place = 0; place < input.length; place += depth) {
    for (let channel = 0; channel < depth; channel++) sums[channel] += input[place + channel];
  }
  for (let channel = 0; channel < depth; channel++) output[channel] = (sums[channel] * depth) / input.length;
}

/** The largest value in each window. */
export function pool(
  input: Float32Array,
  [height, width, depth]: number[],
  side: number,
  stride: number,
  output: Float32Array,
  [toHeight, toWidth]: number[],
): void {
  const top = overhang(height, toHeight, side, stride);
  const left = overhang(width, toWidth, side, stride);
  output.fill(Number.NEGATIVE_INFINITY);
  for (let y = 0, to = 0; y < toHeight; y++) {
    for (let x = 0; x < toWidth; x++, to += depth) {
      for (let row = Math.max(0, y * stride - top); row < Math.min(height, y * stride - top + side); row++) {
        for (
          let column = Math.max(0, x * stride - left);
          column < Math.min(width, x * stride - left + side);
          column++
        ) {
          const from = (row * width + column) * depth;
          for (let channel = 0; channel < depth; channel++) {
            if (input[from + channel] > output[to + channel]) output[to + channel] = input[from + channel];
          }
        }
      }
    }
  }
}
