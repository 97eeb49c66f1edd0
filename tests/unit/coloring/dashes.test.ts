import { describe, expect, test } from "vitest";
import type { Curve } from "@/lib/pipelines/coloring/lines/bezier";
import { dashStroke, patternFor } from "@/lib/pipelines/coloring/print/dashes";

/** Straight pieces through these points, as Béziers. */
function through(corners: [number, number][], closed = false): Curve {
  const points = [...corners[0]];
  for (let i = 1; i < corners.length; i++) {
    const [[x0, y0], [x1, y1]] = [corners[i - 1], corners[i]];
    for (const part of [1 / 3, 2 / 3, 1]) points.push(x0 + (x1 - x0) * part, y0 + (y1 - y0) * part);
  }
  return { points, closed };
}

/** A circle of radius 10 in four pieces. */
const k = 5.5228;
const circle: Curve = {
  points: [10, 0, 10, k, k, 10, 0, 10, -k, 10, -10, k, -10, 0, -10, -k, -k, -10, 0, -10, k, -10, 10, -k, 10, 0],
  closed: true,
};

describe("a pattern", () => {
  for (const line of [0.35, 0.62, 1.06]) {
    test(`fits any length with whole dashes at both ends, with lines of ${line} mm`, () => {
      for (let length = 8; length < 300; length *= 1.07) {
        const [dash, gap] = patternFor(length, line) as [number, number];
        const gaps = (length - dash) / (dash + gap);
        expect(gaps).toBeCloseTo(Math.round(gaps), 6);
        // What shows on paper is about the same at every weight.
        expect(dash + line).toBeGreaterThan(2.2);
        expect(dash + line).toBeLessThan(4.6);
        expect(gap - line).toBeGreaterThan(0.9);
        expect(gap - line).toBeLessThan(3);
      }
    });
  }

  test("of a loop closes with a gap", () => {
    const [dash, gap] = patternFor(100, 0.6, true) as [number, number];
    expect(100 / (dash + gap)).toBeCloseTo(Math.round(100 / (dash + gap)), 9);
  });

  test("breaks nothing that is too short", () => {
    expect(patternFor(3, 0.6)).toBeNull();
  });
});

describe("a stroke", () => {
  test("is cut at its corners, each side with its own dashes", () => {
    const rectangle = through(
      [
        [0, 0],
        [50, 0],
        [50, 20],
        [0, 20],
        [0, 0],
      ],
      true,
    );
    const pieces = dashStroke(rectangle, 1, 0.6);
    expect(pieces.map(({ curve }) => curve.points.slice(0, 2))).toEqual([
      [0, 0],
      [50, 0],
      [50, 20],
      [0, 20],
    ]);
    expect(pieces.map(({ curve }) => curve.closed)).toEqual([false, false, false, false]);
    expect(pieces[0].dash).toEqual(patternFor(50, 0.6));
    expect(pieces[1].dash).toEqual(patternFor(20, 0.6));
  });

  test("that bends gently stays whole", () => {
    const bend = through([
      [0, 0],
      [20, 0],
      [40, 6],
    ]);
    expect(dashStroke(bend, 1, 0.6)).toHaveLength(1);
  });

  test("begins at a corner even where its loop begins elsewhere", () => {
    const drop = through(
      [
        [25, 0],
        [50, 0],
        [50, 20],
        [0, 20],
        [0, 0],
        [25, 0],
      ],
      true,
    );
    const pieces = dashStroke(drop, 1, 0.6);
    expect(pieces).toHaveLength(4);
    expect(pieces[3].curve.points.slice(0, 2)).toEqual([0, 0]);
    expect(pieces[3].curve.points.slice(-2)).toEqual([50, 0]);
  });

  test("is measured along its curve, in mm on paper", () => {
    const [{ curve, dash }] = dashStroke(circle, 2, 0.6);
    expect(curve.closed).toBe(true);
    const round = (2 * Math.PI * 20) / (dash as number[]).reduce((sum, value) => sum + value);
    expect(round).toBeCloseTo(Math.round(round), 1);
  });
});
