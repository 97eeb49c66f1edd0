import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { asTracepressError } from "@/lib/errors";
import { sniffPicture } from "@/lib/files/sniff";
import { WholePictures } from "@/lib/files/whole-pictures";
import { type DecodeInput, decode } from "@/lib/pipelines/coloring/decode";
import { readSvgSize } from "@/lib/pipelines/deck/parse/svg-size";
import { MemoryFiles } from "@/tests/support/memory-files";
import { houseInEveryFormat, pngHouse } from "@/tests/support/pictures";
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

/** What its page fails with; null where it is drawn. */
async function saidOfItsPage(bytes: Buffer): Promise<string | null> {
  const files = new MemoryFiles();
  const { key } = await files.write(bytes);
  const input: DecodeInput = {
    job: { name, source: key, limits: { maxPixels: 100_000_000 } },
    directions: { options: optionsWith(), used: [], ignored: 0 },
  };
  try {
    await decode(input, stageContext(files));
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
