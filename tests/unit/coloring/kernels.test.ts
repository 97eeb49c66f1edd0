import { describe, expect, test } from "vitest";
import { closing } from "@/lib/pipelines/coloring/kernels/closing";
import { dropSmallComponents, relabelPieces } from "@/lib/pipelines/coloring/kernels/components";
import { chamferDistance, chamferUnit, distanceToBorder } from "@/lib/pipelines/coloring/kernels/distance";
import { blur } from "@/lib/pipelines/coloring/kernels/gaussian";
import { twoScaleGradient } from "@/lib/pipelines/coloring/kernels/gradient";
import { toLab } from "@/lib/pipelines/coloring/kernels/lab";
import { paintOver } from "@/lib/pipelines/coloring/kernels/paint-over";
import { compilePlanes } from "@/lib/pipelines/coloring/kernels/planes/compile";
import { planesWasm } from "@/lib/pipelines/coloring/kernels/planes/planes.wasm";
import { thin } from "@/lib/pipelines/coloring/kernels/thin";
import { darkValleys } from "@/lib/pipelines/coloring/kernels/valleys";

/** A plane from a function of x and y. */
const plane = (width: number, height: number, value: (x: number, y: number) => number) =>
  Float32Array.from({ length: width * height }, (_, i) => value(i % width, Math.floor(i / width)));

function isAtBorder(labels: Int32Array, width: number, height: number, x: number, y: number): boolean {
  if (x === 0 || y === 0 || x === width - 1 || y === height - 1) return true;
  const at = y * width + x;
  return [1, -1, width, -width].some((step) => labels[at + step] !== labels[at]);
}

test("toLab agrees with published values", () => {
  const { L, a, b } = toLab(Uint8Array.of(255, 255, 255, 0, 0, 0, 255, 0, 0, 0, 0, 255), 4, 1);
  expect(L[0]).toBeCloseTo(100, 0);
  expect(Math.abs(a[0]) + Math.abs(b[0])).toBeLessThan(0.6);
  expect(L[1]).toBeCloseTo(0, 1);
  expect([L[2], a[2], b[2]].map(Math.round)).toEqual([53, 80, 67]);
  expect([L[3], a[3], b[3]].map(Math.round)).toEqual([32, 79, -108]);
});

describe("blur", () => {
  test("keeps the sum of a point and has the deviation asked for", () => {
    const size = 41;
    const point = plane(size, size, (x, y) => (x === 20 && y === 20 ? 1 : 0));
    const out = blur(point, size, size, 3);
    let sum = 0;
    let variance = 0;
    for (let i = 0; i < out.length; i++) {
      sum += out[i];
      variance += out[i] * ((i % size) - 20) ** 2;
    }
    expect(sum).toBeCloseTo(1, 4);
    expect(Math.sqrt(variance)).toBeGreaterThan(2.8);
    expect(Math.sqrt(variance)).toBeLessThan(3.05);
  });
});

test("a sharp step of 40 units answers about 40 across it and nothing along it", () => {
  const L = plane(64, 64, (x) => (x < 32 ? 20 : 60));
  const zero = new Float32Array(64 * 64);
  const gradient = twoScaleGradient({ width: 64, height: 64, L, a: zero, b: zero }, 2);
  const middle = 32 * 64 + 32;
  expect(gradient.x[middle]).toBeGreaterThan(32);
  expect(gradient.x[middle]).toBeLessThan(44);
  expect(gradient.y[middle]).toBe(0);
  expect(gradient.x[32 * 64 + 3]).toBeLessThan(0.5);
});

test("a gradient of odd size is the same whatever was worked before", () => {
  const [w, h] = [37, 23];
  const L = plane(w, h, (x, y) => 50 + 30 * Math.sin(x * 0.7) * Math.cos(y * 0.4));
  const a = plane(w, h, (x, y) => (x + 2 * y > 40 ? 20 : -10));
  const b = plane(w, h, (x) => (x > 20 ? 5 : 0));
  const first = twoScaleGradient({ width: w, height: h, L, a, b }, 1.2);
  twoScaleGradient(
    { width: 90, height: 70, L: plane(90, 70, (x) => x), a: plane(90, 70, () => 3), b: plane(90, 70, (_, y) => y) },
    2,
  );
  expect(twoScaleGradient({ width: w, height: h, L, a, b }, 1.2)).toEqual(first);
});

test("planes.wasm.ts is made from the sources beside it", async () => {
  expect(Buffer.from(await compilePlanes()).toString("base64")).toBe(planesWasm);
});

describe("dark valleys", () => {
  const size = 60;
  test("answer on a dark line, not on a step", () => {
    const line = plane(size, size, (x) => (Math.abs(x - 20) <= 1 ? 30 : x < 40 ? 80 : 40));
    const smooth = blur(line, size, size, 1.5);
    const depth = darkValleys(smooth, size, size, 1.5, 0);
    const row = 30 * size;
    expect(depth[row + 20]).toBeGreaterThan(15);
    for (let x = 30; x < 55; x++) expect(depth[row + x]).toBeLessThan(1);
  });
});

describe("distance", () => {
  test("is about Euclidean", () => {
    const seeds = new Uint8Array(50 * 50);
    seeds[25 * 50 + 25] = 1;
    const distance = chamferDistance(seeds, 50, 50);
    expect(distance[25 * 50 + 35] / chamferUnit).toBe(10);
    expect(distance[35 * 50 + 35] / chamferUnit).toBeCloseTo(Math.SQRT2 * 10, -1);
  });

  test("to a border is that to the nearest pixel beside another label or on the rim, whatever the width", () => {
    for (const width of [1, 2, 7, 8, 9, 33]) {
      const height = 11;
      const labels = Int32Array.from(plane(width, height, (x, y) => Number(x > 5) + 2 * Number(y > 6 && x > 2)));
      const beside = Uint8Array.from(plane(width, height, (x, y) => Number(isAtBorder(labels, width, height, x, y))));
      const fromMiddles = chamferDistance(beside, width, height).map((value) => value + 2);
      expect(distanceToBorder(labels, width, height)).toEqual(fromMiddles);
    }
  });
});

describe("closing", () => {
  test("fills what is narrower than the square and leaves what is wider", () => {
    const dark = plane(60, 40, (x) => ((x >= 10 && x < 14) || (x >= 30 && x < 50) ? 0 : 100));
    const out = closing(dark, 60, 40, 5);
    expect(out[20 * 60 + 12]).toBe(100);
    expect(out[20 * 60 + 40]).toBe(0);
    expect(out[20 * 60 + 30]).toBe(0);
  });
});

describe("thin", () => {
  test("a bar becomes a line one pixel wide, a ring stays a ring", () => {
    const size = 60;
    const bar = Uint8Array.from(plane(size, size, (x, y) => (x > 10 && x < 50 && y > 25 && y < 32 ? 1 : 0)));
    const line = thin(bar, size, size);
    for (let x = 20; x < 40; x++) {
      let across = 0;
      for (let y = 0; y < size; y++) across += line[y * size + x];
      expect(across).toBe(1);
    }
    const ring = Uint8Array.from(plane(size, size, (x, y) => (Math.abs(Math.hypot(x - 30, y - 30) - 18) < 3 ? 1 : 0)));
    const thinned = thin(ring, size, size);
    const inside = relabelPieces(Int32Array.from(thinned), size, size);
    expect(thinned[30 * size + 30]).toBe(0);
    expect(inside.labels[30 * size + 30]).not.toBe(inside.labels[0]);
  });
});

test("pieces of random label maps are those that a flood finds, in the order of their first pixels", () => {
  let seed = 1;
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    return (seed >> 8) % below;
  };
  for (let map = 0; map < 300; map++) {
    const [width, height, kinds] = [1 + random(12), 1 + random(12), 1 + random(4)];
    const labels = Int32Array.from({ length: width * height }, () => random(kinds));
    expect(relabelPieces(labels, width, height)).toEqual(floodedPieces(labels, width, height));
  }
});

function floodedPieces(labels: Int32Array, width: number, height: number) {
  const pieces = new Int32Array(labels.length).fill(-1);
  const areas: number[] = [];
  const flood = (x: number, y: number, label: number): void => {
    const i = y * width + x;
    if (x < 0 || y < 0 || x >= width || y >= height || pieces[i] >= 0 || labels[i] !== label) return;
    pieces[i] = areas.length - 1;
    areas[areas.length - 1]++;
    flood(x + 1, y, label);
    flood(x - 1, y, label);
    flood(x, y + 1, label);
    flood(x, y - 1, label);
  };
  for (let i = 0; i < labels.length; i++) {
    if (pieces[i] >= 0) continue;
    areas.push(0);
    flood(i % width, Math.floor(i / width), labels[i]);
  }
  return { labels: pieces, count: areas.length, areas: Int32Array.from(areas) };
}

test("small components go, large ones stay", () => {
  const mask = Uint8Array.of(1, 0, 0, 1, 1, 0, 0, 0, 1, 1);
  expect(dropSmallComponents(mask, 5, 2, 2)).toBe(1);
  expect(Array.from(mask)).toEqual([0, 0, 0, 1, 1, 0, 0, 0, 1, 1]);
});

test("paintOver takes the nearest colour from either side", () => {
  const L = plane(21, 5, (x) => (x < 8 ? 20 : x > 12 ? 80 : 0));
  const mask = Uint8Array.from(plane(21, 5, (x) => (x >= 8 && x <= 12 ? 1 : 0)));
  const zero = new Float32Array(105);
  const out = paintOver({ width: 21, height: 5, L, a: zero, b: zero }, mask);
  expect(out.L[2 * 21 + 9]).toBe(20);
  expect(out.L[2 * 21 + 11]).toBe(80);
});
