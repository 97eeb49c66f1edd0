import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { preview } from "@/lib/pipelines/deck/preview-stage";
import type { Slide } from "@/lib/pipelines/deck/slide";
import { corners, form, picture, place, slide } from "../../support/deck-slide";
import { MemoryFiles } from "../../support/memory-files";

const fonts = new FontBook();

async function drawn(seen: Slide) {
  const files = new MemoryFiles();
  const events: unknown[] = [];
  const context = {
    signal: new AbortController().signal,
    span: { set() {}, event: (name: string, more?: unknown) => void events.push([name, more]) },
    files,
    keep() {},
  };
  const drafts = await preview({ slide: seen, slug: "001-photo", fonts, maxPixels: 100_000_000 }, context);
  return { files, events, drafts, names: drafts.map(({ name }) => name) };
}

describe("the preview of a slide with a photo of fifty million pixels", () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    const blue = { width: 9000, height: 6000, channels: 3, background: "#0000ff" } as const;
    bytes = await sharp({ create: blue }).jpeg().toBuffer();
  });

  it("is drawn, from no more of the photo than a screen shows", async () => {
    const photo = slide([picture(place(0, 0, 150, 100))], [{ bytes, mediaType: "image/jpeg" }]);
    const { files, drafts, events } = await drawn(photo);
    expect(events).toEqual([]);
    const [svg, png] = await Promise.all(drafts.map(({ blob }) => files.read(blob.key)));
    expect(svg.length).toBeLessThan(bytes.length);
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    const at = (x: number) => [...data.subarray((300 * info.width + x) * 3, (300 * info.width + x) * 3 + 3)];
    expect(at(600)[2]).toBeGreaterThan(250);
    expect(at(1200)).toEqual([255, 255, 255]);
  });
});

describe("the preview of a slide with a picture that must not be read", () => {
  /** The header of a PNG of so many pixels, and nothing of what should follow. */
  const header = (width: number, height: number) => {
    const bytes = Buffer.alloc(64);
    bytes.writeUInt32BE(0x89504e47, 0);
    bytes.writeUInt32BE(0x0d0a1a0a, 4);
    bytes.writeUInt32BE(13, 8);
    bytes.write("IHDR", 12);
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    return bytes;
  };

  it.each([
    ["of billions of pixels", header(60_000, 60_000)],
    ["that breaks off after its size", header(5_000, 5_000)],
  ])("leaves out one %s and draws the rest", async (_, bytes) => {
    const both = slide(
      [picture(place(0, 0, 100, 100)), form(place(100, 0, 100, 100))],
      [{ bytes, mediaType: "image/png" }],
    );
    const { names, events } = await drawn(both);
    expect(events).toEqual([]);
    expect(names).toContain("previews/001-photo.png");
  });
});

describe("a slide with more in it than can be drawn", () => {
  it("is still in the deck: its preview is left out, and the trace says so", async () => {
    const points = Array.from({ length: 1_500_000 }, (_, i): [number, number] => [i % 200, (i * 7) % 100]);
    const { names, events } = await drawn(slide([form(place(0, 0, 200, 100), { geometry: corners(points) })]));
    expect(names).toEqual(["slides/001-photo.svg"]);
    expect(events).toEqual([["preview not drawn", { reason: expect.stringContaining("could not be drawn") }]]);
  });
});
