import { expect, it } from "vitest";
import { shareOfPage, trueScale } from "@/app/_components/job/viewer/true-size";
import { heldView, wholeView, zoomedView } from "@/app/_components/ui/zoom/zoom-view";

const page = { width: 2550, height: 3300 };
const pane = { width: 1000, height: 692 };

it("shows a page whole and in the middle", () => {
  const { scale, x, y } = wholeView(page, pane);
  expect(scale).toBeCloseTo(0.2);
  expect([x, y]).toEqual([245, 16]);
});

it("keeps what is under the pointer there while it zooms, down to pixels of sixteen and no further", () => {
  const at = { x: 400, y: 300 };
  const under = (view: { scale: number; x: number; y: number }) => [
    (at.x - view.x) / view.scale,
    (at.y - view.y) / view.scale,
  ];
  const whole = wholeView(page, pane);
  const near = zoomedView(whole, 3, at, whole.scale);
  expect(under(near)[0]).toBeCloseTo(under(whole)[0]);
  expect(under(near)[1]).toBeCloseTo(under(whole)[1]);
  expect(zoomedView(near, 1e6, at, whole.scale).scale).toBe(16);
  expect(zoomedView(near, 1e-6, at, whole.scale).scale).toBe(whole.scale);
});

it("never lets a page be moved out of sight", () => {
  const view = { scale: 1, x: 5_000, y: -9_000 };
  expect(heldView(view, page, pane)).toEqual({ scale: 1, x: 16, y: 692 - 3300 - 16 });
});

it("draws a page of US Letter 8.5 CSS inches wide at its real size", () => {
  const scale = trueScale(page, { width_mm: 215.9, height_mm: 279.4, margin_mm: 10, picture_mm: null });
  expect(scale * page.width).toBeCloseTo(8.5 * 96);
});

it("parts the two pictures where the slider's thumb is, however near one looks", () => {
  const whole = wholeView(page, pane);
  expect(shareOfPage(50, whole, page, pane)).toBeCloseTo(50);
  expect(shareOfPage(0, whole, page, pane)).toBe(0);
  expect(shareOfPage(50, { scale: 1, x: -1000, y: 0 }, page, pane)).toBeCloseTo((100 * 1500) / 2550);
});
