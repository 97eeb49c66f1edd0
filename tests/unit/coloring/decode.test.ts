import sharp, { type Sharp } from "sharp";
import { describe, expect, test } from "vitest";
import { type DecodeInput, decode, workingSize } from "@/lib/pipelines/coloring/decode";
import { MemoryFiles } from "../../support/memory-files";
import { draw, optionsWith, shapes, stageContext } from "./press";

async function decoded(bytes: Buffer, name = "cat.jpg", maxPixels = 100_000_000) {
  const files = new MemoryFiles();
  const { key } = await files.write(bytes);
  const input: DecodeInput = {
    job: { name, source: key, limits: { maxPixels } },
    directions: { options: optionsWith(), used: [], ignored: 0 },
  };
  const context = stageContext(files);
  return { raster: await decode(input, context), attributes: context.attributes };
}

const pixel = (raster: { width: number; rgb: Uint8Array }, x: number, y: number) =>
  Array.from(raster.rgb.subarray((y * raster.width + x) * 3, (y * raster.width + x) * 3 + 3));

function expectNear(actual: number[], wanted: number[], within = 12) {
  for (let i = 0; i < 3; i++) expect(Math.abs(actual[i] - wanted[i])).toBeLessThanOrEqual(within);
}

describe("decode reads every kind of picture", () => {
  const encoders: Record<string, (picture: Sharp) => Sharp> = {
    jpeg: (picture) => picture.jpeg(),
    png: (picture) => picture.png(),
    webp: (picture) => picture.webp(),
    avif: (picture) => picture.avif(),
    gif: (picture) => picture.gif(),
    tiff: (picture) => picture.tiff(),
    "greyscale png": (picture) => picture.greyscale().png(),
    "16-bit png": (picture) => picture.toColourspace("rgb16").png(),
    "CMYK jpeg": (picture) => picture.toColourspace("cmyk").jpeg(),
    "CMYK tiff": (picture) => picture.toColourspace("cmyk").tiff(),
  };
  for (const [kind, encode] of Object.entries(encoders)) {
    test(kind, async () => {
      const { raster } = await decoded(await encode(shapes()).toBuffer());
      expect(raster.source).toEqual({ width: 240, height: 180 });
      expect(raster.rgb.length).toBe(raster.width * raster.height * 3);
      expect(raster.width / raster.height).toBeCloseTo(240 / 180, 2);
    });
  }

  test("an SVG is drawn at working size, whatever size it states", async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="12"><rect width="8" height="12" fill="#f00"/></svg>';
    const { raster } = await decoded(Buffer.from(svg));
    expect(raster.width).toBe(1000);
    expectNear(pixel(raster, 480, 300), [255, 0, 0]);
    expectNear(pixel(raster, 520, 300), [255, 255, 255]);
  });

  test("the first frame of an animation", async () => {
    const frame = (color: string) =>
      sharp({ create: { width: 40, height: 30, channels: 3, background: color } })
        .png()
        .toBuffer();
    const gif = await sharp([await frame("#ff0000"), await frame("#0000ff")], { join: { animated: true } })
      .gif()
      .toBuffer();
    const { raster } = await decoded(gif);
    expect(raster.source).toEqual({ width: 40, height: 30 });
    expectNear(pixel(raster, 100, 100), [255, 0, 0]);
  });
});

test("decode obeys the EXIF orientation", async () => {
  const left = draw(
    200,
    100,
    '<rect width="100" height="100" fill="#f00"/><rect x="100" width="100" height="100" fill="#00f"/>',
  );
  const turned = await left.jpeg().withMetadata({ orientation: 6 }).toBuffer();
  const { raster } = await decoded(turned);
  expect(raster.source).toEqual({ width: 100, height: 200 });
  expectNear(pixel(raster, raster.width >> 1, 20), [254, 0, 0]);
  expectNear(pixel(raster, raster.width >> 1, raster.height - 20), [0, 0, 254]);
});

test("decode lays alpha on white", async () => {
  const png = await draw(100, 100, '<circle cx="50" cy="50" r="30" fill="#080"/>').png().toBuffer();
  const { raster } = await decoded(png);
  expectNear(pixel(raster, 5, 5), [255, 255, 255]);
  expectNear(pixel(raster, raster.width >> 1, raster.height >> 1), [0, 136, 0]);
});

describe("decode refuses", () => {
  test("what is not a picture, by name", async () => {
    await expect(decoded(Buffer.from("hello, I am a text"), "notes.png")).rejects.toMatchObject({
      code: "unsupported_media",
      message: expect.stringContaining("notes.png is not a picture"),
    });
  });

  test("a JPEG that was cut off, saying so", async () => {
    const whole = await shapes(900, 700).jpeg().toBuffer();
    await expect(decoded(whole.subarray(0, whole.length * 0.6), "holiday.jpg")).rejects.toMatchObject({
      code: "unsupported_media",
      message: expect.stringMatching(/holiday\.jpg is damaged or was cut off/),
    });
  });

  test("more pixels than the limit, from the header alone", async () => {
    const png = await shapes().png().toBuffer();
    // Width and height of IHDR; the checksum no longer fits and the pixels are not there, which a header reader does not mind.
    png.writeUInt32BE(30_000, 16);
    png.writeUInt32BE(30_000, 20);
    await expect(decoded(png, "bomb.png")).rejects.toMatchObject({
      code: "too_large",
      message: expect.stringMatching(/bomb\.png has 30000 × 30000 pixels.*900 megapixels.*at most 100/),
    });
  });
});

describe("working size", () => {
  test("keeps the area, so that cost is bounded", () => {
    expect(workingSize({ width: 4000, height: 3000 }, 750_000)).toEqual({ width: 1000, height: 750 });
    expect(workingSize({ width: 3000, height: 4000 }, 750_000)).toEqual({ width: 750, height: 1000 });
  });

  test("grows small pictures at most eightfold and never beyond 2,500 pixels", () => {
    expect(workingSize({ width: 8, height: 8 }, 750_000)).toEqual({ width: 64, height: 64 });
    expect(workingSize({ width: 3000, height: 20 }, 750_000)).toEqual({ width: 2500, height: 17 });
    expect(workingSize({ width: 50_000, height: 1 }, 750_000)).toEqual({ width: 2500, height: 1 });
  });
});
