import { expect, test } from "vitest";
import { twoScaleGradient } from "@/lib/pipelines/coloring/kernels/gradient";
import type { Lab } from "@/lib/pipelines/coloring/kernels/lab";
import { kernels } from "@/lib/pipelines/coloring/kernels/planes/workbench";
import { mergeRegions, type Price } from "@/lib/pipelines/coloring/regions/merging";
import type { Partition } from "@/lib/pipelines/coloring/regions/watershed";

const width = 66;
const height = 49;

/** Numbers from 0 to 1 that are the same every time (Park and Miller 1988). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

function pictureOf({ labels, count }: Partition, seed: number): Lab {
  const next = numbers(seed);
  const plane = (range: number) => {
    const shades = Array.from({ length: count }, () => range * next());
    return Float32Array.from(labels, (label) => shades[label] + next());
  };
  return { width, height, L: plane(100), a: plane(40), b: plane(40) };
}

/** Regions smaller than this may merge, and cost what they differ by, the less the smaller they are. */
const smallPrice = (area: number): Price => ({ set: () => kernels.priceSmall(area, 0), traits: null });

/** The same merges by looking through all borders again and again. */
function mergesByHand({ labels, count }: Partition, lab: Lab, area: number): { kept: number[]; gone: number[] } {
  const gradient = twoScaleGradient(lab, 1.5);
  const regions = Array.from({ length: count }, () => ({ area: 0, L: 0, a: 0, b: 0 }));
  labels.forEach((label, i) => {
    regions[label].area++;
    for (const channel of ["L", "a", "b"] as const) regions[label][channel] += lab[channel][i];
  });
  let borders: { ends: number[]; strength: number; across: number; down: number; believed: number }[] = [];
  const borderOf = (one: number, other: number) => {
    const known = borders.find(({ ends }) => ends.includes(one) && ends.includes(other));
    if (known) return known;
    const ends = [Math.min(one, other), Math.max(one, other)];
    borders.push({ ends, strength: 0, across: 0, down: 0, believed: 0 });
    return borders[borders.length - 1];
  };
  labels.forEach((label, i) => {
    if ((i + 1) % width && labels[i + 1] !== label) {
      const border = borderOf(label, labels[i + 1]);
      border.strength += Math.max(gradient.x[i], gradient.x[i + 1]);
      border.across++;
    }
    if (i + width < labels.length && labels[i + width] !== label) {
      const border = borderOf(label, labels[i + width]);
      border.strength += Math.max(gradient.y[i], gradient.y[i + width]);
      border.down++;
    }
  });
  const price = ({ ends, strength, across, down }: (typeof borders)[0]) => {
    const [one, other] = ends.map((end) => regions[end]);
    const apart = (["L", "a", "b"] as const).map((channel) => one[channel] / one.area - other[channel] / other.area);
    const difference = strength / Math.hypot(across, down) + Math.hypot(...apart);
    return difference * Math.sqrt(Math.min(one.area, other.area) / area);
  };
  for (const border of borders) border.believed = price(border);
  const merges: { kept: number[]; gone: number[] } = { kept: [], gone: [] };
  while (borders.length) {
    const border = borders.reduce((least, one) => (one.believed < least.believed ? one : least));
    const now = price(border);
    if (now > border.believed) {
      border.believed = now;
      continue;
    }
    const [from, to] = border.ends;
    const countOf = (region: number) => borders.filter(({ ends }) => ends.includes(region)).length;
    const [kept, gone] = countOf(from) >= countOf(to) ? [from, to] : [to, from];
    merges.kept.push(kept);
    merges.gone.push(gone);
    for (const channel of ["area", "L", "a", "b"] as const) regions[kept][channel] += regions[gone][channel];
    borders = borders.filter((one) => one !== border);
    for (const moved of borders.filter(({ ends }) => ends.includes(gone))) {
      const other = moved.ends[0] === gone ? moved.ends[1] : moved.ends[0];
      const twin = borders.find(({ ends }) => ends.includes(kept) && ends.includes(other));
      if (twin) {
        twin.strength += moved.strength;
        twin.across += moved.across;
        twin.down += moved.down;
        twin.believed = price(twin);
        borders = borders.filter((one) => one !== moved);
      } else {
        moved.ends = moved.ends.map((end) => (end === gone ? kept : end));
        moved.believed = price(moved);
      }
    }
  }
  return merges;
}

test("regions merge in the order that looking through all borders again and again gives", () => {
  const across = Math.ceil(width / 6);
  const labels = Int32Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    return across * Math.floor(y / 5) + Math.floor((x + (y % 3)) / 6);
  });
  const partition = { labels, count: across * Math.ceil(height / 5) + 1 };
  const lab = pictureOf(partition, 7);
  const byHand = mergesByHand(partition, lab, 1e6);
  const merges = mergeRegions(partition, { lab, gradient: twoScaleGradient(lab, 1.5) }, smallPrice(1e6));
  expect([...merges.kept]).toEqual(byHand.kept);
  expect([...merges.gone]).toEqual(byHand.gone);
  expect(merges.count).toBeGreaterThan(90);
});

test("regions in many pieces, of which each touches each, come to be one too", () => {
  const next = numbers(3);
  const labels = Int32Array.from({ length: width * height }, () => Math.floor(40 * next()));
  const partition = { labels, count: 40 };
  const lab = pictureOf(partition, 5);
  const merges = mergeRegions(partition, { lab, gradient: twoScaleGradient(lab, 1.5) }, smallPrice(1e6));
  expect(merges.count).toBe(39);
  expect(new Set(merges.gone).size).toBe(39);
});

test("what the price forbids stays apart", () => {
  const labels = Int32Array.from({ length: width * height }, (_, i) => Math.floor((3 * (i % width)) / width));
  const lab = pictureOf({ labels, count: 3 }, 9);
  const merges = mergeRegions({ labels, count: 3 }, { lab, gradient: twoScaleGradient(lab, 1.5) }, smallPrice(100));
  expect(merges.count).toBe(0);
});
