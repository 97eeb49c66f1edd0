import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
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

  it("draws the same bytes for every slide, and once for one", async () => {
    const first = rasterizer.draw(square(`<circle r="4"/>`), 20).png;
    expect(rasterizer.draw(square(`<circle r="4"/>`), 20).png).toBe(first);
    const another = await loadRasterizer({ buffers: () => [] });
    expect(another.draw(square(`<circle r="4"/>`), 20).png).toEqual(first);
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

  it("refuses what would take gigabytes, and goes on drawing", async () => {
    const tile = '<pattern id="p" width="20" height="20"><rect width="5" height="5"/></pattern>';
    const huge = square(`${tile}<rect width="10" height="10" fill="url(#p)"/>`);
    expect(() => rasterizer.draw(huge, 1_000)).toThrow(/could not be drawn/);
    rasterizer = await loadRasterizer({ buffers: () => [] });
    expect(rasterizer.draw(huge, 100).width).toBe(100);
  });

  it.each([
    ["said", 'surfaceScale="4"'],
    ["left to be 1", ""],
  ])("draws what light falls on as deep at any size: heights %s", (_, heights) => {
    const light = '<feDistantLight azimuth="45" elevation="30"/>';
    const lit = `<feTurbulence baseFrequency=".03"/><feDiffuseLighting ${heights}>${light}</feDiffuseLighting>`;
    const filter = `<filter id="f" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB">${lit}</filter>`;
    const svg = square(`${filter}<rect width="100" height="100" filter="url(#f)"/>`, 100);
    const [small, large] = [100, 400].map((width) => spreadOf(rasterizer.paint(svg, width).pixels));
    expect(small).toBeGreaterThan(5);
    expect(Math.abs(large / small - 1)).toBeLessThan(0.25);
  });

  it("draws any number of large pictures for one slide", () => {
    const sizes = Array.from(
      { length: 6 },
      (_, i) => rasterizer.draw(square(`<rect width="${i}" height="5"/>`), 1_600).width,
    );
    expect(sizes).toEqual(Array(6).fill(1_600));
  });

  it("gives back the memory of each large drawing", async () => {
    const megabytes = () => {
      setFlagsFromString("--expose-gc");
      runInNewContext("gc")();
      return process.memoryUsage().external / 2 ** 20;
    };
    const large = async (times: number) => {
      for (let time = 0; time < times; time++) {
        (await loadRasterizer({ buffers: () => [] })).draw(square(`<rect width="5" height="5"/>`), 2_000);
      }
    };
    await large(4);
    const before = megabytes();
    await large(12);
    // What was collected is given back by a thread of the engine, a little later.
    await expect.poll(() => megabytes() - before).toBeLessThan(100);
  });

  it("ends when the pictures of one slide took all they may, and begins anew with the next", async () => {
    const blurred = (id: number) =>
      square(`<filter id="f"><feGaussianBlur stdDeviation="1"/></filter><rect id="${id}" filter="url(#f)"/>`, 2);
    let drawn = 0;
    for (; drawn < 5_000 && !rasterizer.isSpent(false); drawn++) rasterizer.draw(blurred(drawn), 2);
    expect(drawn).toBeGreaterThan(500);
    expect(drawn).toBeLessThan(4_900);
    expect(() => rasterizer.draw(blurred(drawn), 2)).toThrow(/could not be drawn/);
    rasterizer = await loadRasterizer({ buffers: () => [] });
    expect(rasterizer.isSpent(false)).toBe(false);
  });

  it("keeps room for drawings that are known to come, however much those before them take", async () => {
    const blurs = '<feGaussianBlur stdDeviation="1"/>'.repeat(30);
    const heavy = (id: number) =>
      square(`<filter id="f">${blurs}</filter><rect id="r${id}" width="5" height="5" filter="url(#f)"/>`);
    const awaited = 40;
    rasterizer = await loadRasterizer({ buffers: () => [] }, awaited);
    const widths = Array.from(
      { length: awaited },
      (_, id) => rasterizer.draw(heavy(id), 400, { isAwaited: true }).width,
    );
    expect(widths[0]).toBeGreaterThan(300);
    expect(Math.min(...widths)).toBeGreaterThan(50);
    rasterizer = await loadRasterizer({ buffers: () => [] });
  });

  it("draws noise in a region of a million rows in fewer pixels, not in minutes", () => {
    const noise = square(
      `<filter id="f" filterUnits="userSpaceOnUse" x="0" y="0" width="10" height="1e6"><feTurbulence baseFrequency=".1"/></filter><rect width="5" height="5" filter="url(#f)"/>`,
    );
    const before = process.cpuUsage();
    expect(rasterizer.draw(noise, 1_000).width).toBeLessThan(100);
    expect(process.cpuUsage(before).user).toBeLessThan(3e6);
  });
});

/** Standard deviation of the reds. */
function spreadOf(pixels: Uint8Array): number {
  const reds = pixels.filter((_, at) => at % 4 === 0);
  const mean = reds.reduce((sum, red) => sum + red, 0) / reds.length;
  return Math.sqrt(reds.reduce((sum, red) => sum + (red - mean) ** 2, 0) / reds.length);
}
