import { describe, expect, test } from "vitest";
import { twoScaleGradient } from "@/lib/pipelines/coloring/kernels/gradient";
import type { Lab } from "@/lib/pipelines/coloring/kernels/lab";
import { dropCramped } from "@/lib/pipelines/coloring/lines/cells";
import type { LineGraph } from "@/lib/pipelines/coloring/lines/line-graph";
import { mergeShades } from "@/lib/pipelines/coloring/regions/shades";
import { trimTails } from "@/lib/pipelines/coloring/regions/tails";

const side = 60;
const at = (x: number, y: number) => y * side + x;
const picture = (value: (x: number, y: number) => number): Int32Array =>
  Int32Array.from({ length: side * side }, (_, i) => value(i % side, Math.floor(i / side)));

describe("tails of regions", () => {
  /** A ball at 20, 30 with a tail of `thick` pixels to the right, on paper. */
  const ballWithTail = (thick: number) =>
    picture((x, y) => {
      const isTail = x >= 20 && x < 55 && y >= 30 && y < 30 + thick;
      return isTail || Math.hypot(x - 20, y - 30) < 12 ? 1 : 0;
    });

  test("a tail too narrow for a crayon goes to the paper, the ball stays", () => {
    const labels = ballWithTail(2);
    const out = trimTails({ labels, count: 2 }, side, side, 5);
    expect(labels[at(50, 30)]).toBe(1);
    expect(out.labels[at(50, 30)]).toBe(0);
    expect(out.labels[at(20, 30)]).toBe(1);
    expect(out.labels[at(20, 20)]).toBe(1);
    expect(out.count).toBe(2);
  });

  test("an arm wide enough stays", () => {
    const labels = ballWithTail(14);
    expect(trimTails({ labels, count: 2 }, side, side, 5).labels[at(48, 36)]).toBe(1);
  });

  test("the picture that came in is not changed", () => {
    const labels = ballWithTail(2);
    trimTails({ labels, count: 2 }, side, side, 5);
    expect(labels).toEqual(ballWithTail(2));
  });
});

describe("shades of what a pen drew", () => {
  const inSquare = (x: number, y: number) => x >= 10 && x < 50 && y >= 10 && y < 50;
  const outline = Uint8Array.from(
    picture((x, y) => (inSquare(x, y) && !(x >= 12 && x < 48 && y >= 12 && y < 48) ? 1 : 0)),
  );
  /** A square drawn by a pen, its left half of one colour, its right of another, on white. */
  const square = (left: Colour, right: Colour) => {
    const labels = picture((x, y) => (inSquare(x, y) ? (x < 30 ? 1 : 2) : 0));
    const colours = [{ L: 100, a: 0, b: 0 }, left, right];
    const channel = (name: keyof Colour) => Float32Array.from(labels, (label) => colours[label][name]);
    const lab: Lab = { width: side, height: side, L: channel("L"), a: channel("a"), b: channel("b") };
    return mergeShades({ labels, count: 3 }, { lab, gradient: twoScaleGradient(lab, 1.5) }, outline);
  };
  interface Colour {
    L: number;
    a: number;
    b: number;
  }

  test("the light and the shaded side of a red ball are one region", () => {
    const { labels } = square({ L: 60, a: 50, b: 30 }, { L: 45, a: 42, b: 25 });
    expect(labels[at(20, 30)]).toBe(labels[at(40, 30)]);
  });

  test("red beside green stays two", () => {
    const { labels } = square({ L: 55, a: 40, b: 20 }, { L: 55, a: -10, b: 20 });
    expect(labels[at(20, 30)]).not.toBe(labels[at(40, 30)]);
  });

  test("a black stripe on a white one stays two: far apart is no shade", () => {
    const { labels } = square({ L: 20, a: 0, b: 0 }, { L: 90, a: 0, b: 0 });
    expect(labels[at(20, 30)]).not.toBe(labels[at(40, 30)]);
  });

  test("white within an outline is not the paper round it", () => {
    const white = new Float32Array(side * side).fill(100);
    const none = new Float32Array(side * side);
    const lab: Lab = { width: side, height: side, L: white, a: none, b: none };
    const sheet = { labels: picture(() => 0), count: 1 };
    const { labels } = mergeShades(sheet, { lab, gradient: twoScaleGradient(lab, 1.5) }, outline);
    expect(labels[at(20, 30)]).not.toBe(labels[at(2, 2)]);
  });
});

describe("cells between lines", () => {
  /** The edge of the picture is a border; upright lines at these x run from top to bottom. */
  const borders = Uint8Array.from(picture((x, y) => (x === 0 || y === 0 || x === side - 1 || y === side - 1 ? 1 : 0)));
  const upright = (...places: number[]): LineGraph => {
    const vertices = places.length * side;
    return {
      x: Float32Array.from({ length: vertices }, (_, i) => places[Math.floor(i / side)] + 0.5),
      y: Float32Array.from({ length: vertices }, (_, i) => (i % side) + 0.5),
      fixed: new Uint8Array(vertices),
      softness: new Float32Array(vertices),
      chains: places.map((_, k) => Int32Array.from({ length: side }, (_, i) => k * side + i)),
    };
  };
  const limits = { radius: 4, most: 100, twig: 2, shortest: 5 };
  const keptFrom = (lines: LineGraph, asked = limits) =>
    dropCramped(lines, borders, side, side, asked).chains.map((chain) => lines.x[chain[0]] - 0.5);

  test("a line through the middle of the room stays", () => {
    expect(keptFrom(upright(30))).toEqual([30]);
  });

  test("a line that leaves only a sliver beside the border goes, the one with room stays", () => {
    expect(keptFrom(upright(4, 30))).toEqual([30]);
  });

  test("texture, line beside line, goes altogether", () => {
    expect(keptFrom(upright(26, 29, 32))).toEqual([]);
  });

  test("with more cells than asked for, larger ones are given up too", () => {
    const crowded = upright(14, 29, 44);
    const roomy = { ...limits, radius: 6.5 };
    expect(keptFrom(crowded, roomy)).toHaveLength(3);
    expect(keptFrom(crowded, { ...roomy, most: 2 }).length).toBeLessThan(3);
  });

  test("no line, no work: nothing comes out of nothing", () => {
    expect(keptFrom(upright())).toEqual([]);
  });
});
