import { collect, kernels, layOut, lend, missing, planeAt, target } from "../kernels/planes/workbench";
import { overhang } from "./convolution";

/** a + b, both of the same shape. */
export function add(a: Float32Array, b: Float32Array, output: Float32Array): void {
  const [one, other, to] = layOut(missing(a), missing(b), missing(output));
  kernels.addBoth(lend(a, one), lend(b, other), a.length, target(output, to));
  collect(output, to);
}

/** a · b; a b of fewer values goes for each of a's places anew: one for each channel, or a single one. */
export function multiplyBy(a: Float32Array, b: Float32Array, output: Float32Array): void {
  const [from, factors, to] = layOut(missing(a), missing(b), missing(output));
  kernels.multiplyChannels(lend(a, from), lend(b, factors), b.length, a.length / b.length, target(output, to));
  collect(output, to);
}

/** The logistic function, 1 / (1 + e^-x). */
export function squash(input: Float32Array, output: Float32Array): void {
  for (let i = 0; i < output.length; i++) output[i] = 1 / (1 + Math.exp(-input[i]));
}

/** x · min(6, max(0, x + 3)) / 6. */
export function swish(input: Float32Array, output: Float32Array): void {
  const [room] = layOut(missing(output));
  const plane = target(output, room);
  planeAt(plane, input.length).set(input);
  kernels.swish(plane, input.length);
  collect(output, room);
}

const noSlopes = new Float32Array(4);

/** What is below 0 counts by its channel's slope; not at all without slopes (He et al. 2015). */
export function rectify(input: Float32Array, slopes: Float32Array | null, output: Float32Array): void {
  const { length } = input;
  const bends = slopes ?? noSlopes;
  const [from, factors, to] = layOut(missing(input), missing(bends), missing(output));
  const places = Math.ceil(length / bends.length);
  kernels.bend(lend(input, from), lend(bends, factors), bends.length, places, target(output, to));
  collect(output, to);
}

/** Adds channels of 0 behind the others. */
export function padChannels(input: Float32Array, depth: number, output: Float32Array, toDepth: number): void {
  const [from, to] = layOut(missing(input), missing(output));
  kernels.padChannels(lend(input, from), depth, input.length / depth, target(output, to), toDepth);
  collect(output, to);
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
  const [room, out] = layOut(missing(input), missing(output));
  const [from, to] = [lend(input, room), target(output, out)];
  kernels.poolChannels(from, width, height, depth, side, stride, top, left, to, toWidth, toHeight);
  collect(output, out);
}
