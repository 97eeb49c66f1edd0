import * as fontkit from "fontkit";
import { beforeAll, describe, expect, test } from "vitest";
import type { ColoringOptions } from "@/lib/contracts/coloring";
import { coloring } from "@/lib/pipelines/coloring";
import { book } from "@/lib/pipelines/coloring/book";
import { arrange } from "@/lib/pipelines/coloring/print/book/arrange";
import { writeTrueType } from "@/lib/pipelines/coloring/print/book/truetype";
import type { ClosingItem } from "@/lib/pipelines/pipeline";
import { MemoryFiles } from "../../support/memory-files";
import { textOf } from "./pdf-text";
import { optionsWith, press, shapes, stageContext } from "./press";

const files = new MemoryFiles();

async function bind(items: ClosingItem[], options: Partial<ColoringOptions> = {}) {
  const context = stageContext(files);
  const [draft] = await book({ options: optionsWith(options), items }, context);
  const bytes = await files.read(draft.blob.key);
  return { draft, bytes, text: textOf(bytes), attributes: context.attributes };
}

async function pressed(options: Partial<ColoringOptions>, width = 240, height = 180): Promise<ClosingItem> {
  const picture = await shapes(width, height).png().toBuffer();
  const { artifacts } = await press(picture, { files, prompt: "Shapes", options: { ...options, formats: ["svg"] } });
  return { index: 0, name: "picture.png", prompt: "Shapes", artifacts };
}

const sizesOf = (pdf: Buffer) =>
  [...pdf.toString("latin1").matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
    Math.round(Number(width)),
    Math.round(Number(height)),
  ]);

let wide: ClosingItem;
let tall: ClosingItem;
let whole: ClosingItem;
beforeAll(async () => {
  wide = await pressed({ caption: "prompt", style: "dashed", page_size: "a4" });
  tall = await pressed({ page_size: "letter" }, 180, 240);
  whole = await pressed({ page_size: "original" });
});

test("the book is asked for by include_pdf", () => {
  expect(coloring.needsClosing(optionsWith())).toBe(false);
  expect(coloring.needsClosing(optionsWith({ include_pdf: true }))).toBe(true);
});

test("the book has a title page and a page per picture, in vectors, with its font inside", async () => {
  const { draft, bytes } = await bind([wide, { ...wide, index: 1 }]);
  expect(draft).toMatchObject({ name: "book.pdf", media_type: "application/pdf", role: "output" });
  const text = bytes.toString("latin1");
  expect(text.startsWith("%PDF-")).toBe(true);
  expect(sizesOf(bytes)).toEqual([
    [842, 595],
    [842, 595],
    [842, 595],
  ]);
  expect(text.match(/\/FontFile2/g)).toHaveLength(1);
  expect(text).not.toContain("Helvetica");
  expect(text).not.toContain("/Subtype /Image");
});

test("pages keep their own sizes and orientations", async () => {
  const { bytes } = await bind([wide, tall, whole]);
  expect(sizesOf(bytes)).toEqual([
    [842, 595],
    [842, 595],
    [612, 792],
    [720, 540],
  ]);
});

test("the same pages make the same bytes", async () => {
  const one = await bind([wide, tall], { title: "猫 قطة", page_numbers: true });
  const other = await bind([wide, tall], { title: "猫 قطة", page_numbers: true });
  expect(one.draft.blob).toEqual(other.draft.blob);
});

test("a book of no pages is not made", async () => {
  await expect(bind([])).rejects.toMatchObject({ code: "page_rejected" });
});

describe("its title", () => {
  test("is a plain one unless one is given, with the number of pages under it", async () => {
    expect((await bind([wide])).text).toEqual(["My coloring book1 page to color"]);
    expect((await bind([wide, wide], { title: "  Meine\nKatzen " })).text).toEqual(["Meine Katzen2 pages to color"]);
  });

  test("and all that nobody wrote are in the language that was asked for", async () => {
    expect((await bind([wide], { language: "de" })).text).toEqual(["Mein Malbuch1 Seite zum Ausmalen"]);
    expect((await bind([wide, wide], { language: "de", title: "Katzen" })).text).toEqual([
      "Katzen2 Seiten zum Ausmalen",
    ]);
  });

  for (const title of [
    "Кошка и Ёж",
    "Việt Nam",
    "Γάτα μου",
    "हिन्दी बिल्ली",
    "আমার বিড়াল",
    "பூனை",
    "แมวน้ำ",
    "ねこと猫",
    "고양이 그림",
    "汉语小猫",
    "漢語貓咪",
    "🐶👨‍👩‍👧",
  ]) {
    test(`can be read again: ${title}`, async () => {
      const { text, attributes } = await bind([wide], { title });
      expect(text[0].replaceAll(" ", "")).toBe(`${title}1 page to color`.replaceAll(" ", ""));
      expect(attributes).toMatchObject({ "book.title": title, "book.title_missing_characters": 0 });
    });
  }

  test("stands from right to left where it is written so", async () => {
    const { text } = await bind([wide], { title: "חתול שלי" });
    expect(text[0]).toBe("ילש לותח1 page to color");
  });

  test("with characters that no typeface has says so in the trace", async () => {
    expect((await bind([wide], { title: "𓀀 cat" })).attributes["book.title_missing_characters"]).toBe(1);
  });

  test("may be as long as the contract allows", async () => {
    const title = "The cat and ".repeat(17).trim().slice(0, 200);
    expect((await bind([tall], { title })).text[0]).toContain("The cat and");
  });
});

describe("page numbers", () => {
  test("count the pictures", async () => {
    const { text } = await bind([wide, tall, whole], { page_numbers: true });
    expect(text.slice(1)).toEqual(["1", "2", "3"]);
  });

  test("stand under a picture that has no margin, on paper of their own", async () => {
    expect(sizesOf((await bind([whole], { page_numbers: true })).bytes)[1]).toEqual([720, 566]);
    expect(sizesOf((await bind([tall], { page_numbers: true })).bytes)[1]).toEqual([612, 792]);
  });
});

test("small drawings fill their place without touching", () => {
  for (let count = 1; count <= 6; count++) {
    for (const [width, height] of [
      [170, 180],
      [240, 100],
    ]) {
      const boxes = arrange(Array(count).fill(4 / 3), { left: 20, top: 60, width, height }, 6);
      expect(boxes).toHaveLength(count);
      for (const box of boxes) {
        expect(box.left).toBeGreaterThan(19.99);
        expect(box.top).toBeGreaterThan(59.99);
        expect(box.left + box.width).toBeLessThan(20.01 + width);
        expect(box.top + box.height).toBeLessThan(60.01 + height);
        expect(box.width).toBeGreaterThan(40);
      }
    }
  }
});

test("an embedded font is one that others can read", () => {
  const square = [
    { command: "moveTo", args: [0.1, 0] },
    { command: "lineTo", args: [0.5, 0] },
    { command: "quadraticCurveTo", args: [0.6, 0.3, 0.5, 0.5] },
    { command: "lineTo", args: [0.1, 0] },
    { command: "closePath", args: [] },
  ];
  const bytes = writeTrueType([
    { outline: [], advance: 0 },
    { outline: square, advance: 0.6 },
  ]);
  const font = fontkit.create(bytes) as unknown as {
    getGlyph(id: number): fontkit.Glyph & { advanceWidth: number };
  };
  const glyph = font.getGlyph(1);
  expect(glyph.advanceWidth).toBe(1200);
  expect(glyph.path.commands.map(({ args }) => args)).toContainEqual([1200, 600, 1000, 1000]);
});
