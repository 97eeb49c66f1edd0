import { describe, expect, test } from "vitest";
import { type DetailAim, detailAims } from "@/lib/pipelines/coloring/detail-aims";
import { twoScaleGradient } from "@/lib/pipelines/coloring/kernels/gradient";
import type { Lab } from "@/lib/pipelines/coloring/kernels/lab";
import { absorbSmall } from "@/lib/pipelines/coloring/regions/absorb";
import { aimForMore } from "@/lib/pipelines/coloring/regions/enough";
import {
  buildHierarchy,
  countRegions,
  cutAt,
  mergeWeights,
  thresholdFor,
} from "@/lib/pipelines/coloring/regions/hierarchy";
import { modeFilter } from "@/lib/pipelines/coloring/regions/mode-filter";
import { watershed } from "@/lib/pipelines/coloring/regions/watershed";

/** Three upright stripes of L 20, 50 and 90 with a slow ramp in the last. */
const width = 120;
const height = 80;
function stripes(): Lab {
  const L = new Float32Array(width * height);
  for (let i = 0; i < L.length; i++) {
    const x = i % width;
    L[i] = x < 40 ? 20 : x < 80 ? 50 : 90 - 0.02 * (x - 80);
  }
  return { width, height, L, a: new Float32Array(L.length), b: new Float32Array(L.length) };
}

function treeOf(lab: Lab) {
  const gradient = twoScaleGradient(lab, 1.5);
  const basins = watershed(gradient.magnitude, width, height);
  return { gradient, basins, tree: buildHierarchy(basins, { lab, gradient }) };
}

describe("watershed", () => {
  test("labels every pixel, borders on the ridge", () => {
    const { basins } = treeOf(stripes());
    expect(Math.min(...basins.labels)).toBe(0);
    expect(Math.max(...basins.labels)).toBe(basins.count - 1);
    const row = 40 * width;
    expect(basins.labels[row + 20]).not.toBe(basins.labels[row + 60]);
    expect(basins.labels[row + 38]).not.toBe(basins.labels[row + 41]);
  });

  test("a flat picture is one basin", () => {
    expect(watershed(new Float32Array(400), 20, 20)).toEqual({ labels: new Int32Array(400), count: 1 });
  });
});

describe("hierarchy", () => {
  test("heights never fall towards the root and areas add up", () => {
    const { tree } = treeOf(stripes());
    for (let node = 0; node < tree.nodes; node++) {
      const parent = tree.parent[node];
      if (parent >= 0) expect(tree.height[parent]).toBeGreaterThanOrEqual(tree.height[node]);
    }
    expect(tree.area[tree.nodes - 1]).toBe(width * height);
  });

  test("the stripes are the last to merge, the ramp is none", () => {
    const { tree } = treeOf(stripes());
    expect(countRegions(tree, 6, 50)).toBe(3);
    expect(cutAt(tree, 6).count).toBe(3);
    expect(cutAt(tree, Number.POSITIVE_INFINITY).count).toBe(1);
  });

  test("the threshold leaves at most as many regions as asked for", () => {
    const { tree } = treeOf(stripes());
    expect(countRegions(tree, thresholdFor(tree, { fewest: 1, most: 2, faintest: 1, faintestOfFew: 1 }, 50), 50)).toBe(
      2,
    );
    expect(thresholdFor(tree, { fewest: 1, most: 100, faintest: 6, faintestOfFew: 4 }, 50)).toBe(6);
    expect(thresholdFor(tree, { fewest: 90, most: 100, faintest: 6, faintestOfFew: 4 }, 50)).toBe(4);
  });
});

test("a simple page parts large faint things before small strong ones, a detailed one the other way round", () => {
  const regionOf = ({ fewest, ...aim }: Pick<DetailAim, "fewest" | "referenceShare">) => {
    const lab = wallWithCrumb();
    const gradient = twoScaleGradient(lab, 1.5);
    const basins = watershed(gradient.magnitude, width, height);
    const tree = buildHierarchy(basins, { lab, gradient }, { ...mergeWeights, ...aim });
    const { regionOf } = cutAt(tree, thresholdFor(tree, { fewest, most: 2, faintest: 1, faintestOfFew: 1 }, 1));
    return (x: number, y: number) => regionOf[basins.labels[y * width + x]];
  };
  const simple = regionOf({ fewest: 2, referenceShare: detailAims.simple.referenceShare });
  expect(simple(20, 10)).not.toBe(simple(100, 10));
  expect(simple(30, 40)).toBe(simple(20, 10));
  const detailed = regionOf({ fewest: 2, referenceShare: detailAims.detailed.referenceShare });
  expect(detailed(20, 10)).toBe(detailed(100, 10));
  expect(detailed(30, 40)).not.toBe(detailed(20, 10));
});

/** Two walls that meet in a step of 14 units of L, and a square as wide as a twelfth of them on one, 22 units darker. */
function wallWithCrumb(): Lab {
  const L = Float32Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    if (Math.abs(x - 30) < 5 && Math.abs(y - 40) < 5) return 38;
    return x < 60 ? 60 : 74;
  });
  return { width, height, L, a: new Float32Array(L.length), b: new Float32Array(L.length) };
}

describe("a page with too few cells", () => {
  const { tree } = treeOf(stripes());
  const aim = { fewest: 1, most: 2, faintest: 40, faintestOfFew: 40 };
  /** Where all has merged into one. */
  const threshold = tree.height[tree.nodes - 1];
  const shortage = { threshold, cells: 1, fewestCells: 2, faintestOfAll: 6 };

  test("is drawn again with fainter borders, as many as it lacks", () => {
    const more = aimForMore(tree, aim, 50, shortage);
    expect(more && countRegions(tree, thresholdFor(tree, more, 50), 50)).toBe(3);
  });

  test("stays as it is where even the faintest borders would not make up for it", () => {
    expect(aimForMore(tree, aim, 50, { ...shortage, fewestCells: 9 })).toBeNull();
  });

  test("is none when it has enough", () => {
    expect(aimForMore(tree, aim, 50, { ...shortage, cells: 2 })).toBeNull();
  });
});

test("absorbSmall merges a crumb into the neighbour it is most like", () => {
  const lab = stripes();
  const labels = Int32Array.from(lab.L, (_, i) => {
    const x = i % width;
    const y = Math.floor(i / width);
    if (x >= 74 && x < 80 && y > 30 && y < 36) return 3;
    return x < 40 ? 0 : x < 80 ? 1 : 2;
  });
  const out = absorbSmall(
    { labels, count: 4 },
    { lab, gradient: twoScaleGradient(lab, 1.5) },
    { area: 100, radius: 3 },
  );
  expect(out.count).toBe(3);
  expect(out.labels[33 * width + 76]).toBe(out.labels[33 * width + 60]);
});

test("modeFilter takes away a hair and keeps a straight border", () => {
  const labels = Int32Array.from({ length: 40 * 40 }, (_, i) => {
    const x = i % 40;
    const y = Math.floor(i / 40);
    return x >= 20 || (y === 20 && x > 10) ? 1 : 0;
  });
  const out = modeFilter(modeFilter(labels, 40, 40, 3), 40, 40, 3);
  expect(out[20 * 40 + 14]).toBe(0);
  for (let y = 5; y < 15; y++) expect([out[y * 40 + 19], out[y * 40 + 20]]).toEqual([0, 1]);
});
