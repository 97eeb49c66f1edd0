import { expect, test } from "vitest";
import { convolveChannels } from "@/lib/pipelines/coloring/faces/net/channels";
import { convolve, overhang, packFilters } from "@/lib/pipelines/coloring/faces/net/convolution";
import { pool, rectify } from "@/lib/pipelines/coloring/faces/net/elementwise";
import { finderNetwork, meshNetwork } from "@/lib/pipelines/coloring/faces/net/load";

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

test("channels are convolved each with its own filter, at strides 1 and 2", () => {
  for (const { stride, to } of [
    { stride: 1, to: 6 },
    { stride: 2, to: 3 },
  ]) {
    const input = noise(72, 4);
    const weights = noise(18, 5);
    const output = new Float32Array(to * to * 2);
    convolveChannels(input, [6, 6, 2], weights, noise(2, 6), stride, output, [to, to]);
    const padding = overhang(6, to, 3, stride);
    const at = (f: number, r: number, c: number, k: number) => (f === k ? weights[(r * 3 + c) * 2 + k] : 0);
    for (let place = 0; place < to * to; place++) {
      const sums = slowly(input, [6, 6, 2], at, 2, 3, stride, padding, Math.floor(place / to), place % to);
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

test("the networks of the pinned package load, and a run leaves nothing behind for the next", () => {
  const grey = new Float32Array(3 * 128 * 128);
  const first = finderNetwork().run(grey).get("classificators")?.slice();
  finderNetwork().run(noise(grey.length, 7));
  expect(finderNetwork().run(grey).get("classificators")).toEqual(first);
  expect(first?.every((score) => score < 0)).toBe(true);
  const outputs = meshNetwork().run(new Float32Array(3 * 192 * 192));
  expect(outputs.get("output_mesh_identity")).toHaveLength(3 * 468);
  expect(outputs.get("conv_faceflag")?.[0]).toBeLessThan(0);
});
