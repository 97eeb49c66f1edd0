import { expect, it } from "vitest";
import type { Curve } from "@/lib/pipelines/coloring/lines/bezier";
import { closeGaps } from "@/lib/pipelines/coloring/lines/close-gaps";

/** A straight line as one cubic. */
const line = (x0: number, y0: number, x1: number, y1: number): Curve => {
  const at = (t: number) => [x0 + (x1 - x0) * t, y0 + (y1 - y0) * t];
  return { points: [...at(0), ...at(1 / 3), ...at(2 / 3), ...at(1)], closed: false };
};
const endOf = ({ points }: Curve) => points.slice(-2);

it("lengthens a line to the one it nearly reached", () => {
  const [spoke, rim] = closeGaps([line(10, 50, 45, 50), line(50, 0, 50, 100)], 8);
  expect(endOf(spoke)[0]).toBeCloseTo(50);
  expect(endOf(spoke)[1]).toBeCloseTo(50);
  expect(spoke.points).toHaveLength(14);
  expect(rim).toEqual(line(50, 0, 50, 100));
});

it("lengthens both ends, each towards what lies ahead of it", () => {
  const [bar] = closeGaps([line(14, 20, 46, 20), line(10, 0, 10, 40), line(50, 0, 50, 40)], 6);
  expect(bar.points.slice(0, 2).map(Math.round)).toEqual([10, 20]);
  expect(endOf(bar).map(Math.round)).toEqual([50, 20]);
});

it("leaves alone what touches already, what is too far, and what lies beside or behind", () => {
  const touching = line(10, 50, 50, 50);
  const far = line(10, 80, 30, 80);
  const beside = line(20, 10, 45, 10);
  expect(closeGaps([touching, line(50, 40, 50, 100)], 8)[0]).toEqual(touching);
  expect(closeGaps([far, line(50, 0, 50, 100)], 8)[0]).toEqual(far);
  expect(closeGaps([beside, line(0, 15, 100, 15)], 5.2)[0]).toEqual(beside);
});

it("closes a ring that was left open", () => {
  const ring: Curve = { points: [0, 0, 40, 0, 40, 40, 0, 40, -30, 40, -30, 8, -5, 3], closed: false };
  const [closed] = closeGaps([ring], 8);
  expect(endOf(closed)[0]).toBeCloseTo(0, 0);
});
