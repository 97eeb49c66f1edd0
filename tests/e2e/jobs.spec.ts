import { TestClient } from "@/tests/support/client";
import { expect, test } from "@/tests/support/fixtures";
import { jpegHouse } from "@/tests/support/pictures";
import { TestServer } from "@/tests/support/server";
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
  await filters.getByRole("link", { name: "Failed" }).click();
  await expect(page).toHaveURL(/status=failed/);
  await page.reload();
  await expect(page.getByText("Nothing matches")).toBeVisible();
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(page.getByRole("list", bin)).toBeVisible();
});

test("The list follows what runs, and loads older batches on request", async ({ page, server }) => {
  const client = new TestClient(server);
  const { file_id } = await client.upload("one.jpg", await jpegHouse());
  await page.goto("/jobs");
  for (let i = 0; i < 25; i++) await client.generate({ items: [{ file: file_id }], options: { quality: "draft" } });
  const rows = page.getByRole("list", bin).getByRole("listitem");
  await page.reload();
  await expect(rows).toHaveCount(20);
  await expect(rows.getByText("Done", { exact: true })).toHaveCount(20, { timeout: drawingMs });
  await page.getByRole("button", { name: "Load more" }).click();
  await expect(rows.nth(24)).toBeVisible();
});

test("A new house has no batches yet", async ({ page }) => {
  const fresh = await new TestServer().start();
  try {
    await page.goto(`${fresh.origin}/jobs`);
    await expect(page.getByText("No batches yet")).toBeVisible();
    await page.getByRole("link", { name: "Start a batch" }).click();
    await expect(page.getByRole("heading", { name: "New batch" })).toBeVisible();
  } finally {
    await fresh.stop();
  }
});

test.describe("when something is missing", () => {
  test.use({ expectedErrors: [/net::ERR_|status of 404/] });

  test("A list that could not be loaded says so and can be tried again", async ({ page }) => {
    await page.route("**/api/v1/batch?*", (route) => route.abort());
    await page.goto("/jobs");
    await expect(page.getByText("The list could not be loaded")).toBeVisible();
    await page.unroute("**/api/v1/batch?*");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByText("The list could not be loaded")).toBeHidden();
  });

  test("A batch that is not there says so and leads back", async ({ page }) => {
    await page.goto("/jobs/batch_that-never-was");
    await expect(page.getByRole("heading", { name: "This batch is not here" })).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: "All jobs" }).click();
    await expect(page.getByRole("heading", { name: "Jobs" })).toBeVisible();
  });
});
