import { overhang } from "./convolution";

/** Side of every window here; the sums below are written out for it. */
const side = 3;

/**
 * One 3 × 3 filter of its own for every channel.
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
  const top = overhang(height, toHeight, side, stride);
  const left = overhang(width, toWidth, side, stride);
  const framed = frame(input, width, height, depth, left, top);
  const row = (width + 2) * depth;
  for (let y = 0, to = 0; y < toHeight; y++) {
    for (let x = 0; x < toWidth; x++) {
      const from = y * stride * row + x * stride * depth;
      for (let channel = 0; channel < depth; channel++, to++) {
        const a = from + channel;
        const b = a + row;
        const c = b + row;
        const w = channel;
        output[to] =
          bias[channel] +
          framed[a] * weights[w] +
          framed[a + depth] * weights[w + depth] +
          framed[a + 2 * depth] * weights[w + 2 * depth] +
          framed[b] * weights[w + 3 * depth] +
          framed[b + depth] * weights[w + 4 * depth] +
          framed[b + 2 * depth] * weights[w + 5 * depth] +
          framed[c] * weights[w + 6 * depth] +
          framed[c + depth] * weights[w + 7 * depth] +
          framed[c + 2 * depth] * weights[w + 8 * depth];
      }
    }
  }
}

let frames = new Float32Array();

/** The input with 0 around it, in a buffer that the next call takes again. */
function frame(
  input: Float32Array,
  width: number,
  height: number,
  depth: number,
  left: number,
  top: number,
): Float32Array {
  const row = (width + 2) * depth;
  const length = (height + 2) * row;
  if (frames.length < length) frames = new Float32Array(length);
  frames.fill(0, 0, length);
  for (let y = 0; y < height; y++) {
    frames.set(input.subarray(y * width * depth, (y + 1) * width * depth), (y + top) * row + left * depth);
  }
  return frames;
}
