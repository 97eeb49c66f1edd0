import { describe, expect, test } from "vitest";
import { standOut } from "@/lib/pipelines/coloring/kernels/bustle";
import { deepestOf, distanceToBorder } from "@/lib/pipelines/coloring/kernels/distance";
import type { Gradient } from "@/lib/pipelines/coloring/kernels/gradient";
import { halve, halved, layEnlarged } from "@/lib/pipelines/coloring/kernels/half";
import { toLab } from "@/lib/pipelines/coloring/kernels/lab";
import { pixelsOf } from "@/lib/pipelines/coloring/kernels/mask";
import { intsAt, kernels, layOut, planeAt, whileKept } from "@/lib/pipelines/coloring/kernels/planes/workbench";
import { colourValues, toRgb } from "@/lib/pipelines/coloring/kernels/rgb";
import { thinRidges } from "@/lib/pipelines/coloring/kernels/ridges";
import { judgeInk } from "@/lib/pipelines/coloring/lines/ink-evidence";
import { spreadWithin, trimTails } from "@/lib/pipelines/coloring/regions/tails";
import { watershed } from "@/lib/pipelines/coloring/regions/watershed";
import { sharesOf } from "@/lib/pipelines/coloring/subject/gains";

const sizes = [
  [1, 1],
  [2, 5],
  [3, 3],
  [5, 8],
  [8, 4],
  [17, 9],
  [33, 21],
];

/** Numbers from 0 to 1 that are the same every time (Park and Miller 1988). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

function noise(length: number, seed: number, range = 1): Float32Array {
  const next = numbers(seed);
  return Float32Array.from({ length }, () => range * next());
}

const zero = (length: number) => new Float32Array(length);
const within = (value: number, length: number) => Math.min(length - 1, Math.max(0, value));

test("half the resolution and back is worked in doubles and rounded once", () => {
  for (const [width, height] of sizes) {
    const plane = noise(width * height, 5, 100);
    const [across, down] = [halved(width), halved(height)];
    const half = Float32Array.from({ length: across * down }, (_, i) => {
      const [left, top] = [2 * (i % across), 2 * Math.floor(i / across)];
      const [right, bottom] = [within(left + 1, width), within(top + 1, height)];
      const at = (x: number, y: number) => plane[y * width + x];
      return 0.25 * (at(left, top) + at(right, top) + at(left, bottom) + at(right, bottom));
    });
    expect(halve(plane, width, height)).toEqual(half);
    const [enlarged] = layEnlarged(half, width, height);
    const back = Float32Array.from({ length: width * height }, (_, i) => {
      const [x, y] = [i % width, Math.floor(i / width)];
      const mixed = (column: number) => {
        const own = half[(y >> 1) * across + within(column, across)];
        return Math.fround(
          0.75 * own + 0.25 * half[within((y >> 1) + (y & 1 ? 1 : -1), down) * across + within(column, across)],
        );
      };
      return 0.75 * mixed(x >> 1) + 0.25 * mixed((x >> 1) + (x & 1 ? 1 : -1));
    });
    expect(planeAt(enlarged, width * height)).toEqual(back);
  }
});

test("ridges are where the gradient is largest along its own direction", () => {
  for (const [width, height] of sizes) {
    const n = width * height;
    const gradient: Gradient = {
      x: noise(n, 1, 10),
      y: noise(n, 2, 10),
      magnitude: noise(n, 3, 6),
      slant: Uint8Array.from(noise(n, 4), (value) => Math.round(value)),
    };
    const { x: gx, y: gy, magnitude, slant } = gradient;
    const ridges = magnitude.map((here, i) => {
      const [x, y] = [i % width, Math.floor(i / width)];
      if (x < 1 || y < 1 || x >= width - 1 || y >= height - 1 || here < 2) return 0;
      const isAcross = gx[i] > gy[i];
      const side = isAcross ? 1 : width;
      const corner = slant[i] ? width + 1 : isAcross ? 1 - width : width - 1;
      const part = isAcross ? gy[i] / gx[i] : gx[i] / gy[i];
      const between = (sign: number) =>
        magnitude[i + sign * side] + part * (magnitude[i + sign * corner] - magnitude[i + sign * side]);
      return here >= between(1) && here > between(-1) ? here : 0;
    });
    expect(thinRidges(gradient, width, height)).toEqual(ridges);
  }
});

test("lines stand out by what they are above the bustle of their place", () => {
  for (const [width, height] of sizes) {
    const stride = (width + 3) >> 2;
    const plane = noise(stride * ((height + 3) >> 2), 6, 5);
    const values = noise(width * height, 7, 10).map((value) => (value > 3 ? value : 0));
    const rest = values.map((value, i) => {
      const [x, y] = [i % width, Math.floor(i / width)];
      return Math.max(0, value - 0.7 * plane[(y >> 2) * stride + (x >> 2)]);
    });
    expect(standOut(values, width, height, { plane, stride }, 0.7)).toEqual(rest);
  }
});

test("what of a picture is calm is what hardly differs from its neighbours", () => {
  const [width, height] = [31, 19];
  const lab = { width, height, L: noise(width * height, 8, 3), a: zero(width * height), b: zero(width * height) };
  const ink = Uint8Array.from(noise(width * height, 9), (value) => Number(value > 0.8));
  let [calm, paper, drawn] = [0, 0, 0];
  for (let y = 3; y < height - 3; y++) {
    for (let x = 3, i = y * width + 3; x < width - 3; x++, i++) {
      if (ink[i]) {
        drawn++;
        continue;
      }
      paper++;
      const { L } = lab;
      if (Math.abs(L[i + 1] - L[i]) < 1.25 && Math.abs(L[i + width] - L[i]) < 1.25) calm++;
    }
  }
  const found = judgeInk(lab, ink, zero(width * height).fill(90), { noise: 0.5, grain: 1, isLossy: false });
  expect(found.calm).toBe(calm / paper);
  expect(found.share).toBe(drawn / (paper + drawn));
});

test("the pixels of a mask are listed in order", () => {
  for (const [width, height] of sizes) {
    const mask = Uint8Array.from(noise(width * height, 10), (value) => Number(value > 0.6));
    expect([...pixelsOf(mask)]).toEqual([...mask.keys()].filter((i) => mask[i]));
  }
});

describe("a partition", () => {
  const [width, height] = [37, 23];
  const labels = Int32Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    return Number(x > 15 + 3 * Math.sin(y)) + 2 * Number(y > 11 && x > 7);
  });
  const partition = { labels, count: 4 };

  test("has its greatest depths", () => {
    const distance = distanceToBorder(labels, width, height).slice();
    const deepest = new Uint16Array(4);
    for (const [i, label] of labels.entries()) deepest[label] = Math.max(deepest[label], distance[i]);
    expect(deepestOf(distanceToBorder(labels, width, height), partition).deepest).toEqual(deepest);
  });

  test("has distances from what is not listed, within each label", () => {
    const listed = Int32Array.from([...labels.keys()].filter((i) => i % 5 && i % 7));
    const open = new Set(listed);
    const way = Array.from(labels, (_, i) => (open.has(i) ? Number.POSITIVE_INFINITY : 0));
    for (let changed = true; changed; ) {
      changed = false;
      for (const i of listed) {
        for (const [dx, dy] of [-1, 0, 1].flatMap((y) => [-1, 0, 1].map((x) => [x, y]))) {
          const [x, y] = [(i % width) + dx, Math.floor(i / width) + dy];
          if (x < 0 || y < 0 || x >= width || y >= height || labels[y * width + x] !== labels[i]) continue;
          const reached = way[y * width + x] + (dx && dy ? 4 : 3);
          if (reached >= way[i]) continue;
          way[i] = reached;
          changed = true;
        }
      }
    }
    const { distances } = spreadWithin(labels, listed, width, height);
    expect(Array.from(intsAt(distances, labels.length))).toEqual(way);
  });

  test("loses a tail to what lies beside it", () => {
    const tailed = new Int32Array(40 * 30);
    for (let y = 5; y < 25; y++) tailed.fill(1, y * 40 + 3, y * 40 + 20);
    for (let y = 14; y < 16; y++) tailed.fill(1, y * 40 + 20, y * 40 + 36);
    const trimmed = trimTails({ labels: tailed, count: 2 }, 40, 30, 4).labels;
    expect(trimmed[15 * 40 + 33]).toBe(0);
    expect(trimmed[15 * 40 + 10]).toBe(1);
  });

  test("belongs to the subject by the share of its pixels that do", () => {
    const stride = (width + 3) >> 2;
    const plane = noise(stride * ((height + 3) >> 2), 11);
    const subject = { plane, stride, width, share: 0.5, certainty: 1 };
    const [sums, areas] = [new Float64Array(4), new Float64Array(4)];
    for (const [i, label] of labels.entries()) {
      sums[label] += plane[(Math.floor(i / width) >> 2) * stride + ((i % width) >> 2)];
      areas[label]++;
    }
    const shares = sharesOf(subject, partition);
    for (let label = 0; label < 4; label++) expect(shares[label]).toBeCloseTo(sums[label] / areas[label], 5);
  });
});

/** The same by one list a level, a pixel taken from its front. */
function floodedByHand(height: Float32Array, width: number, rows: number): { labels: number[]; count: number } {
  const top = Math.max(...height);
  const scale = 2047 / top;
  const counts = new Array<number>(2048).fill(0);
  for (const value of height) counts[Math.floor(value * scale)]++;
  let bin = 2047;
  for (let above = height.length * 0.005; bin > 0 && above >= counts[bin]; bin--) above -= counts[bin];
  const step = (bin + 1) / scale / 255;
  const levels = Array.from(height, (value) => Math.min(255, Math.floor(value * (1 / step))));
  const beside = (i: number) =>
    [
      i % width > 0 ? i - 1 : -1,
      i % width < width - 1 ? i + 1 : -1,
      i - width,
      i + width < width * rows ? i + width : -1,
    ].filter((other) => other >= 0);
  const labels = levels.map(() => -1);
  let count = 0;
  const seen = new Set<number>();
  for (const start of levels.keys()) {
    if (seen.has(start)) continue;
    const plateau = [start];
    seen.add(start);
    for (const pixel of plateau) {
      for (const other of beside(pixel)) {
        if (levels[other] !== levels[start] || seen.has(other)) continue;
        seen.add(other);
        plateau.push(other);
      }
    }
    if (plateau.some((pixel) => beside(pixel).some((other) => levels[other] < levels[start]))) continue;
    for (const pixel of plateau) labels[pixel] = count;
    count++;
  }
  const queues = Array.from({ length: 256 }, () => [] as number[]);
  const queued = new Set<number>();
  const queueBeside = (pixel: number, level: number) => {
    for (const other of beside(pixel)) {
      if (labels[other] >= 0 || queued.has(other)) continue;
      queued.add(other);
      queues[Math.max(level, levels[other])].push(other);
    }
  };
  for (const pixel of labels.keys()) if (labels[pixel] >= 0) queueBeside(pixel, 0);
  for (const [level, queue] of queues.entries()) {
    for (const pixel of queue) {
      const labelled = beside(pixel).filter((other) => labels[other] >= 0);
      labels[pixel] = labels[labelled.reduce((best, other) => (levels[other] < levels[best] ? other : best))];
      queueBeside(pixel, level);
    }
  }
  return { labels, count };
}

test("basins are those of a flood by hand, on reliefs of many minima and of few, with long queues and short ones", () => {
  for (const [index, [width, rows]] of [...sizes, [64, 60]].entries()) {
    for (const steps of [2, 5, 300]) {
      const relief = noise(width * rows, 12 + index, steps).map(Math.floor);
      const smooth = relief.map((value, i) => value + ((i % width) + Math.floor(i / width)) / 4);
      for (const height of [relief, smooth]) {
        if (Math.max(...height) === 0) continue;
        const { labels, count } = watershed(height, width, rows);
        expect({ labels: Array.from(labels), count }).toEqual(floodedByHand(height, width, rows));
      }
    }
  }
});

test("colours come back from CIELAB as they went", () => {
  const rgb = Uint8Array.from(noise(3 * 50, 13), (value) => Math.floor(256 * value));
  const { L, a, b } = toLab(rgb, 50, 1);
  const back = toRgb(51, -1, (colours) => {
    for (let i = 0; i < 50; i++) colours.set([L[i], a[i], b[i], 2], colourValues * i);
  });
  for (let i = 0; i < rgb.length; i++) expect((back[i] + 1) / 2).toBeCloseTo(rgb[i] / 255, 1.5);
  expect(back.subarray(150)).toEqual(Float32Array.of(-1, -1, -1));
});

test("what is kept in the kernels' memory stays, whatever is laid out meanwhile, or it is said", () => {
  const kept = whileKept(100, (address) => {
    planeAt(address, 100).fill(7);
    const [other] = layOut(900);
    planeAt(other, 900).fill(1);
    return planeAt(address, 100).slice();
  });
  expect(kept).toEqual(new Float32Array(100).fill(7));
  const more = kernels.memory.buffer.byteLength;
  expect(() => whileKept(100, () => layOut(more))).toThrow("too many");
  expect(layOut(1)).toEqual(layOut(1));
});
