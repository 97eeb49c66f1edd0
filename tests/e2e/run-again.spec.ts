import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TestClient } from "@/tests/support/client";
import { expect, test } from "@/tests/support/fixtures";
import { expectAccessible } from "./accessible";
import { Line } from "./line";
import { drawingMs, photo, Studio } from "./studio";

test("A finished batch is laid out again as it was, and run with other options", async ({ page, server }) => {
  const studio = new Studio(page);
  await page.goto("/");
  await studio.choose([await photo("b.jpg"), await photo("a.jpg", 500)]);
  await page.getByRole("textbox", { name: "Prompt for a.jpg" }).fill("bold, simple");
  await page.getByRole("button", { name: "Move b.jpg up" }).click();
  await page.getByRole("radio", { name: "Draft" }).check();
  await page.getByRole("combobox", { name: "Paper size" }).selectOption("Square");
  await page.getByRole("spinbutton", { name: "Margin (mm)" }).fill("17");
  const first = await studio.startBatch();
  await studio.seeEnd("Done");

  // What was chosen meanwhile for something else does not stay.
  await page.getByRole("link", { name: "Start another batch" }).click();
  await page.getByRole("combobox", { name: "Paper size" }).selectOption("A4 (210 × 297 mm)");
  await studio.choose([await photo("other.jpg")]);
  await expect(page.getByText("1 picture ready.").first()).toBeVisible();
  page.on("dialog", (leaving) => leaving.accept());
  await page.goto(`/jobs/${first}`);
  await page.getByRole("button", { name: "Run again with other options" }).click();
  // What was laid out before this page was loaded is not taken away without a question either.
  const question = page.getByRole("dialog", { name: "Replace what is laid out?" });
  await question.getByRole("button", { name: "Yes, replace it" }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByText("2 pictures ready.").first()).toBeVisible();
  await studio.seeOrder(["b.jpg", "a.jpg"]);
  await expect(page.getByRole("textbox", { name: "Prompt for a.jpg" })).toHaveValue("bold, simple");
  await expect(page.getByRole("combobox", { name: "Paper size" })).toHaveValue("square");
  await expect(page.getByLabel("Margin (mm)")).toHaveValue("17");
  await expect(page.getByRole("img", { name: "Coloring page of b.jpg with these options" })).toBeVisible({
    timeout: drawingMs,
  });

  await page.getByRole("combobox", { name: "Paper size" }).selectOption("A4 (210 × 297 mm)");
  const second = await studio.startBatch();
  expect(second).not.toBe(first);
  await studio.seeEnd("Done");
  const sheet = await (await server.fetch(`/api/v1/batch/${second}/pages/1/sheet`)).json();
  expect([sheet.width_mm, sheet.height_mm].sort()).toEqual([210, 297]);
});

test("A teacher has one page of a book drawn with other options, after looking at it", async ({ page, server }) => {
  const api = new TestClient(server);
  const { batch_id } = await api.submitPictures(
    [
      ["a.jpg", (await photo("a.jpg")).buffer],
      ["b.jpg", (await photo("b.jpg", 500)).buffer],
      ["c.jpg", (await photo("c.jpg", 520)).buffer],
    ],
    { quality: "draft", page_size: "a4" },
  );
  await api.finished(batch_id);
  await page.goto(`/jobs/${batch_id}`);
  await page.getByRole("button", { name: "Open the page of b.jpg" }).click();
  const viewer = page.getByRole("dialog", { name: /b\.jpg/ });
  await expect(viewer).toBeVisible();
  await expectAccessible(page, "a page that can be drawn with other options", "dialog[open]");
  await viewer.getByRole("button", { name: "Draw it with other options" }).click();
  await expect(page).toHaveURL(/\/$/);
  const studio = new Studio(page);
  await expect(page.getByText("1 picture ready.").first()).toBeVisible();
  await studio.seeOrder(["b.jpg"]);
  await expect(page.getByRole("combobox", { name: "Paper size" })).toHaveValue("a4");
  const thumbnail = studio.picture("b.jpg").locator("img");
  await expect.poll(() => thumbnail.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  // It is said that the book stays as it is, and how it can be changed.
  await expect(
    page.getByText(/^This page becomes a batch of its own; the book it came from stays as it is\./),
  ).toBeVisible();
  await expectAccessible(page, "one page laid out alone");
  await expect(page.getByRole("link", { name: "To the whole batch" })).toHaveAttribute("href", `/jobs/${batch_id}`);
  await page.getByRole("radio", { name: "Bold" }).check();
  await studio.startBatch();
  await studio.seeEnd("Done");
  await page.goto("/");
  await studio.choose([await photo("other.jpg")]);
  await expect(page.getByText("This page becomes a batch of its own")).toHaveCount(0);
});

test("Something that is laid out is not replaced without a question", async ({ page }) => {
  const studio = new Studio(page);
  await page.goto("/");
  await studio.choose([await photo("a.jpg")]);
  await page.getByRole("radio", { name: "Draft" }).check();
  const id = await studio.startBatch();
  await studio.seeEnd("Done");
  await page.getByRole("link", { name: "Start another batch" }).click();
  await studio.choose([await photo("other.jpg")]);
  await page.getByRole("link", { name: "Jobs", exact: true }).click();
  await page.locator(`a[href$="${id}"]`).click();
  await page.getByRole("button", { name: "Run again with other options" }).click();
  const question = page.getByRole("dialog", { name: "Replace what is laid out?" });
  await question.getByRole("button", { name: "Yes, replace it" }).click();
  await expect(page.getByText("1 picture ready.").first()).toBeVisible();
  await studio.seeOrder(["a.jpg"]);
});

test("A whole folder is chosen, without what the system left in it", async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), "w1-folder-"));
  try {
    for (const name of ["page 2.jpg", "page 10.jpg"]) await writeFile(join(folder, name), (await photo(name)).buffer);
    await writeFile(join(folder, ".DS_Store"), "x");
    const studio = new Studio(page);
    await page.goto("/");
    const opened = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose a folder" }).click();
    await (await opened).setFiles(folder);
    await expect(studio.pictures).toHaveCount(2);
    await studio.seeOrder(["page 2.jpg", "page 10.jpg"]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test.describe("where the network breaks", () => {
  test.use({ expectedErrors: [/net::ERR_/] });

  test("Uploads that broke off go on by themselves when the connection is back", async ({ page, server }) => {
    const line = await Line.to(server.origin);
    try {
      const studio = await Studio.begun(page, line.origin);
      line.cut();
      await studio.choose(await Promise.all(["a.jpg", "b.jpg", "c.jpg", "d.jpg"].map((name) => photo(name, 600))));
      await expect(studio.picture("a.jpg").getByText("Connection lost; the upload goes on by itself")).toBeVisible();
      await expect(
        page.getByText(/^No connection: \d files? (is|are) sent as soon as it is back\.$/).first(),
      ).toBeVisible();
      line.mend();
      await expect(page.getByText("5 pictures ready.").first()).toBeVisible({ timeout: 30_000 });
      await page.getByRole("radio", { name: "Draft" }).check();
      await studio.startBatch();
    } finally {
      await page.close();
      await line.close();
    }
  });
});
