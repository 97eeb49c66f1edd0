import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { deckOptionsSchema } from "@/lib/contracts/deck";
import { convertDeck, type MadeSlide } from "@/lib/pipelines/deck/convert";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { withoutWebp } from "@/lib/pipelines/deck/parse/webp";

const folder = mkdtempSync(join(tmpdir(), "deck-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function slideOf(file: string): Promise<MadeSlide> {
  const made: MadeSlide[] = [];
  const source = { name: file, bytes: readFileSync(join("tests/cases/deck", file)) };
  const tools = { fonts: new FontBook(), onSlide: (slide: MadeSlide) => void made.push(slide) };
  await convertDeck([source], deckOptionsSchema.parse({}), join(folder, "deck.pptx"), tools);
  return made[0];
}

/** Share of a picture's pixels that are more than half opaque. */
async function opaqueShare(png: Uint8Array): Promise<number> {
  const { data } = await sharp(png).ensureAlpha().extractChannel(3).raw().toBuffer({ resolveWithObject: true });
  return data.filter((alpha) => alpha > 127).length / data.length;
}

describe("a WebP picture in an SVG", () => {
  it("stands on the slide as PNG with the same colour", async () => {
    const { slide, mapped } = await slideOf("image/webp.svg");
    expect(mapped.map((row) => row.output_format)).toEqual(["native"]);
    expect(slide.media.map(({ mediaType }) => mediaType)).toEqual(["image/png"]);
    expect([...(await sharp(slide.media[0].bytes).removeAlpha().raw().toBuffer())].slice(0, 3)).toEqual([0, 170, 136]);
  });

  it("keeps the numbers of the lines behind it, and what is no WebP as it is", async () => {
    const text = readFileSync("tests/cases/deck/image/webp.svg", "utf8").replace("base64,", "base64,\n");
    const made = new TextDecoder().decode(await withoutWebp(Buffer.from(text), "a.svg"));
    expect(made.split("\n").length).toBe(text.split("\n").length);
    const broken = Buffer.from('<svg><image href="data:image/webp;base64,AAAA"/></svg>');
    expect(new TextDecoder().decode(await withoutWebp(broken, "a.svg"))).toBe(broken.toString());
  });
});

describe("a filter's picture", () => {
  it("shows all that is seen of a blur in a region far larger than the slide", async () => {
    const { slide } = await slideOf("filter/blur-in-a-huge-region.svg");
    expect(await opaqueShare(slide.media[0].bytes)).toBeGreaterThan(0.3);
  });

  it("shows the part of a blurred circle that stands on the slide", async () => {
    const { slide } = await slideOf("filter/blur-across-the-edge.svg");
    expect(await opaqueShare(slide.media[0].bytes)).toBeGreaterThan(0.3);
  });
});
