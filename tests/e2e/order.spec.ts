import { readFile } from "node:fs/promises";
import { TestClient } from "@/tests/support/client";
import { expect, test } from "@/tests/support/fixtures";
import { jpegHouse } from "@/tests/support/pictures";
import { readZip } from "@/tests/support/zip";
import { expectAccessible } from "./accessible";
import { drawingMs } from "./studio";

test("An order that was begun is still there after a visit to another page, and is let go when it is given up", async ({
  page,
  server,
}) => {
  const api = new TestClient(server);
  const picture = await jpegHouse(320);
  const { batch_id } = await api.submitPictures(
    ["a.jpg", "b.jpg", "c.jpg"].map((name) => [name, picture]),
    { quality: "draft" },
  );
  await api.finished(batch_id);
  await page.goto(`/jobs/${batch_id}`);
  const names = () => page.getByRole("list", { name: "Pages in order" }).locator("li p").allTextContents();
  const begin = page.getByRole("button", { name: "Put pages in order" });
  await begin.click();
  await page.getByRole("button", { name: "Move c.jpg earlier" }).click();
  await page.getByRole("link", { name: "Jobs", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Jobs" })).toBeVisible();
  await page.goBack();
  await begin.click();
  await expect.poll(names).toEqual(["a.jpg", "c.jpg", "b.jpg"]);
  await page.getByRole("button", { name: "Leave it as it was" }).click();
  await begin.click();
  await expect.poll(names).toEqual(["a.jpg", "b.jpg", "c.jpg"]);
});

test("A teacher puts the pages of a book in order before downloading it", async ({ page, server }) => {
  const api = new TestClient(server);
  const picture = await jpegHouse();
  const { batch_id } = await api.submitPictures(
    ["a.jpg", "b.jpg", "c.jpg", "d.jpg"].map((name) => [name, picture]),
    { quality: "draft", include_pdf: true, formats: ["png"] },
  );
  await api.finished(batch_id);
  await page.goto(`/jobs/${batch_id}`);
  await page.getByRole("button", { name: "Put pages in order" }).click();
  const pages = page.getByRole("list", { name: "Pages in order" }).getByRole("listitem");
  const names = () => pages.locator("p").allTextContents();
  await expect(pages).toHaveCount(4);

  await page.getByRole("button", { name: "Move d.jpg earlier" }).click();
  await expect.poll(names).toEqual(["a.jpg", "b.jpg", "d.jpg", "c.jpg"]);
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(page.getByRole("button", { name: "Move d.jpg earlier" })).toBeFocused();
  await expect(page.getByText("d.jpg is now page 2 of 4")).toBeAttached();
  await expect.poll(names).toEqual(["a.jpg", "d.jpg", "b.jpg", "c.jpg"]);
  await pages
    .filter({ hasText: "c.jpg" })
    .getByTitle("Drag c.jpg")
    .dragTo(pages.filter({ hasText: "a.jpg" }), {
      targetPosition: { x: 5, y: 60 },
    });
  await expect.poll(names).toEqual(["c.jpg", "a.jpg", "d.jpg", "b.jpg"]);
  await expectAccessible(page, "putting pages in order");

  await page.getByRole("button", { name: "Keep this order" }).click();
  await expect(page.getByRole("button", { name: "Put pages in order" })).toBeVisible({ timeout: drawingMs });
  const results = page.getByRole("list", { name: "Pictures in this batch" }).getByRole("listitem");
  await expect(results.first()).toContainText("c.jpg");
  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download ZIP" }).click();
  const zip = await readZip(await readFile(await (await saving).path()));
  expect([...zip.keys()].filter((name) => name.startsWith("pages/")).sort()).toEqual([
    "pages/001-c.png",
    "pages/002-a.png",
    "pages/003-d.png",
    "pages/004-b.png",
  ]);
  await page.reload();
  await expect(results.first()).toContainText("c.jpg");
});

test("Whoever has put many pages in order stands at the head of them, and is not carried off", async ({
  page,
  server,
}) => {
  const api = new TestClient(server);
  const picture = await jpegHouse(200);
  const names = Array.from({ length: 24 }, (_, place) => `page ${place + 1}.jpg`);
  const { batch_id } = await api.submitPictures(
    names.map((name) => [name, picture]),
    { quality: "draft", formats: ["png"] },
  );
  await api.finished(batch_id);
  await page.goto(`/jobs/${batch_id}`);
  await page.getByRole("button", { name: "Put pages in order" }).click();
  await expect(page.getByRole("heading", { name: "Order of the pages" })).toBeFocused();
  await page.getByRole("button", { name: "Move page 9.jpg earlier" }).click();
  await page.getByRole("button", { name: "Keep this order" }).click();
  const head = page.getByRole("heading", { name: "Pages", exact: true });
  await expect(head).toBeFocused();
  await expect(page.getByRole("button", { name: "Put pages in order" })).toBeVisible({ timeout: drawingMs });
  await expect(head).toBeInViewport();
  await page.getByRole("button", { name: "Put pages in order" }).click();
  await page.getByRole("button", { name: "Leave it as it was" }).click();
  await expect(head).toBeFocused();
  await expect(head).toBeInViewport();
});

test("A teacher who did not ask for a book makes one of the finished pages", async ({ page, server }) => {
  const api = new TestClient(server);
  const picture = await jpegHouse(320);
  const { batch_id } = await api.submitPictures(
    ["a.jpg", "b.jpg"].map((name) => [name, picture]),
    { quality: "draft" },
  );
  await api.finished(batch_id);
  await page.goto(`/jobs/${batch_id}`);
  await page.getByRole("button", { name: "Make a book (PDF)" }).click();
  const question = page.getByRole("dialog", { name: "One book of all pages" });
  await question.getByRole("textbox", { name: "Title of the book" }).fill("Our street");
  await expectAccessible(page, "the question for a book", "dialog[open]");
  await question.getByRole("button", { name: "Make the book" }).click();
  await expect(question).toBeHidden();
  await expect(page.getByRole("link", { name: "Open the book (PDF)" })).toBeVisible({ timeout: drawingMs });
  await expect(page.getByRole("heading", { name: "Our street", level: 1 })).toBeVisible();
  await expect(page.getByRole("button", { name: "Make a book (PDF)" })).toHaveCount(0);
  const pdf = Buffer.from(await api.artifact(batch_id, "book.pdf"));
  expect(pdf.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(3);
});
