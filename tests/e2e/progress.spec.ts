import { expect, test } from "@/tests/support/fixtures";
import { photo, Studio } from "./studio";

const names = Array.from({ length: 8 }, (_, i) => `photo ${i + 1}.jpg`);

test("Progress is seen live, without a reload", async ({ page }) => {
  const studio = new Studio(page);
  await page.goto("/");
  await studio.choose(await Promise.all(names.map((name) => photo(name, 1200))));
  await studio.startBatch();

  const bar = page.getByRole("progressbar", { name: "Progress" });
  const news = page.getByRole("list", { name: "What is happening" });
  await expect(news.getByText("photo 1.jpg: finding the lines")).toBeVisible();
  await expect(studio.pages.filter({ hasText: "Running" }).first()).toBeVisible();

  // A page is there to be looked at and taken while others are still drawn.
  await expect(page.getByRole("img", { name: "Coloring page of photo 1.jpg" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Download finished so far/ })).toBeVisible();
  const early = Number(await bar.getAttribute("value"));
  expect(early).toBeGreaterThan(0);
  expect(early).toBeLessThan(100);

  await studio.seeEnd("Done");
  await expect(bar).toHaveAttribute("value", "100");
  await expect(page.getByText("8 of 8 finished")).toBeVisible();
  await expect(page.getByRole("img", { name: /^Coloring page of/ })).toHaveCount(8);
});

test("A batch is right again after a reload in the middle and in a second tab", async ({ page, context }) => {
  const studio = new Studio(page);
  await page.goto("/");
  await studio.choose(await Promise.all(names.map((name) => photo(name, 1200))));
  const id = await studio.startBatch();
  await page.reload();
  const second = await context.newPage();
  await second.goto(`/jobs/${id}`);
  for (const tab of [page, second]) {
    await new Studio(tab).seeEnd("Done");
    await expect(tab.getByRole("img", { name: /^Coloring page of/ })).toHaveCount(8);
  }
});

test.describe("away from the network", () => {
  test.use({ expectedErrors: [/net::ERR_/] });

  test("A phone that loses its connection catches up by itself", async ({ page, context }) => {
    const studio = new Studio(page);
    await page.goto("/");
    await studio.choose(await Promise.all(names.map((name) => photo(name, 1200))));
    await studio.startBatch();
    await expect(page.getByRole("list", { name: "What is happening" }).getByText("photo 1.jpg").first()).toBeVisible();
    await context.setOffline(true);
    await page.waitForTimeout(2_000);
    await context.setOffline(false);
    await studio.seeEnd("Done");
    await expect(page.getByRole("img", { name: /^Coloring page of/ })).toHaveCount(8);
  });
});
