import { describe, expect, test } from "vitest";
import { type Bustle, bustleOf, standOut } from "@/lib/pipelines/coloring/kernels/bustle";
import { dilate } from "@/lib/pipelines/coloring/kernels/dilate";
import { blur } from "@/lib/pipelines/coloring/kernels/gaussian";
import { twoScaleGradient } from "@/lib/pipelines/coloring/kernels/gradient";
import { halve, layEnlarged } from "@/lib/pipelines/coloring/kernels/half";
import type { Lab } from "@/lib/pipelines/coloring/kernels/lab";
import { lastingSteps } from "@/lib/pipelines/coloring/kernels/lasting";
import { heedMiddle } from "@/lib/pipelines/coloring/kernels/middle";
import { planeAt } from "@/lib/pipelines/coloring/kernels/planes/workbench";
import { thinRidges } from "@/lib/pipelines/coloring/kernels/ridges";
import { bridgeEnds } from "@/lib/pipelines/coloring/lines/bridge";
import { chooseDetails } from "@/lib/pipelines/coloring/lines/details";
import { isClosed } from "@/lib/pipelines/coloring/lines/line-graph";
import { traceSkeleton } from "@/lib/pipelines/coloring/lines/skeleton";
import { findSteps, salienceOf } from "@/lib/pipelines/coloring/lines/steps";

const width = 160;
const height = 120;

/** A grey picture from its lightness. */
function grey(light: (x: number, y: number) => number): Lab {
  const L = Float32Array.from({ length: width * height }, (_, i) => light(i % width, Math.floor(i / width)));
  return { width, height, L, a: new Float32Array(L.length), b: new Float32Array(L.length) };
}

/** Grass: as much change in every direction, the same every time. */
const grass = (x: number, y: number) => 50 + 12 * Math.sin(x * 1.3 + y * 0.7) * Math.cos(y * 1.1 - x * 0.4);

const step = (x: number, y: number) => (x + 0.3 * y < 80 ? 40 : 60);

function evidenceOf(lab: Lab) {
  const gradient = twoScaleGradient(lab, 1.5);
  const smooth = blur(lab.L, width, height, 1);
  return {
    width,
    height,
    unit: 1,
    creases: new Float32Array(lab.L.length),
    steps: findSteps(gradient, smooth, width, height, 1),
    bustle: bustleOf(gradient, width, height, 1),
  };
}

const limits = {
  creaseContrast: 8,
  stepContrast: 7,
  suppression: 0.5,
  shortest: 12,
  twin: 4,
  bridge: 10,
  mostSteps: 100,
  mostOpenEnds: 10,
};

const pixelsOf = (mask: ArrayLike<number>) => Array.from(mask).filter((value) => value > 0).length;

test("half the resolution and back keeps a ramp", () => {
  const lab = grey((x, y) => x + y);
  const half = halve(lab.L, width, height);
  const [enlarged] = layEnlarged(half, width, height);
  const row = planeAt(enlarged, width * height).subarray(31 * width);
  for (let x = 2; x < width - 2; x++) expect(row[x]).toBeCloseTo(x + 31, 4);
});

test("a mask grows by the reach on every side and stops at the edge", () => {
  const mask = new Uint8Array(10 * 10);
  mask[0] = mask[5 * 10 + 5] = 1;
  const grown = dilate(mask, 10, 10, 2);
  expect(pixelsOf(grown)).toBe(9 + 25);
  expect(grown[7 * 10 + 7]).toBe(1);
  expect(grown[8 * 10 + 7]).toBe(0);
});

test("a mask grows alike at every width and reach", () => {
  for (const [wide, high, reach] of [
    [1, 1, 1],
    [17, 5, 3],
    [40, 23, 11],
  ]) {
    const mask = Uint8Array.from({ length: wide * high }, (_, i) => (i % 53 === 0 ? 1 : 0));
    const near = (i: number) => mask.some((seed, at) => seed && isWithin(at, i, wide, reach));
    expect(dilate(mask, wide, high, reach)).toEqual(mask.map((_, i) => (near(i) ? 1 : 0)));
  }
});

const isWithin = (one: number, other: number, wide: number, reach: number): boolean =>
  Math.abs((one % wide) - (other % wide)) <= reach &&
  Math.abs(Math.floor(one / wide) - Math.floor(other / wide)) <= reach;

test("a step is thinned to one pixel across", () => {
  const ridges = thinRidges(twoScaleGradient(grey(step), 1.5), width, height);
  for (let y = 10; y < 110; y++) {
    const across = ridges.subarray(y * width, (y + 1) * width).filter((value) => value > 10).length;
    expect(across).toBeGreaterThanOrEqual(1);
    expect(across).toBeLessThanOrEqual(2);
  }
});

test("bustle is high in grass and low along a single outline", () => {
  const lab = grey((x, y) => (x < 60 ? grass(x, y) : x < 120 ? 50 : 80));
  const { plane, stride } = bustleOf(twoScaleGradient(lab, 1.5), width, height, 1);
  const at = (x: number, y: number) => plane[(y >> 2) * stride + (x >> 2)];
  expect(at(30, 60)).toBeGreaterThan(5 * at(120, 60));
});

test("bark is bustle too where only steps that last from afar are outlines, a lone edge beside it is not", () => {
  const lab = grey((x) => (x < 90 ? 50 + 20 * Math.sin(x / 1.5) : x < 150 ? 50 : 80));
  const gradient = twoScaleGradient(lab, 1.5);
  const at = ({ plane, stride }: Bustle, x: number) => plane[15 * stride + (x >> 2)];
  const seenClose = bustleOf(gradient, width, height, 1);
  const seenFromAfar = bustleOf(gradient, width, height, 1, lastingSteps(lab, 8));
  expect(at(seenFromAfar, 40)).toBeGreaterThan(5 * at(seenClose, 40));
  expect(at(seenFromAfar, 40)).toBeGreaterThan(5 * at(seenFromAfar, 150));
});

test("what goes on in the middle of a photo counts as bustle for less than in its corners", () => {
  const bustle = { plane: new Float32Array(101 * 61).fill(4), stride: 101 };
  heedMiddle(bustle);
  const at = (x: number, y: number) => bustle.plane[y * 101 + x];
  expect(at(50, 30)).toBeCloseTo(3);
  expect(at(0, 0)).toBeGreaterThan(2 * at(50, 30));
  expect(at(0, 0)).toBeCloseTo(at(100, 60));
  expect(at(20, 30)).toBeGreaterThan(at(40, 30));
});

test("standing out takes the bustle off and leaves nothing below zero", () => {
  const values = Float32Array.of(0, 5, 3, 1);
  const bustle = { plane: Float32Array.of(2), stride: 1 };
  expect(Array.from(standOut(values, 4, 1, bustle, 1))).toEqual([0, 3, 1, 0]);
});

describe("salience", () => {
  const lineOf = (at: (i: number) => [number, number], length: number) => {
    const x = Float32Array.from({ length }, (_, i) => at(i)[0]);
    const y = Float32Array.from({ length }, (_, i) => at(i)[1]);
    const chain = Int32Array.from({ length }, (_, i) => i);
    return {
      graph: { x, y, fixed: new Uint8Array(length), softness: new Float32Array(length), chains: [chain] },
      chain,
    };
  };
  const steps = new Float32Array(width * height).fill(10);
  const of = ({ graph, chain }: ReturnType<typeof lineOf>) => salienceOf(graph, chain, steps, width, 1);

  test("a long line stands out more than a short one, a straight one more than a winding one", () => {
    const long = of(lineOf((i) => [10 + i, 50], 100));
    const short = of(lineOf((i) => [10 + i, 50], 20));
    const winding = of(lineOf((i) => [10 + i, 50 + 4 * Math.sin(i)], 100));
    expect(long).toBeGreaterThan(short);
    expect(long).toBeGreaterThan(winding);
  });

  test("a straight line of usual length is worth its height", () => {
    expect(of(lineOf((i) => [10 + i, 50], 61))).toBeCloseTo(10, 3);
  });
});

describe("lines inside regions", () => {
  const none = new Uint8Array(width * height);

  test("a step that no border has is drawn once", () => {
    const { chains } = chooseDetails(evidenceOf(grey(step)), none, limits);
    expect(chains).toHaveLength(1);
    expect(chains[0].length).toBeGreaterThan(90);
  });

  test("where a border runs it is not drawn again", () => {
    const border = Uint8Array.from(none, (_, i) => {
      const x = (i % width) + 0.3 * Math.floor(i / width);
      return Math.abs(x - 80) < 1 ? 1 : 0;
    });
    expect(chooseDetails(evidenceOf(grey(step)), border, limits).chains).toHaveLength(0);
  });

  test("grass has none, and a page without room for open ends gets none", () => {
    expect(chooseDetails(evidenceOf(grey(grass)), none, { ...limits, suppression: 2 }).chains).toHaveLength(0);
    expect(chooseDetails(evidenceOf(grey(step)), none, { ...limits, mostOpenEnds: 0 }).chains).toHaveLength(0);
  });
});

test("an open end is led on to the line ahead of it, the other stays open", () => {
  const mask = new Uint8Array(60 * 40);
  for (let x = 10; x < 30; x++) mask[20 * 60 + x] = 1;
  const graph = traceSkeleton(mask, 60, 40);
  const drawn = Uint8Array.from(mask);
  for (let y = 5; y < 35; y++) drawn[y * 60 + 36] = 1;
  const { graph: bridged, open } = bridgeEnds(graph, drawn, 60, 40, 10);
  expect(Array.from(open)).toEqual([1]);
  const [chain] = bridged.chains;
  expect(isClosed(chain)).toBe(false);
  const ends = [bridged.x[chain[0]], bridged.x[chain[chain.length - 1]]].sort((one, other) => one - other);
  expect(ends).toEqual([10.5, 36.5]);
});
