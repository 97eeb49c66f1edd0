import { expect, test } from "vitest";
import { coloring } from "@/lib/pipelines/coloring";
import { book } from "@/lib/pipelines/coloring/book";
import type { ClosingItem } from "@/lib/pipelines/pipeline";
import { MemoryFiles, optionsWith, press, shapes, stageContext } from "./press";

async function bind(files: MemoryFiles, items: ClosingItem[], title = "Über uns: a café book") {
  const [draft] = await book({ title, options: optionsWith(), items }, stageContext(files));
  return { draft, bytes: await files.read(draft.blob.key) };
}

async function pressedItem(files: MemoryFiles): Promise<ClosingItem> {
  const picture = await shapes().png().toBuffer();
  const options = { caption: "prompt", style: "dashed", page_size: "a4", formats: ["svg"] } as const;
  const { artifacts } = await press(picture, { files, prompt: "Shapes", options: { ...options, formats: ["svg"] } });
  return { index: 0, name: "picture.png", prompt: "Shapes", artifacts };
}

test("the book is asked for by include_pdf", () => {
  expect(coloring.needsClosing(optionsWith())).toBe(false);
  expect(coloring.needsClosing(optionsWith({ include_pdf: true }))).toBe(true);
});

test("the book has a title page and a page per picture, in vectors, with its font inside", async () => {
  const files = new MemoryFiles();
  const item = await pressedItem(files);
  const { draft, bytes } = await bind(files, [item, { ...item, index: 1 }]);
  expect(draft).toMatchObject({ name: "book.pdf", media_type: "application/pdf", role: "output" });
  const text = bytes.toString("latin1");
  expect(text.startsWith("%PDF-")).toBe(true);
  expect(text.match(/\/Type \/Page\b/g)).toHaveLength(3);
  expect(text.match(/\/MediaBox \[0 0 841\.88\d* 595\.27\d*\]/g)).toHaveLength(3);
  expect(text).toContain("/FontFile2");
  expect(text).not.toContain("/Subtype /Image");
});

test("the same pages make the same bytes", async () => {
  const files = new MemoryFiles();
  const item = await pressedItem(files);
  const one = await bind(files, [item]);
  const other = await bind(files, [item]);
  expect(one.draft.blob).toEqual(other.draft.blob);
});

test("a book of no pages is not made", async () => {
  await expect(bind(new MemoryFiles(), [])).rejects.toMatchObject({ code: "page_rejected" });
});
