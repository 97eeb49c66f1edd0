import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { flattenPath } from "@/lib/pipelines/coloring/print/flatten";
import { StrokeRaster } from "@/lib/pipelines/coloring/print/stroke-raster";

const size = 200;
const scale = 4;

function drawn(data: string, width: number): Uint8Array {
  const raster = new StrokeRaster(size, size);
  for (const chain of flattenPath(data, scale)) raster.polyline(chain, (width * scale) / 2);
  return raster.grey;
}

/** The same path as librsvg draws it. */
function peer(data: string, width: number): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 50 50" width="${size}" height="${size}">
    <rect width="50" height="50" fill="#fff"/>
    <path d="${data}" fill="none" stroke="#000" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
  return sharp(Buffer.from(svg)).flatten().toColourspace("b-w").raw().toBuffer();
}

describe("a line drawn on paper", () => {
  it.each([
    ["straight", "M5 10L45 10"],
    ["slanted and long", "M3 4l43 41"],
    ["curved", "M5 25c10-30 30 40 40 0"],
    ["a loop", "M25 5c20 0 20 40 0 40c-20 0-20-40 0-40z"],
    ["a corner, closed", "M10 10h30v30h-30z m5 5l10 3"],
    ["a quadratic and an arc", "M5 40q20-50 40 0M10 45a8 8 0 0 1 16 0"],
    ["over the edge", "M-10 20L60 30"],
  ])("looks as another renderer draws it: %s", async (_, data) => {
    for (const width of [0.7, 1.75, 3]) {
      const ours = drawn(data, width);
      const theirs = await peer(data, width);
      let worst = 0;
      let sum = 0;
      for (let i = 0; i < ours.length; i++) {
        const difference = Math.abs(ours[i] - theirs[i]);
        worst = Math.max(worst, difference);
        sum += difference;
      }
      // Where lines meet, one pixel may be a third lighter: coverages are not added up.
      expect(worst).toBeLessThan(100);
      expect(sum / ours.length).toBeLessThan(1);
    }
  });

  it("is a round dot where it has no length", () => {
    const raster = new StrokeRaster(20, 20);
    raster.polyline([10, 10], 4);
    const ink = raster.grey.reduce((sum, grey) => sum + (255 - grey) / 255, 0);
    expect(ink).toBeCloseTo(Math.PI * 16, 0);
  });
});
