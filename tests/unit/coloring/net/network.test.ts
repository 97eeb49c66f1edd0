import { expect, test } from "vitest";
import { finderNetwork, meshNetwork } from "@/lib/pipelines/coloring/faces/networks";
import { convolveChannels } from "@/lib/pipelines/coloring/net/channels";
import { convolve, overhang, packFilters } from "@/lib/pipelines/coloring/net/convolution";
import { average, multiplyBy, pool, rectify, squash, swish } from "@/lib/pipelines/coloring/net/elementwise";
import { enlarge, spreadOut } from "@/lib/pipelines/coloring/net/enlarge";
import { subjectNetwork } from "@/lib/pipelines/coloring/subject/network";

const noise = (length: number, seed: number): Float32Array =>
  Float32Array.from({ length }, (_, i) => Math.sin(12.9 * i + seed) * 2);

/** A convolution as it is written in books; 0 outside the picture. */
function slowly(
  input: Float32Array,
  [height, width, depth]: number[],
  at: (filter: number, row: number, column: number, channel: number) => number,
  filters: number,
  side: number,
  stride: number,
  padding: number,
  y: number,
  x: number,
): number[] {
  return Array.from({ length: filters }, (_, filter) => {
    let sum = 0;
    for (let row = 0; row < side; row++) {
      for (let column = 0; column < side; column++) {
        const [fromY, fromX] = [y * stride - padding + row, x * stride - padding + column];
        if (fromY < 0 || fromX < 0 || fromY >= height || fromX >= width) continue;
        for (let channel = 0; channel < depth; channel++) {
          sum += input[(fromY * width + fromX) * depth + channel] * at(filter, row, column, channel);
        }
      }
    }
    return sum;
  });
}

test("convolutions of every window, stride and odd count are the sums that they stand for", () => {
  for (const { side, stride, filters, to } of [
    { side: 1, stride: 1, filters: 6, to: 5 },
    { side: 3, stride: 1, filters: 5, to: 5 },
    { side: 5, stride: 2, filters: 4, to: 3 },
  ]) {
    const shape = [5, 5, 3];
    const input = noise(75, 1);
    const weights = noise(filters * side * side * 3, 2);
    const bias = noise(filters, 3);
    const output = new Float32Array(to * to * filters);
    convolve(input, shape, packFilters(weights, bias, [side, side, 3]), stride, true, output, [to, to]);
    const padding = overhang(5, to, side, stride);
    const at = (f: number, r: number, c: number, k: number) => weights[((f * side + r) * side + c) * 3 + k];
    for (let place = 0; place < to * to; place++) {
      const sums = slowly(input, shape, at, filters, side, stride, padding, Math.floor(place / to), place % to);
      for (const [f, sum] of sums.entries()) expect(output[place * filters + f]).toBeCloseTo(sum + bias[f], 4);
    }
  }
});

test("channels are convolved each with its own filter, of 3 × 3 and 5 × 5, at strides 1 and 2", () => {
  for (const { side, stride, to } of [
    { side: 3, stride: 1, to: 6 },
    { side: 3, stride: 2, to: 3 },
    { side: 5, stride: 1, to: 6 },
    { side: 5, stride: 2, to: 3 },
  ]) {
    const input = noise(72, 4);
    const weights = noise(2 * side * side, 5);
    const output = new Float32Array(to * to * 2);
    convolveChannels(input, [6, 6, 2], weights, noise(2, 6), stride, output, [to, to]);
    const padding = overhang(6, to, side, stride);
    const at = (f: number, r: number, c: number, k: number) => (f === k ? weights[(r * side + c) * 2 + k] : 0);
    for (let place = 0; place < to * to; place++) {
      const sums = slowly(input, [6, 6, 2], at, 2, side, stride, padding, Math.floor(place / to), place % to);
      for (const [f, sum] of sums.entries()) expect(output[place * 2 + f]).toBeCloseTo(sum + noise(2, 6)[f], 4);
    }
  }
});

test("pools take the largest, and slopes hold for what is below 0", () => {
  const pooled = new Float32Array(1);
  pool(Float32Array.of(-4, -2, -3, -9), [2, 2, 1], 2, 2, pooled, [1, 1]);
  expect(pooled[0]).toBe(-2);
  const bent = new Float32Array(4);
  rectify(Float32Array.of(-1, -1, 2, 2), Float32Array.of(0.5, 0.25), bent);
  expect([...bent]).toEqual([-0.5, -0.25, 2, 2]);
});

test("means, gates and curves of values are what they are called", () => {
  const mean = new Float32Array(2);
  average(Float32Array.of(1, 10, 2, 20, 6, 60), mean);
  expect([...mean]).toEqual([3, 30]);
  const input = Float32Array.of(-4, -3, -1, 0, 1, 3, 5);
  const swished = new Float32Array(7);
  swish(input, swished);
  for (const [i, x] of input.entries()) {
    expect(swished[i]).toBeCloseTo((x * Math.min(6, Math.max(0, x + 3))) / 6, 6);
  }
  const squashed = new Float32Array(7);
  squash(input, squashed);
  for (const [i, x] of input.entries()) expect(squashed[i]).toBeCloseTo(1 / (1 + Math.exp(-x)), 6);
  const times = new Float32Array(4);
  multiplyBy(Float32Array.of(1, 2, 3, 4), Float32Array.of(10, 100), times);
  expect([...times]).toEqual([10, 200, 30, 400]);
});

test("what is enlarged lies between its neighbours' middles, and goes on beyond the outermost", () => {
  const output = new Float32Array(16);
  enlarge(Float32Array.of(0, 4, 8, 12), [2, 2, 1], output, [4, 4]);
  expect([...output]).toEqual([0, 1, 3, 4, 2, 3, 5, 6, 6, 7, 9, 10, 8, 9, 11, 12]);
  const channels = new Float32Array(8);
  enlarge(Float32Array.of(0, 100, 4, 200), [1, 2, 2], channels, [1, 4]);
  expect([...channels]).toEqual([0, 100, 1, 125, 3, 175, 4, 200]);
});

test("a place that is spread out becomes a square, each corner by weights of its own", () => {
  const output = new Float32Array(8);
  const weights = Float32Array.of(1, 0, 0, 1, 1, 1, 2, 0);
  spreadOut(Float32Array.of(1, 2, 3, 4), [1, 2, 2], weights, Float32Array.of(0.5), output);
  expect([...output]).toEqual([1.5, 2.5, 3.5, 4.5, 3.5, 2.5, 7.5, 6.5]);
});

test("the networks of the pinned package load, and a run leaves nothing behind for the next", () => {
  const grey = new Float32Array(3 * 128 * 128);
  const first = finderNetwork().run(grey).get("classificators")?.slice();
  finderNetwork().run(noise(grey.length, 7));
  expect(finderNetwork().run(grey).get("classificators")).toEqual(first);
  expect(first?.every((score) => score < 0)).toBe(true);
  const outputs = meshNetwork().run(new Float32Array(3 * 192 * 192));
  expect(outputs.get("output_mesh_identity")).toHaveLength(3 * 468);
  expect(outputs.get("conv_faceflag")?.[0]).toBeLessThan(0);
  const [empty] = subjectNetwork()
    .run(new Float32Array(3 * 256 * 256))
    .values();
  subjectNetwork().run(noise(3 * 256 * 256, 8));
  const [again] = subjectNetwork()
    .run(new Float32Array(3 * 256 * 256))
    .values();
  expect(again).toEqual(empty);
  expect(Math.max(...empty)).toBeLessThan(0.1);
});
