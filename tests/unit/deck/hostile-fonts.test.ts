import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { deckOptionsSchema } from "@/lib/contracts/deck";
import { directly } from "@/lib/pipelines/deck/convert";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { makeSlide } from "@/lib/pipelines/deck/make-slide";
import { previewPng, previewSvg } from "@/lib/pipelines/deck/preview";
import { loadRasterizer } from "@/lib/pipelines/deck/raster";
import { workedMilliseconds } from "@/lib/pipelines/deck/worked-time";
import { bringing, dataUrl, sketch } from "../../support/brought-font";
import { hostileFonts } from "../../support/hostile-fonts";
import { dice } from "../../support/mutate-svg";

const fonts = new FontBook();
const size = { width: 1_905_000, height: 571_500 };

/** What is noted of a file, whose letters are drawn as outlines and, in a preview, by who draws pictures. */
async function notesOf(bytes: Buffer): Promise<string[]> {
  const source = { name: "words.svg", bytes };
  await makeSlide(source, deckOptionsSchema.parse({ text: "outline" }), size, fonts, directly());
  const made = await makeSlide(source, deckOptionsSchema.parse({}), size, fonts, directly());
  expect(Buffer.from(made.parts.xml).toString()).not.toMatch(/NaN|Infinity|undefined/);
  await previewPng(previewSvg(made.slide), 200, await loadRasterizer(made.fonts));
  return made.scene.notes.map(({ reason }) => reason);
}

const words = '<text y="40" font-family="Sketch, sans-serif">Wind mill</text>';
const svg = (style: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60">${style}${words}</svg>`);

/** Bounds are generous ones: what they forbid would be a hundred times as much. */
async function withinBounds(work: () => Promise<void>): Promise<void> {
  const [begun, held] = [workedMilliseconds(), process.memoryUsage().rss];
  await work();
  expect(workedMilliseconds() - begun).toBeLessThan(10_000);
  expect(process.memoryUsage().rss - held).toBeLessThan(512 * 1024 * 1024);
}

describe("a font made to cost more than it looks, or broken", () => {
  test.each(Object.entries(hostileFonts))("is a note at most, and its text another font's: %s", async (_, font) => {
    const bytes = svg(bringing(font()));
    await withinBounds(async () => {
      expect(["font_broken", "fonts_too_large", undefined]).toContain((await notesOf(bytes))[0]);
    });
  });

  const folder = "tests/cases/deck/hostile-fonts";
  const cases = readdirSync(folder).filter((file) => file.endsWith(".svg"));
  test.each(cases)("is drawn or noted: %s", async (file) => {
    await withinBounds(async () => void (await notesOf(readFileSync(`${folder}/${file}`))));
  });

  test("is told from one that is only too large", async () => {
    expect(await notesOf(svg(bringing(hostileFonts["a WOFF of 80 MB"]())))).toEqual(["fonts_too_large"]);
    expect(await notesOf(svg(bringing(hostileFonts["a WOFF 2 of 64 MB"]())))).toEqual(["fonts_too_large"]);
    expect(await notesOf(svg(bringing(hostileFonts["half a WOFF 2"]())))).toEqual(["font_broken"]);
  });
});

describe("more fonts than one file may bring along", () => {
  test("are noted once they are too many", async () => {
    const rule = (name: number) => `@font-face{font-family:F${name};src:url(${dataUrl(sketch.woff2)})}`;
    const style = `<style>${Array.from({ length: 600 }, (_, name) => rule(name)).join("")}</style>`;
    await withinBounds(async () => {
      const notes = await notesOf(svg(style));
      expect(new Set(notes)).toEqual(new Set(["fonts_too_large"]));
      expect(notes).toHaveLength(600 - 512);
    });
  });
});

describe("a hundred damaged fonts", () => {
  const roll = dice(1);
  const sound = Object.values(sketch);
  const damaged = (index: number): Buffer => {
    const font = Buffer.from(sound[index % sound.length]);
    for (let hits = 1 + Math.floor(6 * roll()); hits > 0; hits--) {
      font[Math.floor(roll() * font.length)] = Math.floor(256 * roll());
    }
    return font;
  };

  test("are drawn with or noted", async () => {
    const notes: string[] = [];
    for (let index = 0; index < 100; index++) notes.push(...(await notesOf(svg(bringing(damaged(index))))));
    expect(notes.filter((reason) => reason !== "font_broken")).toEqual([]);
    expect(notes.length).toBeLessThan(100);
  });
});
