import { describe, expect, test } from "vitest";
import { gradientWithoutShading, twoScaleGradient } from "@/lib/pipelines/coloring/kernels/gradient";
import type { Lab } from "@/lib/pipelines/coloring/kernels/lab";

const width = 160;
const height = 64;
const fine = 2;
const clean = 0;

type Colour = [L: number, a: number, b: number];

/** One colour to the left and another to the right; from 10 % to 90 % of the way it takes so many pixels. */
function passage(from: Colour, to: Colour, pixels: number): Lab {
  const part = (x: number) => 1 / (1 + Math.exp((-4.39 * (x - width / 2)) / pixels));
  const plane = (k: number) =>
    Float32Array.from({ length: width * height }, (_, i) => from[k] + (to[k] - from[k]) * part(i % width));
  return { width, height, L: plane(0), a: plane(1), b: plane(2) };
}

/** The same colour where less light falls on it. */
const shadowed = ([L, a, b]: Colour, dim: number): Colour => [(L + 16) * dim - 16, a * dim, b * dim];

/** How much of the step in the middle is left. */
function leftOf(lab: Lab, noise: number): number {
  const at = (height / 2) * width + width / 2;
  return gradientWithoutShading(lab, fine, noise).x[at] / twoScaleGradient(lab, fine).x[at];
}

const sand: Colour = [70, 12, 30];
const soft = 30;
const sharp = 1;

describe("shading", () => {
  test("the soft edge of a shadow hardly counts", () => {
    expect(leftOf(passage(sand, shadowed(sand, 0.7), soft), clean)).toBeLessThan(0.35);
  });

  test("a sharp edge counts whole, even where only the light changes", () => {
    expect(leftOf(passage(sand, shadowed(sand, 0.7), sharp), clean)).toBeCloseTo(1, 5);
  });

  test("a soft edge over which the colour changes is a thing's and counts whole", () => {
    expect(leftOf(passage(sand, [45, -30, 10], soft), clean)).toBeCloseTo(1, 5);
  });

  test("in a picture that is out of focus soft edges count, for there the things' are soft too", () => {
    const blurred = passage(sand, [30, 7.7, 19.3], 11);
    const inFocus = { ...blurred, L: blurred.L.slice() };
    // A fence with sharp edges, far from the one that is looked at.
    for (let i = 0; i < inFocus.L.length; i++) if (i % width < 48 && i % 16 < 8) inFocus.L[i] = 5;
    expect(leftOf(blurred, clean)).toBeGreaterThan(0.95);
    expect(leftOf(inFocus, clean)).toBeLessThan(0.7);
  });

  test("colours that differ by less than a lossy file keeps are one, and in a clean file two", () => {
    const blocks = passage([60, 10, 10], [60, 10.5, 12], sharp);
    expect(leftOf(blocks, 0.3)).toBe(0);
    expect(leftOf(blocks, clean)).toBe(1);
    expect(leftOf(passage([60, 10, 10], [60, 40, -20], sharp), 0.3)).toBeGreaterThan(0.98);
  });

  test("what is weakened for borders keeps its magnitude, which tells where it lies", () => {
    const lab = passage(sand, shadowed(sand, 0.7), soft);
    expect(gradientWithoutShading(lab, fine, clean).magnitude).toEqual(twoScaleGradient(lab, fine).magnitude);
  });
});
