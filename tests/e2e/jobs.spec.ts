import { openDatabase } from "@/db/client";
import { TestClient } from "@/tests/support/client";
import { expect, test } from "@/tests/support/fixtures";
import { jpegHouse } from "@/tests/support/pictures";
import { svgFile } from "./deck-studio";
import { drawingMs } from "./studio";

const bin = { name: "Batches" };

test("Jobs lists and opens batches", async ({ page, server }) => {
  const client = new TestClient(server);
  const picture = await jpegHouse();
  const older = await client.submitPictures([["one.jpg", picture]], { quality: "draft" });
  const newer = await client.submitPictures(
    [
      ["one.jpg", picture],
      ["two.jpg", picture],
    ],
    { quality: "draft" },
  );
  await client.finished(newer.batch_id);
  await client.finished(older.batch_id);

  await page.goto("/jobs");
  const rows = page.getByRole("list", bin).getByRole("listitem");
  await expect(rows.first()).toContainText("2 pictures");
  await expect(rows.nth(1)).toContainText("1 picture");
  await expect(rows.first().getByText("Done", { exact: true })).toBeVisible();
  // Its first page, beside its name.
  const cover = rows.first().locator("img");
  await expect.poll(() => cover.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(16);

  await rows.first().getByRole("link").click();
  await expect(page).toHaveURL(new RegExp(`/jobs/${newer.batch_id}$`));
  await expect(page.getByRole("heading", { name: "2 pictures to color" })).toBeVisible();
  await page.getByRole("link", { name: "All jobs" }).click();
  await expect(page).toHaveURL(/\/jobs$/);
});

test("The filter is in the address, and its empty answer is told apart from no batches", async ({ page, server }) => {
  const client = new TestClient(server);
  const { batch_id } = await client.submitPictures([["one.jpg", await jpegHouse()]], { quality: "draft" });
  await client.finished(batch_id);

  await page.goto("/jobs");
  const filters = page.getByRole("navigation", { name: "Filter by status" });
  // Other tests leave failed batches and decks behind, and none that waits.
  await filters.getByRole("link", { name: "Waiting" }).click();
  await expect(page).toHaveURL(/status=pending/);
  await page.reload();
  await expect(page.getByText("Nothing matches")).toBeVisible();
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(page.getByRole("list", bin)).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("The filter that is chosen is in view, also at the end of its row", async ({ page }) => {
    await page.goto("/jobs?status=cancelled");
    await expect(page.getByRole("link", { name: "Cancelled", exact: true })).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
  });
});

test("The list follows what runs, and loads older batches on request", async ({ page, server }) => {
  const client = new TestClient(server);
  const { buffer } = svgFile("one.svg", "one");
  const { file_id } = await client.upload("one.svg", buffer);
  await page.goto("/jobs");
  for (let i = 0; i < 25; i++) await client.deck({ items: [{ file: file_id }], generate_previews: false });
  const rows = page.getByRole("list", bin).getByRole("listitem");
  await page.reload();
  await expect(rows).toHaveCount(20);
  await expect(rows.getByText("Done", { exact: true })).toHaveCount(20, { timeout: drawingMs });
  await page.getByRole("button", { name: "Load more" }).click();
  await expect(rows.nth(24)).toBeVisible();
});

test("Of many batches the one that is looked for is found, and the address keeps the words", async ({
  page,
  serverWith,
}) => {
  const fresh = await serverWith();
  const client = new TestClient(fresh);
  const { buffer } = svgFile("one.svg", "one");
  const { file_id } = await client.upload("one.svg", buffer);
  const deck = (title: string) =>
    client.deck({ items: [{ file: file_id }], options: { title }, generate_previews: false });
  await deck("The harbour in March");
  for (let i = 0; i < 20; i++) await deck(`Lesson ${i}`);
  await page.goto(`${fresh.origin}/jobs`);
  const rows = page.getByRole("list", bin).getByRole("listitem");
  await expect(rows).toHaveCount(20);
  const field = page.getByRole("searchbox", { name: "Find by title, file or prompt" });
  await field.fill("march harbour");
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText("The harbour in March");
  await expect(page).toHaveURL(/find=march\+harbour/);

  await page.reload();
  await expect(field).toHaveValue("march harbour");
  await expect(rows).toHaveCount(1);
  await field.fill("nothing of the kind");
  await expect(page.getByText("No batch has “nothing of the kind” in its title")).toBeVisible();
  await expect(field).toBeFocused();
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(rows).toHaveCount(20);
  await expect(field).toHaveValue("");
});

test("A new house has no batches yet", async ({ page, serverWith }) => {
  const fresh = await serverWith();
  await page.goto(`${fresh.origin}/jobs`);
  await expect(page.getByText("No batches yet")).toBeVisible();
  await page.getByRole("link", { name: "Start a batch" }).click();
  await expect(page.getByRole("heading", { name: "New batch" })).toBeVisible();
});

test.describe("when something is missing", () => {
  test.use({ expectedErrors: [/net::ERR_|status of (404|500)/] });

  test("A list that could not be loaded says so and can be tried again", async ({ page, serverWith }) => {
    const fresh = await serverWith({ LOG_LEVEL: "silent" });
    const database = openDatabase(fresh.data).$client;
    try {
      database.exec("alter table batch_jobs rename to mislaid");
      await page.goto(`${fresh.origin}/jobs`);
      await expect(page.getByText("The list could not be loaded")).toBeVisible();
      database.exec("alter table mislaid rename to batch_jobs");
      await page.getByRole("button", { name: "Try again" }).click();
      await expect(page.getByText("No batches yet")).toBeVisible();
    } finally {
      database.close();
    }
  });

  test("A list that was there stays when it cannot be looked at again, and says that it may be old", async ({
    page,
    server,
  }) => {
    const { batch_id } = await new TestClient(server).submitPictures([["one.jpg", await jpegHouse()]]);
    await page.route("**/api/v1/batch?*", (route) => route.abort());
    await page.goto("/jobs");
    await expect(page.locator(`a[href$="${batch_id}"]`)).toBeVisible();
    await expect(page.getByText("The list could not be refreshed; this is how it last stood.")).toBeVisible({
      timeout: 30_000,
    });
    await expect(page.locator(`a[href$="${batch_id}"]`)).toBeVisible();
  });

  test("The list stands on the page as it is sent, without any script", async ({ browser, server }) => {
    const { batch_id } = await new TestClient(server).submitPictures([["one.jpg", await jpegHouse()]]);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.origin}/jobs`);
    await expect(page.locator(`a[href$="${batch_id}"]`)).toBeVisible();
    await page.goto(`${server.origin}/jobs?kind=deck`);
    await expect(page.locator(`a[href$="${batch_id}"]`)).toHaveCount(0);
    await context.close();
  });

  test("A batch that is not there says so and leads back", async ({ page }) => {
    await page.goto("/jobs/batch_that-never-was");
    await expect(page.getByRole("heading", { name: "This batch is not here" })).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: "All jobs" }).click();
    await expect(page.getByRole("heading", { name: "Jobs" })).toBeVisible();
  });
});
