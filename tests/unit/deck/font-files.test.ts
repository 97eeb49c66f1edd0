import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it, onTestFinished } from "vitest";
import { sfntFromWoff2 } from "@/lib/fonts/woff2";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { pathText } from "@/lib/pipelines/deck/map/svg/numbers";
import { loadRasterizer } from "@/lib/pipelines/deck/raster";
import { chunksOf } from "../../support/deck-text";

const packages = "node_modules/@fontsource-variable";

/** A book of one more font, a variable one. */
function bookWith(file: string): FontBook {
  const folder = mkdtempSync(join(tmpdir(), "fonts-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "variable.ttf"), sfntFromWoff2(readFileSync(join(packages, file))));
  return new FontBook([folder]);
}

const tablesOf = (bytes: Uint8Array) => {
  const buffer = Buffer.from(bytes);
  const count = buffer.readUInt16BE(4);
  return Array.from({ length: count }, (_, index) => buffer.toString("latin1", 12 + 16 * index, 16 + 16 * index));
};

const words = (family: string, text: string) =>
  `<text x="9" y="40" font-size="40" font-family="${family}">${text}</text>`;

/** Share of a drawing of 200 by 50 that is ink. */
async function inkOf(markup: string, fonts: FontBook): Promise<number> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50">${markup}</svg>`;
  const { png } = (await loadRasterizer(fonts)).draw(svg, 200);
  return (await sharp(png).stats()).channels[3].mean / 255;
}

/** The same letters as the layout outlines them. */
function outlined(markup: string): string {
  const glyphs = chunksOf(markup).flatMap(({ runs }) => runs.flatMap((run) => run.glyphs));
  return `<path d="${glyphs.map(({ outline }) => pathText(outline)).join("")}"/>`;
}

describe("the fonts that pictures are drawn with", () => {
  it("have no deltas along axes, of which the renderer bears only few", async () => {
    const fonts = bookWith("instrument-sans/files/instrument-sans-latin-standard-normal.woff2");
    const [bytes] = fonts.buffers(["Instrument Sans"], "Hello");
    const tables = tablesOf(bytes);
    expect(tables).not.toContain("gvar");
    expect(tables).toEqual([...tables].sort());
    expect(await inkOf(words("Instrument Sans", "Hello"), fonts)).toBeGreaterThan(0.05);
  });

  it("are only those files of a large family that have a character of the text", async () => {
    const fonts = new FontBook();
    const usual = fonts.buffers(["sans-serif"], "한국어").length;
    const files = fonts.buffers(["Noto Sans KR"], "한국어").length - usual;
    expect(files).toBeGreaterThan(0);
    expect(files).toBeLessThan(10);
    expect(await inkOf(words("Noto Sans KR", "한국어"), fonts)).toBeGreaterThan(0.02);
  });

  it.each([
    ["Noto Sans", "Hiqon"],
    ["Noto Sans Hebrew", "שלום"],
    ["Noto Sans Arabic", "سلام"],
    ["Noto Sans JP", "日本の海"],
    ["Noto Sans KR", "한국어"],
    ["Noto Sans SC", "语言文字"],
    ["Noto Sans TC", "語言文字"],
  ])("draw as much ink as the letters' own outlines have: %s", async (family, text) => {
    const fonts = new FontBook();
    const markup = words(family, text);
    expect((await inkOf(markup, fonts)) / (await inkOf(outlined(markup), fonts))).toBeCloseTo(1, 1);
  });
});
