import { describe, expect, test } from "vitest";
import { dotCurves, takeDots, withDots } from "@/lib/pipelines/coloring/lines/dots";
import { takeOutShapes } from "@/lib/pipelines/coloring/lines/ink-shapes";
import { measurePen } from "@/lib/pipelines/coloring/lines/pen-width";

const side = 80;
const ink = (isInk: (x: number, y: number) => boolean): Uint8Array =>
  Uint8Array.from({ length: side * side }, (_, i) => (isInk(i % side, Math.floor(i / side)) ? 1 : 0));
const round = (cx: number, cy: number, radius: number) => (x: number, y: number) =>
  Math.hypot(x + 0.5 - cx, y + 0.5 - cy) < radius;

describe("the width of the pen", () => {
  /** Bars from x 10 to 70 of these heights, in pixels, one below the other. */
  const bars = (...heights: number[]) =>
    ink((x, y) => x >= 10 && x < 70 && heights.some((high, i) => y >= 8 + 24 * i && y < 8 + 24 * i + high));

  test("a wide pen measures wider than a fine one, each half of its stroke", () => {
    const fine = measurePen(bars(5), side, side);
    const wide = measurePen(bars(11), side, side);
    expect(fine.half).toBeGreaterThanOrEqual(2);
    expect(fine.half).toBeLessThanOrEqual(3);
    expect(wide.half).toBeGreaterThanOrEqual(5);
    expect(wide.half).toBeLessThanOrEqual(6);
  });

  test("strokes of one pen have one width, strokes of a fine and a broad pen have not", () => {
    const onePen = measurePen(bars(7, 7, 7), side, side);
    const twoPens = measurePen(bars(3, 15, 3), side, side);
    expect(onePen.oneWidth).toBeGreaterThan(0.9);
    expect(twoPens.oneWidth).toBeLessThan(onePen.oneWidth - 0.2);
  });

  test("where nothing is drawn there is no pen", () => {
    expect(measurePen(new Uint8Array(side * side), side, side)).toEqual({ half: 0, oneWidth: 0 });
  });
});

describe("shapes of ink", () => {
  const pip = (x: number, y: number) => y >= 20 && y < 60 && Math.abs(x - 40) < (y - 18) / 2.2;
  const leaf = (x: number, y: number) => round(40, 18, 24)(x, y) && round(40, 48, 24)(x, y);
  const letter = (x: number, y: number) =>
    (x >= 12 && x < 22 && y >= 8 && y < 72) || (y >= 62 && y < 72 && x >= 12 && x < 60);
  const hoop = (x: number, y: number) => round(40, 40, 34)(x, y) && !round(40, 40, 26)(x, y);
  const flat = new Float32Array(side * side);
  const onPaper = (dark: Uint8Array) => ({
    width: side,
    height: side,
    L: Float32Array.from(dark, (is) => (is ? 5 : 95)),
    a: flat,
    b: flat,
  });
  const kept = (isInk: (x: number, y: number) => boolean, penHalf: number | null = null) => {
    const mask = ink(isInk);
    takeOutShapes(mask, onPaper(mask), penHalf);
    return mask.includes(1);
  };

  test.each([
    ["a pip", pip],
    ["a leaf", leaf],
    ["a ball", round(40, 40, 20)],
  ])("%s is none of a pen's lines, with whatever pen the rest was drawn", (_, isInk) => {
    expect([kept(isInk), kept(isInk, 4)]).toEqual([false, false]);
  });

  test.each([
    ["a letter", letter],
    ["a hoop", hoop],
  ])("%s is one, however thick", (_, isInk) => {
    expect([kept(isInk), kept(isInk, 4)]).toEqual([true, true]);
  });

  test("what is left of a solid goes with it when it is short, and stays when it is long", () => {
    const body = round(40, 20, 15);
    const left = (bottom: number) => {
      const stem = (x: number, y: number) => Math.abs(x - 40) < 3 && y >= 34 && y < bottom;
      const mask = ink(stem);
      takeOutShapes(mask, onPaper(ink((x, y) => body(x, y) || stem(x, y))), null);
      return mask.includes(1);
    };
    expect([left(44), left(79)]).toEqual([false, true]);
  });

  test("a short dash is one beside others of the same pen", () => {
    const dash = (x: number, y: number) => x >= 20 && x < 50 && y >= 30 && y < 40;
    expect([kept(dash), kept(dash, 5)]).toEqual([false, true]);
  });
});

describe("dots", () => {
  const eye = round(20, 24, 5);
  const mouth = (x: number, y: number) => x >= 10 && x < 60 && y >= 60 && y < 64;

  test("an eye is a dot, at its place and of its size, and leaves the ink; a mouth stays a stroke", () => {
    const mask = ink((x, y) => eye(x, y) || mouth(x, y));
    const dots = takeDots(mask, side, side, 12, 9);
    expect(dots).toHaveLength(1);
    expect(dots[0].x).toBeCloseTo(20, 0);
    expect(dots[0].y).toBeCloseTo(24, 0);
    expect(Math.abs(dots[0].radius - 5)).toBeLessThan(0.3);
    expect(mask).toEqual(ink(mouth));
  });

  test.each([
    ["a speck", round(40, 40, 1.5)],
    ["a ball too large for a dot", round(40, 40, 20)],
    ["a square", (x: number, y: number) => x >= 30 && x < 40 && y >= 30 && y < 40],
    ["a ring", (x: number, y: number) => round(40, 40, 8)(x, y) && !round(40, 40, 6)(x, y)],
  ])("%s is no dot and stays ink", (_, isInk) => {
    const mask = ink(isInk);
    expect(takeDots(mask, side, side, 12, 9)).toEqual([]);
    expect(mask).toEqual(ink(isInk));
  });

  test("dots put back cover what was taken, in a copy", () => {
    const whole = ink(eye);
    const mask = ink(eye);
    const dots = takeDots(mask, side, side, 12, 9);
    const back = withDots(mask, dots, side);
    const missed = whole.reduce((count, value, i) => count + Number(value !== back[i]), 0);
    expect(missed).toBeLessThan(6);
    expect(mask.includes(1)).toBe(false);
  });

  test("a dot that holds a crayon is a ring of its radius", () => {
    const [ring, ...more] = dotCurves({ x: 40, y: 40, radius: 10 }, 0.5, 0.6);
    expect(more).toEqual([]);
    expect(ring.closed).toBe(true);
    for (let i = 0; i < ring.points.length; i += 6) {
      expect(Math.hypot(ring.points[i] - 40, ring.points[i + 1] - 40)).toBeCloseTo(10, 6);
    }
  });

  test("a smaller dot is drawn solid: rings so near that the pen leaves no white between, none out of it", () => {
    const [scale, pen] = [0.5, 0.6];
    const radii = dotCurves({ x: 40, y: 40, radius: 2 }, scale, pen).map(({ points }) => (points[0] - 40) * scale);
    expect(radii.length).toBeGreaterThan(1);
    expect(Math.max(...radii) + pen / 2).toBeCloseTo(1, 6);
    for (let i = 1; i < radii.length; i++) expect(radii[i - 1] - radii[i]).toBeLessThan(pen);
    expect(radii[radii.length - 1]).toBeLessThanOrEqual(pen);
  });
});
