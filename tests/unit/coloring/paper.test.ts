import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { ColoringOptions } from "@/lib/contracts/coloring";
import type { Curve } from "@/lib/pipelines/coloring/lines/bezier";
import { captionBand, placeOn, sheetFor } from "@/lib/pipelines/coloring/options";
import { composePage } from "@/lib/pipelines/coloring/page";
import { renderPng } from "@/lib/pipelines/coloring/print/png";
import { renderSvg } from "@/lib/pipelines/coloring/print/svg";
import { optionsWith } from "./press";

const dpi = 300;
const size = { width: 400, height: 300 };

function straight(corners: [number, number][], closed: boolean): Curve {
  const points: number[] = [...corners[0]];
  for (let i = 1; i < corners.length; i++) {
    for (const part of [1 / 3, 2 / 3, 1]) {
      for (const axis of [0, 1]) points.push(corners[i - 1][axis] + (corners[i][axis] - corners[i - 1][axis]) * part);
    }
  }
  return { points, closed };
}

/** A frame along the picture's very edge and an upright line in its middle. */
const frame: [number, number][] = [
  [0, 0],
  [400, 0],
  [400, 300],
  [0, 300],
  [0, 0],
];
const curves = [
  straight(frame, true),
  straight(
    [
      [200, 60],
      [200, 240],
    ],
    false,
  ),
];

async function printed(given: Partial<ColoringOptions>, prompt = "") {
  const options = optionsWith(given);
  const sheet = sheetFor(options, size);
  const placement = placeOn(sheet, size, options.caption !== "none");
  const job = { name: "picture.png", slug: "001-picture", prompt };
  const { document } = composePage({ curves, sheet, placement, job, options });
  const png = await renderPng(document);
  const { data, info } = await sharp(png).toColourspace("b-w").raw().toBuffer({ resolveWithObject: true });
  return { document, placement, data, width: info.width, height: info.height };
}

type Printed = Awaited<ReturnType<typeof printed>>;

/** How far ink stays from each edge, in mm. */
function white({ data, width, height }: Printed): number {
  let [left, right, top, bottom] = [width, 0, height, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[y * width + x] > 250) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
    }
  }
  return (Math.min(left, top, width - right, height - bottom) * 25.4) / dpi;
}

/** Ink along a row between two places in mm, in pixels. */
function inkAcross({ data, width }: Printed, y: number, from: number, to: number): number {
  const row = Math.round((y / 25.4) * dpi) * width;
  let ink = 0;
  for (let x = Math.round((from / 25.4) * dpi); x < (to / 25.4) * dpi; x++) ink += (255 - data[row + x]) / 255;
  return ink;
}

describe("line weight is points on paper", () => {
  for (const [line_weight, points] of [
    ["thin", 1],
    ["medium", 1.75],
    ["bold", 3],
  ] as const) {
    for (const page_size of ["letter", "square"] as const) {
      test(`${line_weight} is ${points} points on ${page_size}`, async () => {
        const page = await printed({ line_weight, page_size });
        const middle = page.document.width / 2;
        const y = page.placement.top + 150 * page.placement.scale;
        expect(Math.abs(inkAcross(page, y, middle - 5, middle + 5) - (points * dpi) / 72)).toBeLessThan(1);
      });
    }
  }
});

describe("nothing is printed into the margin", () => {
  for (const given of [
    { page_size: "letter", margin_mm: 10, line_weight: "bold" },
    { page_size: "a4", margin_mm: 0, line_weight: "thin" },
    { page_size: "a4", margin_mm: 25, orientation: "portrait", caption: "prompt" },
    { page_size: "square", margin_mm: 12.7, caption: "prompt", style: "dashed", line_weight: "bold" },
    { page_size: "letter", orientation: "portrait", caption: "prompt" },
  ] as const) {
    test(JSON.stringify(given), async () => {
      const page = await printed(given, "ÅÊ Qgjy, a rather long caption ffi که گربه ");
      const margin = white(page);
      const asked = optionsWith(given as Partial<ColoringOptions>).margin_mm;
      expect(margin).toBeGreaterThan(asked - 0.1);
      // And the paper is used: the picture reaches the margin on one side at least.
      expect(margin).toBeLessThan(asked + 0.2);
    });
  }
});

test("a caption stands right under the picture, in a band of its own", async () => {
  const without = await printed({ caption: "prompt", orientation: "portrait" }, "");
  const page = await printed({ caption: "prompt", orientation: "portrait" }, "ÂÅ gjpq ".repeat(60));
  const under = page.document.ink[3] + page.document.line / 2;
  const top = Math.round((under / 25.4) * dpi);
  const bottom = Math.round(((under + captionBand) / 25.4) * dpi);
  let changed = 0;
  for (let y = 0; y < page.height; y++) {
    for (let x = 0; x < page.width; x++) {
      if (page.data[y * page.width + x] === without.data[y * page.width + x]) continue;
      changed++;
      if (y < top || y > bottom) expect.fail(`ink of the caption at row ${y}, outside ${top} to ${bottom}`);
    }
  }
  expect(changed).toBeGreaterThan(1000);
});

test("dashes show on paper, and a frame stays whole", async () => {
  const page = await printed({ style: "dashed" });
  const { dashes, strokes } = page.document;
  expect(dashes?.[0]).toBeNull();
  expect(strokes).toHaveLength(2);
  const x = Math.round((page.document.width / 2 / 25.4) * dpi);
  const runs: number[] = [];
  let last = -1;
  for (let y = 0; y < page.height; y++) {
    const isInk = page.data[y * page.width + x] < 128;
    if (isInk && last === y - 1) runs[runs.length - 1]++;
    else if (isInk) runs.push(1);
    if (isInk) last = y;
  }
  // Without the frame's two crossings: whole dashes, all of one length, the first and the last too.
  const inner = runs.slice(1, -1);
  expect(inner.length).toBeGreaterThan(10);
  expect(Math.max(...inner) - Math.min(...inner)).toBeLessThanOrEqual(2);
  expect((inner[0] * 25.4) / dpi).toBeGreaterThan(2.5);
});

test.each([
  { style: "dashed", caption: "prompt" },
  { style: "outline", line_weight: "bold", page_size: "a4", caption: "prompt" },
] as const)("the PNG is the SVG, drawn: %o", async (given) => {
  const { document, data, width, height } = await printed(given, "A friendly cat, القط");
  const peer = sharp(Buffer.from(renderSvg(document)), { density: 300 })
    .flatten()
    .toColourspace("b-w");
  const theirs = await peer.resize(width, height, { fit: "fill" }).raw().toBuffer();
  let difference = 0;
  let ink = 0;
  for (let i = 0; i < data.length; i++) {
    difference += Math.abs(data[i] - theirs[i]);
    ink += 255 - theirs[i];
  }
  expect(difference / ink).toBeLessThan(0.06);
});
