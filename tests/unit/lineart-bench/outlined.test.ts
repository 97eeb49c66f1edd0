import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it, vi } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "gcompris-"));

const webp = (width: number) =>
  sharp({ create: { width, height: 8, channels: 3, background: "#888888" } })
    .webp()
    .toBuffer();

/** A sound in a RIFF file, which is no photo. */
const sound = Buffer.concat([Buffer.from("RIFF"), Buffer.from(Uint32Array.of(8).buffer), Buffer.from("WAVEdata")]);

beforeAll(async () => {
  vi.stubEnv("GCOMPRIS", folder);
  await mkdir(join(folder, "gcompris-qt/rcc"), { recursive: true });
  const parts = [Buffer.from("qres, RIFF in passing"), await webp(10), sound, Buffer.from("between"), await webp(20)];
  await writeFile(join(folder, "gcompris-qt/rcc/animals.rcc"), Buffer.concat(parts));
});

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

it("finds the photos in a pack of resources by their places, whatever lies between them", async () => {
  const { photoOf } = await import("../../bench/lineart/outlined/photos");
  const widths = [0, 1].map(async (place) => (await sharp(photoOf("animals", place)).metadata()).width);
  expect(await Promise.all(widths)).toEqual([10, 20]);
});

it("has outlines one pixel wide for every photo that was outlined, as large as the photo is drawn", async () => {
  const { outlinedSamples } = await import("../../bench/lineart/outlined");
  const samples = outlinedSamples();
  if (typeof samples === "string") throw new Error(samples);
  expect(samples.length).toBeGreaterThanOrEqual(37);
  for (const { name, truth } of samples) {
    const { mask, width, height } = await truth();
    expect(Math.max(width, height), name).toBe(481);
    expect(mask.filter(Boolean).length, name).toBeGreaterThan(500);
  }
});
