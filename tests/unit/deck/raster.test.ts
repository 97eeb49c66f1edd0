import { beforeAll, describe, expect, it } from "vitest";
import { loadRasterizer, type Rasterizer } from "@/lib/pipelines/deck/raster";

const square = (inside: string, size = 10) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}">${inside}</svg>`;

describe("drawing a part as a picture", () => {
  let rasterizer: Rasterizer;
  beforeAll(async () => {
    rasterizer = await loadRasterizer({ buffers: () => [] });
  });

  it("makes a PNG of the width asked for", () => {
    const { png, width, height } = rasterizer.draw(square(`<rect width="5" height="5"/>`), 40);
    expect([width, height]).toEqual([40, 40]);
    expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  });

  it("draws the same bytes twice", () => {
    const first = rasterizer.draw(square(`<circle r="4"/>`), 20).png;
    expect(rasterizer.draw(square(`<circle r="4"/>`), 20).png).toEqual(first);
  });

  it("keeps both sides under 4096 pixels, however tall", () => {
    const tall = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="1000"/>`;
    const { width, height } = rasterizer.draw(tall, 4000);
    expect(Math.max(width, height)).toBeLessThanOrEqual(4096);
  });

  it("says so when it cannot draw, and goes on drawing", async () => {
    for (let time = 0; time < 3; time++) {
      expect(() => rasterizer.draw("<svg", 10)).toThrow(/could not be drawn/);
      rasterizer = await loadRasterizer({ buffers: () => [] });
    }
    expect(rasterizer.draw(square(""), 10).width).toBe(10);
  });
});
