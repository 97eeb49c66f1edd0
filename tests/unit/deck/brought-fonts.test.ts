import sharp from "sharp";
import { describe, expect, it, test } from "vitest";
import { deckOptionsSchema } from "@/lib/contracts/deck";
import { directly } from "@/lib/pipelines/deck/convert";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { makeSlide } from "@/lib/pipelines/deck/make-slide";
import { pathText } from "@/lib/pipelines/deck/map/svg/numbers";
import { parseSvg } from "@/lib/pipelines/deck/parse";
import { previewPng, previewSvg } from "@/lib/pipelines/deck/preview";
import { loadRasterizer } from "@/lib/pipelines/deck/raster";
import type { Scene } from "@/lib/pipelines/deck/scene";
import type { SlideForm, SlideShape } from "@/lib/pipelines/deck/slide";
import { bringing, dataUrl, sketch, variable, withTables } from "../../support/brought-font";
import { textsIn } from "../../support/deck-text";

const fonts = new FontBook();
const px = 9525;

const svg = (inside: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60" font-size="20">${inside}</svg>`);
const words = (text: string, families = "Sketch", more = "") =>
  `<text x="10" y="40" font-family="${families}" ${more}>${text}</text>`;

const sceneOf = (inside: string): Scene => parseSvg(svg(inside), { name: "words.svg", fonts }).scene;
const runsOf = (scene: Scene) => textsIn(scene).flatMap(({ chunks }) => chunks.flatMap(({ runs }) => runs));
const firstRun = (inside: string) => runsOf(sceneOf(inside))[0];
/** Width of the text in em, by the face it is measured with. */
const widthOf = (inside: string) => firstRun(inside).width / 20;
const outlineOf = (inside: string) => firstRun(inside).glyphs.map(({ outline }) => pathText(outline));
const notesOf = (inside: string) => sceneOf(inside).notes.map(({ reason, detail }) => `${reason}: ${detail}`);

async function slideOf(inside: string, text: "editable" | "outline" = "editable") {
  const options = deckOptionsSchema.parse({ text });
  const size = { width: 200 * px, height: 60 * px };
  return makeSlide({ name: "words.svg", bytes: svg(inside) }, options, size, fonts, directly());
}

function formsIn(shape: SlideShape): SlideForm[] {
  if (shape.kind === "group") return shape.children.flatMap(formsIn);
  return shape.kind === "form" ? [shape] : [];
}

/** Share of a drawing that is ink. */
async function inkOf(png: Uint8Array): Promise<number> {
  const { channels } = await sharp(png).greyscale().stats();
  return 1 - channels[0].mean / 255;
}

describe("a font that an SVG brings along", () => {
  it.each(Object.entries(sketch))("measures the text it is asked for: %s", (_, font) => {
    expect(widthOf(bringing(font) + words("Windmill"))).toBeCloseTo(8 * 0.6, 5);
    expect(notesOf(bringing(font) + words("Windmill"))).toEqual([]);
  });

  it("may stand in lines broken by backslashes, in a CDATA section, in capitals", () => {
    const lines = dataUrl(sketch.truetype, "application/x-font-ttf;charset=utf-8").replace(/(.{76})/g, "$1\\\n");
    const sheet = `@FONT-FACE{FONT-FAMILY:'Sketch';SRC:url("${lines}")FORMAT('TrueType')}`;
    const inside = `<defs><style type="text/css"><![CDATA[${sheet}]]></style></defs>${words("Windmill")}`;
    expect(notesOf(inside)).toEqual([]);
    expect(widthOf(inside)).toBeCloseTo(8 * 0.6, 5);
  });

  it("goes before the machine's font of the same name", () => {
    expect(widthOf(bringing(sketch.woff2, "", "Noto Sans") + words("ill", "Noto Sans"))).toBeCloseTo(1.8, 5);
  });

  it("leaves letters that it has not to the next font", () => {
    const runs = runsOf(sceneOf(bringing(sketch.woff2) + words("mild sea", "Sketch, Noto Sans")));
    expect(runs.map(({ text, font }) => [text, font.typeface])).toEqual([
      ["mild ", "Sketch"],
      ["sea", "Noto Sans"],
    ]);
  });

  it("serves its own document only", () => {
    const before = widthOf(words("Windmill"));
    expect(widthOf(bringing(sketch.woff2) + words("Windmill"))).not.toBeCloseTo(before, 2);
    expect(widthOf(words("Windmill"))).toBe(before);
  });

  it("does not serve an SVG within its own, nor the other way round", () => {
    const image = (inside: string) =>
      `<image width="200" height="60" href="${dataUrl(svg(inside), "image/svg+xml")}"/>`;
    const [own, inner] = runsOf(sceneOf(bringing(sketch.woff2) + words("Windmill") + image(words("Windmill"))));
    expect([own.font.brought, inner.font.brought]).toEqual([true, false]);
    const [outer, theirs] = runsOf(sceneOf(words("Windmill") + image(bringing(sketch.woff2) + words("Windmill"))));
    expect([outer.font.brought, theirs.font.brought]).toEqual([false, true]);
  });

  it("stands for the characters its rule gives it, also where it has more", () => {
    const runs = runsOf(
      sceneOf(bringing(sketch.woff2, "unicode-range: U+6?, U+20") + words("Will", "Sketch, Noto Sans")),
    );
    expect(runs.map(({ text, font }) => [text, font.brought])).toEqual([
      ["W", false],
      ["ill", true],
    ]);
  });

  it("gives way to a later one of the same name and style", () => {
    const wide = withTables({ head: twiceTheEm });
    expect(widthOf(bringing(sketch.woff2) + bringing(wide) + words("ill"))).toBeCloseTo(0.9, 5);
    expect(widthOf(bringing(wide) + bringing(sketch.woff2) + words("ill"))).toBeCloseTo(1.8, 5);
  });

  it("has the weight, width and slant that its rule says, whatever it says itself", () => {
    const small = withTables({ head: twiceTheEm });
    const rules = (more: string) => bringing(sketch.woff2) + bringing(small, more);
    const told = (more: string, style: string) => widthOf(rules(more) + words("ill", "Sketch", style));
    expect(told("font-weight: 700", "")).toBeCloseTo(1.8, 5);
    expect(told("font-weight: 700", 'font-weight="bold"')).toBeCloseTo(0.9, 5);
    expect(told("font-style: italic", "")).toBeCloseTo(1.8, 5);
    expect(told("font-style: italic", 'font-style="oblique"')).toBeCloseTo(0.9, 5);
    expect(told("font-stretch: condensed", "")).toBeCloseTo(1.8, 5);
    expect(told("font-stretch: 75%", 'font-stretch="condensed"')).toBeCloseTo(0.9, 5);
  });
});

/** Twice the units to the em: letters half as wide. */
const twiceTheEm = (head: Buffer): Buffer => {
  head.writeUInt16BE(2 * head.readUInt16BE(18), 18);
  return head;
};

describe("text in a font that came along", () => {
  it("stays text that can be typed into, and says that who presents may not have the font", async () => {
    const { slide, mapped } = await slideOf(bringing(sketch.woff2, "font-weight: bold") + words("Windmill"));
    const [form] = slide.shapes.flatMap(formsIn);
    expect(form.text?.paragraphs[0].runs).toMatchObject([{ text: "Windmill", font: "Sketch", bold: true }]);
    expect(form.placing.width / px).toBeCloseTo(96, 1);
    expect(mapped).toMatchObject([{ output_format: "native", reasons: ["font_brought_along"] }]);
  });

  it("is drawn by that font when outlines are asked for", async () => {
    const { slide, mapped } = await slideOf(bringing(sketch.woff2) + words("Windmill"), "outline");
    const [form] = slide.shapes.flatMap(formsIn);
    expect(form.text).toBeNull();
    expect(form.placing.width / px).toBeGreaterThan(90);
    expect(mapped[0].reasons).toEqual(["text_as_outlines"]);
  });

  it.each(Object.entries(sketch))("is drawn by that font in the preview: %s", async (_, font) => {
    const { slide, fonts: own } = await slideOf(bringing(font) + words("Windmill"));
    const text = await previewPng(previewSvg(slide), 400, await loadRasterizer(own));
    const outlined = await slideOf(bringing(font) + words("Windmill"), "outline");
    const outlines = await previewPng(previewSvg(outlined.slide), 400, await loadRasterizer(fonts));
    expect((await inkOf(text)) / (await inkOf(outlines))).toBeCloseTo(1, 1);
  });

  it.each(["400", "700"])("has its weight in the preview where the font has many: %s", async (weight) => {
    const inside = bringing(variable, "font-weight: 200 800") + words("Windmill", "Sketch", `font-weight="${weight}"`);
    const { slide, fonts: own } = await slideOf(inside);
    const text = await previewPng(previewSvg(slide), 400, await loadRasterizer(own));
    const outlines = await previewPng(
      previewSvg((await slideOf(inside, "outline")).slide),
      400,
      await loadRasterizer(own),
    );
    expect((await inkOf(text)) / (await inkOf(outlines))).toBeCloseTo(1, 1);
  });

  it("is drawn by that font in a part that becomes a picture", async () => {
    const text = await inkOfPicture(bringing(sketch.woff2), words("illill"));
    const outlines = outlineOf(bringing(sketch.woff2) + words("illill"));
    expect(text / (await inkOfPicture("", `<path d="${outlines.join("")}"/>`))).toBeCloseTo(1, 1);
    expect(text / (await inkOfPicture("", words("illill")))).toBeGreaterThan(1.3);
  });
});

/** Pixels of ink in the picture that a turbulent filter, which changes nothing, makes of the markup. */
async function inkOfPicture(style: string, markup: string): Promise<number> {
  const filter =
    '<filter id="f" filterUnits="userSpaceOnUse" width="200" height="60"><feTurbulence result="t"/><feDisplacementMap in="SourceGraphic" in2="t" scale="0"/></filter>';
  const { slide } = await slideOf(`${style}${filter}<g filter="url(#f)">${markup}</g>`);
  const picture = sharp(Buffer.from(slide.media[0].bytes));
  const { width, height } = await picture.metadata();
  const { channels } = await picture.stats();
  return (channels[3].mean / 255) * width * height;
}

describe("a font that cannot be read", () => {
  const cut = sketch.woff2.subarray(0, 300);

  test.each([
    ["elsewhere", "url(https://example.org/a.woff2)", "font_not_embedded: Sketch"],
    ["on the machine, perhaps", "local(Sketch)", "font_not_embedded: Sketch"],
    ["in a format of old", `url(${dataUrl(sketch.woff2)}) format("embedded-opentype")`, "font_not_embedded: Sketch"],
    ["cut off", `url(${dataUrl(cut)})`, "font_broken: Sketch"],
    ["no font", "url(data:font/woff2;base64,AAAA)", "font_broken: Sketch"],
    ["empty", "url(data:,)", "font_broken: Sketch"],
  ])("is noted when it is %s", (_, source, note) => {
    const inside = `<style>@font-face { font-family: Sketch; src: ${source} }</style>${words("Windmill")}`;
    expect(notesOf(inside)).toEqual([note]);
    expect(firstRun(inside).font).toMatchObject({ brought: false, missing: "Sketch" });
  });

  it("is passed over for the next source of its rule", () => {
    const sources = `url(a.woff2), url(${dataUrl(cut)}) format("woff2"), url(${dataUrl(sketch.woff)}) format("woff")`;
    const inside = `<style>@font-face { font-family: Sketch; src: ${sources} }</style>${words("Windmill")}`;
    expect(notesOf(inside)).toEqual([]);
    expect(firstRun(inside).font.brought).toBe(true);
  });
});
