import { expect, test } from "vitest";
import type { Lab } from "@/lib/pipelines/coloring/kernels/lab";
import { inkedShare, leastInked } from "@/lib/pipelines/coloring/lines/inked-share";

const side = 160;
const plane = (value: (x: number, y: number) => number): Float32Array =>
  Float32Array.from({ length: side * side }, (_, i) => value(i % side, Math.floor(i / side)));
const paint = (L: (x: number, y: number) => number): Lab => ({
  width: side,
  height: side,
  L: plane(L),
  a: plane(() => 0),
  b: plane(() => 0),
});

const fromMiddle = (x: number, y: number): number => Math.hypot(x - 80, y - 80);
const inBall = (x: number, y: number): boolean => fromMiddle(x, y) < 50;
const onRim = (x: number, y: number): boolean => Math.abs(fromMiddle(x, y) - 50) < 2;
const onSmile = (x: number, y: number): boolean => Math.abs(y - 100) < 2 && Math.abs(x - 80) < 10;

/** A grey ball on paper with ink in some places, and the share of its edges that the ink is beside. */
function shareOf(isInk: (x: number, y: number) => boolean): number {
  const lab = paint((x, y) => (isInk(x, y) ? 5 : inBall(x, y) ? 55 : 95));
  return inkedShare(lab, Uint8Array.from(plane((x, y) => Number(isInk(x, y)))), 1);
}

test("a ball that a pen outlined has ink beside nearly all of its edges", () => {
  expect(shareOf((x, y) => onRim(x, y) || onSmile(x, y))).toBeGreaterThan(0.9);
});

test("a smile in a ball without an outline does not make a drawing of it", () => {
  const share = shareOf(onSmile);
  expect(share).toBeGreaterThan(0.05);
  expect(share).toBeLessThan(leastInked);
});

test("where there is no edge nothing lacks an outline", () => {
  expect(
    inkedShare(
      paint(() => 95),
      new Uint8Array(side * side),
      1,
    ),
  ).toBe(1);
});
