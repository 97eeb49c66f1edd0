import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { proofName, proofStages } from "@/lib/pipelines/coloring/proofs/names";
import { MemoryFiles } from "../../support/memory-files";
import { press, shapes } from "./press";

const picture = await shapes(1200, 900).png().toBuffer();
const page = await press(picture);
const pixelsOf = async (stage: (typeof proofStages)[number]) =>
  sharp(await page.bytesOf(proofName("001-picture", stage)))
    .toColourspace("srgb")
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });

/** The colour at a place, given in shares of width and height. */
async function colourAt(stage: (typeof proofStages)[number], x: number, y: number): Promise<number[]> {
  const { data, info } = await pixelsOf(stage);
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  return [...data.subarray(at, at + 3)];
}

/** Share of pixels that are darker than a middle grey. */
async function inkShare(stage: (typeof proofStages)[number]): Promise<number> {
  const { data, info } = await pixelsOf(stage);
  let dark = 0;
  for (let i = 0; i < data.length; i += info.channels) if (data[i] < 128) dark++;
  return dark / (info.width * info.height);
}

describe("the pictures a trace keeps of a coloring page's stages", () => {
  it("are small, of the picture's shape, and no part of what is delivered", async () => {
    for (const stage of proofStages) {
      const { info } = await pixelsOf(stage);
      expect([info.width, info.height]).toEqual([400, 300]);
    }
    const kept = page.artifacts.filter(({ name }) => name.startsWith("proofs/"));
    expect(kept.map(({ role }) => role)).toEqual(proofStages.map(() => "intermediate"));
    for (const { blob } of kept) expect(blob.size).toBeLessThan(96_000);
  });

  it("show the picture in its colours, before and after it was made ready", async () => {
    for (const stage of ["decode", "normalize"] as const) {
      const [red, green, blue] = await colourAt(stage, 0.3, 0.5);
      expect(red).toBeGreaterThan(180);
      expect(Math.max(green, blue)).toBeLessThan(70);
    }
  });

  it("show the lines that could be drawn, and those that were chosen", async () => {
    for (const stage of ["outline", "clean"] as const) {
      const share = await inkShare(stage);
      expect(share, stage).toBeGreaterThan(0.001);
      expect(share, stage).toBeLessThan(0.2);
      expect(Math.min(...(await colourAt(stage, 0.3, 0.5))), stage).toBeGreaterThan(230);
    }
  });

  it("are the same bytes every time, and change nothing of the page", async () => {
    const again = await press(picture);
    const without = await press(picture, { options: { enable_debug: false }, files: new MemoryFiles() });
    expect(again.artifacts).toEqual(page.artifacts);
    expect(without.artifacts).toEqual(page.artifacts.filter(({ name }) => !name.startsWith("proofs/")));
  });
});
