import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { asTracepressError } from "@/lib/errors";
import { sniffPicture } from "@/lib/files/sniff";
import { WholePictures } from "@/lib/files/whole-pictures";
import { type DecodeInput, decode } from "@/lib/pipelines/coloring/decode";
import { readSvgSize } from "@/lib/pipelines/deck/parse/svg-size";
import { MemoryFiles } from "@/tests/support/memory-files";
import { houseInEveryFormat, jpegHouse, jpegNoise, pngHouse } from "@/tests/support/pictures";
import { optionsWith, stageContext } from "../coloring/press";

const folder = mkdtempSync(join(tmpdir(), "whole-pictures-"));
afterAll(() => rmSync(folder, { recursive: true }));
const { signal } = new AbortController();
const name = "holiday";
const pictures = new WholePictures();

/** What is said of a file when it comes in; null where nothing is wrong. */
async function saidOnArrival(bytes: Buffer): Promise<string | null> {
  const path = join(folder, "picture");
  writeFileSync(path, bytes);
  try {
    const { mediaType } = await sniffPicture(path, name, readSvgSize);
    return await pictures.problemOf(path, { name, mediaType }, signal);
  } catch (thrown) {
    return asTracepressError(thrown).message;
  }
}

async function raster(bytes: Buffer) {
  const files = new MemoryFiles();
  const { key } = await files.write(bytes);
  const input: DecodeInput = {
    job: { name, source: key, limits: { maxPixels: 100_000_000 } },
    directions: { options: optionsWith(), used: [], ignored: 0 },
  };
  return decode(input, stageContext(files));
}

/** What its page fails with; null where it is drawn. */
async function saidOfItsPage(bytes: Buffer): Promise<string | null> {
  try {
    await raster(bytes);
    return null;
  } catch (thrown) {
    return asTracepressError(thrown).message;
  }
}

const zeroed = (bytes: Buffer, from: number, to: number): Buffer => {
  const torn = Buffer.from(bytes);
  return torn.fill(0, Math.floor(bytes.length * from), Math.floor(bytes.length * to));
};
const damages: [string, (whole: Buffer) => Buffer][] = [
  ["whole", (whole) => whole],
  ["with bytes behind its end", (whole) => Buffer.concat([whole, Buffer.alloc(999, 7)])],
  ["without its last byte", (whole) => whole.subarray(0, -1)],
  ["without its last two bytes", (whole) => whole.subarray(0, -2)],
  ["without its last 100 bytes", (whole) => whole.subarray(0, -100)],
  ["cut off in the middle", (whole) => whole.subarray(0, whole.length / 2)],
  ["with nothing in its second half", (whole) => zeroed(whole, 0.5, 1)],
  ["with a hole", (whole) => zeroed(whole, 0.6, 0.65)],
];

const formats = await houseInEveryFormat();
formats.delete("image/svg+xml");

describe.each([...formats])("an %s", (mediaType, whole) => {
  it.each(damages)("%s is said to be what its page finds it to be", async (_, damaged) => {
    const bytes = damaged(whole);
    expect(await saidOnArrival(bytes)).toBe(await saidOfItsPage(bytes));
  });

  it("that was cut off is known by its name and the way out", async () => {
    const said = await saidOnArrival(whole.subarray(0, whole.length / 2));
    // Cameras write their raw files as TIFF: of one without its end nobody can say what it was.
    const wanted = mediaType === "image/tiff" ? /^holiday is not a picture/ : /^holiday is damaged.*Send it again/;
    expect(said).toMatch(wanted);
  });
});

describe("a photo whose sending broke off at its very end", () => {
  const tall = 2400;
  const lines = { baseline: { progressive: false }, progressive: { progressive: true } };

  it.each(Object.entries(lines))("is drawn where only its end mark is wanting, %s", async (_, how) => {
    const whole = await sharp(await jpegHouse(640))
      .jpeg(how)
      .toBuffer();
    for (const bytes of [whole.subarray(0, -1), whole.subarray(0, -2)]) {
      expect(await saidOnArrival(bytes)).toBeNull();
      expect(await saidOfItsPage(bytes)).toBeNull();
    }
  });

  it("is drawn where a few bytes of its last rows are wanting, and refused where one sees it", async () => {
    const whole = await jpegNoise(tall);
    expect(await saidOnArrival(whole.subarray(0, -500))).toBeNull();
    expect(await saidOfItsPage(whole.subarray(0, -500))).toBeNull();
    const torn = whole.subarray(0, Math.floor(whole.length * 0.95));
    expect(await saidOnArrival(torn)).toMatch(/^holiday is damaged or was cut off/);
    expect(await saidOfItsPage(torn)).toBe(await saidOnArrival(torn));
  });

  it("is drawn as the whole one is", async () => {
    const whole = await jpegHouse(640);
    const rows = async (bytes: Buffer) => Buffer.from((await raster(bytes)).rgb);
    expect((await rows(whole.subarray(0, -2))).equals(await rows(whole))).toBe(true);
  });
});

it("leaves off waiting with the request that asked", async () => {
  const path = join(folder, "waiting.png");
  writeFileSync(path, await pngHouse(2000));
  const asked = new AbortController();
  const before = pictures.problemOf(path, { name, mediaType: "image/png" }, signal);
  const waiting = pictures.problemOf(path, { name, mediaType: "image/png" }, asked.signal);
  asked.abort(new Error("gone"));
  await expect(waiting).rejects.toThrow("gone");
  expect(await before).toBeNull();
});
