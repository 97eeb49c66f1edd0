import { describe, expect, test } from "vitest";
import type { Raster } from "@/lib/pipelines/coloring/decode";
import { findContent } from "@/lib/pipelines/coloring/kernels/trim";

type Colour = readonly [r: number, g: number, b: number];

const width = 300;
const height = 200;
const black: Colour = [10, 10, 10];
const grey: Colour = [99, 99, 99];

/** A picture by its pixels' colours. */
function picture(colourAt: (x: number, y: number) => Colour): Raster {
  const rgb = new Uint8Array(3 * width * height);
  for (let i = 0; i < width * height; i++) rgb.set(colourAt(i % width, Math.floor(i / width)), 3 * i);
  return { width, height, rgb, source: { width, height }, grain: 1, isLossy: false };
}

const meadow = (x: number, y: number): Colour => [120 + ((7 * x) % 90), 160 + ((5 * y) % 60), 60];
const within = (x: number, y: number, edge: number) => x >= edge && y >= edge && x < width - edge && y < height - edge;

describe("what is trimmed", () => {
  test("a photo's black frame goes, with the two pixels that resampling mixed it into", () => {
    const content = findContent(picture((x, y) => (within(x, y, 20) ? meadow(x, y) : black)));
    expect(content).toEqual({ left: 22, top: 22, width: 256, height: 156, reason: "black frame" });
  });

  test("a traffic light keeps its black case, which its lamps do not reach all along", () => {
    const isLamp = (x: number, y: number) => [50, 150, 250].some((at) => Math.hypot(x - at, y - 100) < 40);
    const content = findContent(picture((x, y) => (isLamp(x, y) ? [220, 60, 40] : black)));
    expect(content).toEqual({ left: 0, top: 0, width, height, reason: "nothing to trim" });
  });

  test("the grey rim of a scanner goes on the sides that have one", () => {
    const content = findContent(picture((x, y) => (x < 3 ? grey : meadow(x, y))));
    expect(content).toEqual({ left: 6, top: 0, width: width - 6, height, reason: "even rim" });
  });

  test("a grey rim inside a black line goes too", () => {
    const rim = (x: number) => (x < 2 ? black : grey);
    const content = findContent(picture((x, y) => (x < 6 ? rim(x) : meadow(x, y))));
    expect(content).toEqual({ left: 9, top: 0, width: width - 9, height, reason: "black frame" });
  });

  test("an even sky or wall is no rim, however even its edge", () => {
    const sky = picture((x, y) => (y < 60 ? [120, 170, 230] : meadow(x, y)));
    const fading = picture((x, y) => (y < 60 ? [120 + y, 170, 230 - y] : meadow(x, y)));
    expect(findContent(sky).reason).toBe("nothing to trim");
    expect(findContent(fading).reason).toBe("nothing to trim");
  });

  test("a thing on even ground that it comes near the edge of is not cut into", () => {
    const ball = picture((x, y) => (Math.hypot(x - 150, y - 100) < 98 ? [220, 60, 40] : grey));
    expect(findContent(ball).reason).toBe("nothing to trim");
  });
});
