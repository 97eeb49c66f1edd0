import sharp from "sharp";
import { expect, test } from "vitest";
import { deckOptionsSchema } from "@/lib/contracts/deck";
import { directly } from "@/lib/pipelines/deck/convert";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { makeSlide } from "@/lib/pipelines/deck/make-slide";
import { previewPng, previewSvg } from "@/lib/pipelines/deck/preview";
import { loadRasterizer } from "@/lib/pipelines/deck/raster";

const fonts = new FontBook();
/** A user unit is a slide pixel. */
const size = { width: 200 * 9525, height: 100 * 9525 };

/** The colour the slide shows at points of 200 by 100. */
async function shownAt(inside: string, ...points: [x: number, y: number][]): Promise<string[]> {
  const bytes = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">${inside}</svg>`);
  const { slide } = await makeSlide({ name: "far.svg", bytes }, deckOptionsSchema.parse({}), size, fonts, directly());
  const png = await previewPng(previewSvg(slide), 200, await loadRasterizer(fonts));
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return points.map(([x, y]) => {
    const at = (y * info.width + x) * info.channels;
    return data.subarray(at, at + 3).toString("hex");
  });
}

const [red, white] = ["ff0000", "ffffff"];

test("a circle of a billion pixels that covers the slide fills it", async () => {
  expect(await shownAt('<circle r="1e9" fill="red"/>', [0, 0], [100, 50], [199, 99])).toEqual([red, red, red]);
});

test("the edge of a huge circle stands where it crosses the slide", async () => {
  const circle = '<circle cx="1e7" cy="50" r="9999900" fill="red"/>';
  expect(await shownAt(circle, [95, 50], [105, 50])).toEqual([white, red]);
});

test("a line from far beyond one side to far beyond the other keeps its slope and width", async () => {
  const line = '<path d="M-1e8 -49999950L1e8 50000050" stroke="red" stroke-width="10"/>';
  expect(await shownAt(line, [2, 51], [90, 95], [90, 80], [2, 60])).toEqual([red, red, white, white]);
});

test("a hole in a huge area stays a hole", async () => {
  const holed = '<path fill="red" fill-rule="evenodd" d="M-1e6-1e6h2e6v2e6h-2e6zM50 20h20v20h-20z"/>';
  expect(await shownAt(holed, [60, 30], [40, 30], [180, 90])).toEqual([white, red, red]);
});

test("a turned bar that reaches out on both sides is not bent", async () => {
  const bar = '<rect x="-1e7" y="-5" width="2e7" height="10" transform="translate(100 50) rotate(45)" fill="red"/>';
  expect(await shownAt(bar, [100, 50], [140, 90], [60, 10], [140, 50])).toEqual([red, red, red, white]);
});

test("a curve to the largest numbers there are is drawn where it crosses the slide, and soon", async () => {
  const curve = '<path fill="none" stroke="red" stroke-width="10" d="M100 50q0 10 0 1e308t0 0"/>';
  expect(await shownAt(curve, [100, 90], [100, 20], [60, 90])).toEqual([red, white, white]);
});
