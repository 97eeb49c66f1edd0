import { readFile } from "node:fs/promises";
import { expect, test } from "@/tests/support/fixtures";
import { readZip } from "@/tests/support/zip";
import { photo, Studio } from "./studio";

test("A teacher turns three photos into pages and downloads them", async ({ page }) => {
  const studio = new Studio(page);
  await page.goto("/");
  await studio.choose([await photo("school 10.jpg"), await photo("school 2.jpg"), await photo("garden.jpg")]);
  await expect(page.getByText("3 pictures ready.").first()).toBeVisible();
  await studio.seeOrder(["garden.jpg", "school 2.jpg", "school 10.jpg"]);

  await page.getByRole("textbox", { name: "Prompt for garden.jpg" }).fill("simple, bold lines");
  await page.getByRole("button", { name: "Move school 2.jpg up" }).click();
  await studio.seeOrder(["school 2.jpg", "garden.jpg", "school 10.jpg"]);

  await page.getByRole("combobox", { name: "Paper size" }).selectOption("A4 (210 × 297 mm)");
  await page.getByRole("radio", { name: "Draft" }).check();
  await page.getByRole("checkbox", { name: "One PDF book of all pages" }).check();
  await studio.startBatch();

  await expect(page.getByRole("heading", { name: "3 pictures to color" })).toBeVisible();
  await studio.seeEnd("Done");
  await expect(page.getByRole("img", { name: "Coloring page of garden.jpg" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Open the book (PDF)" })).toBeVisible();
  await expect(page.getByText("Kept until")).toBeVisible();

  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download ZIP" }).click();
  const zip = await readZip(await readFile(await (await saving).path()));
  expect([...zip.keys()].sort()).toEqual([
    "book.pdf",
    "manifest.json",
    "pages/001-school-2.png",
    "pages/001-school-2.svg",
    "pages/002-garden.png",
    "pages/002-garden.svg",
    "pages/003-school-10.png",
    "pages/003-school-10.svg",
  ]);
  expect(JSON.parse(String(zip.get("manifest.json"))).items[1].prompt).toBe("simple, bold lines");
});

test("Pictures laid out stay while one looks at the Jobs tab, and go when their batch has started", async ({
  page,
}) => {
  const studio = new Studio(page);
  await page.goto("/");
  await studio.choose([await photo("kept.jpg")]);
  await page.getByRole("link", { name: "Jobs" }).click();
  await expect(page.getByRole("heading", { name: "Jobs" })).toBeVisible();
  await page.getByRole("link", { name: "Batch", exact: true }).click();
  await expect(studio.picture("kept.jpg")).toBeVisible();
  await studio.startBatch();
  await page.getByRole("link", { name: "Batch", exact: true }).click();
  await expect(page.getByRole("button", { name: "Choose pictures" })).toBeVisible();
});
