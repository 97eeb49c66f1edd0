import type { Page } from "@playwright/test";
import { TestClient } from "@/tests/support/client";
import { expect, test } from "@/tests/support/fixtures";
import { jpegHouse } from "@/tests/support/pictures";
import { expectAccessible } from "./accessible";
import { Line } from "./line";
import { drawingMs, Studio } from "./studio";

test("Progress is seen live, without a reload", async ({ page, heldSite }) => {
  const { site, server } = heldSite;
  const studio = new Studio(page);
  const { batch_id } = await new TestClient(server).generate({ items: site.items(8), options: { quality: "draft" } });
  await page.goto(`${server.origin}/jobs/${batch_id}`);
  site.letGo(3);

  const bar = page.getByRole("progressbar", { name: "Progress" });
  const news = page.getByRole("list", { name: "What is happening" });
  await expect(news.getByText(/^\d+\.jpg: finding the lines$/).first()).toBeVisible({ timeout: drawingMs });
  await expect(studio.pages.filter({ hasText: "Running" }).first()).toBeVisible();

  // Whoever comes later is told in the same words.
  await page.reload();
  await expect(news.getByRole("listitem").first()).toBeVisible();
  // The first three may be drawn by now, and nothing more is told of the others while they are held.
  site.letGo(2);
  await expect(news.getByText(/^\d+\.jpg: /).first()).toBeVisible({ timeout: drawingMs });
  const stages = "decode|normalize|outline|clean|vectorize|inspect|page";
  await expect(news.getByText(new RegExp(`^\\d+\\.jpg: (${stages})$`))).toHaveCount(0);

  // A page is there to be looked at and taken while others are still drawn.
  await expect(page.getByRole("img", { name: "Coloring page of 1.jpg" })).toBeVisible({ timeout: drawingMs });
  await expect(page.getByRole("link", { name: /^Download finished so far/ })).toBeVisible();
  const early = Number(await bar.getAttribute("value"));
  expect(early).toBeGreaterThan(0);
  expect(early).toBeLessThan(100);
  site.letGo();

  await studio.seeEnd("Done");
  await expect(bar).toHaveAttribute("value", "100");
  await expect(page.getByText("8 of 8 finished")).toBeVisible();

  const told = page.getByRole("list", { name: "What happened" });
  await page.getByRole("radio", { name: "Finished" }).check();
  await expect(told.getByText(/finding the lines/)).toHaveCount(0);
  await expect(told.getByText("8.jpg is ready", { exact: true })).toBeVisible();
  await page.getByRole("radio", { name: "Problems" }).check();
  await expect(told.getByText(/^\d+\.jpg/)).toHaveCount(0);
  await expectAccessible(page, "the filtered news");

  // Whoever comes when all is over finds the pages, and no list of news that has only the end in it.
  await page.reload();
  await expect(page.getByRole("img", { name: "Coloring page of 8.jpg" })).toBeVisible();
  await expect(told).toHaveCount(0);
});

test("A batch is right again after a reload in the middle and in a second tab", async ({ page, context, heldSite }) => {
  const { site, server } = heldSite;
  const { batch_id } = await new TestClient(server).generate({ items: site.items(6), options: { quality: "draft" } });
  const address = `${server.origin}/jobs/${batch_id}`;
  const pages = (tab: Page) => tab.getByRole("img", { name: /^Coloring page of/ });
  await page.goto(address);
  site.letGo(2);
  await expect(pages(page)).toHaveCount(2);
  await page.reload();
  const second = await context.newPage();
  await second.goto(address);
  for (const tab of [page, second]) await expect(pages(tab)).toHaveCount(2);
  site.letGo();
  for (const tab of [page, second]) {
    await new Studio(tab).seeEnd("Done");
    await expect(pages(tab)).toHaveCount(6);
  }
  await second.close();
});

test.describe("away from the network", () => {
  test.use({ expectedErrors: [/net::ERR_/] });

  test("A phone that loses its connection catches up by itself", async ({ page, heldSite }) => {
    const { site, server } = heldSite;
    const line = await Line.to(server.origin);
    try {
      const studio = new Studio(page);
      const options = { quality: "draft" } as const;
      const { batch_id } = await new TestClient(server).generate({ items: site.items(8), options });
      await page.goto(`${line.origin}/jobs/${batch_id}`);
      site.letGo(3);
      const news = page.getByRole("list", { name: "What is happening" });
      await expect(news.getByText(/^\d+\.jpg: /).first()).toBeVisible({ timeout: drawingMs });
      // The first line may be from the status; a second one has come over the stream.
      await expect(news.getByRole("listitem").nth(1)).toBeVisible({ timeout: drawingMs });
      line.cut();
      await expect(page.getByText("Connection lost, reconnecting…")).toBeVisible();
      line.mend();
      // It goes on where it had stopped, and so misses nothing.
      await expect.poll(() => line.sent.some((head) => /progress HTTP.*last-event-id: \d+/is.test(head))).toBe(true);
      site.letGo();
      await studio.seeEnd("Done");
      await expect(page.getByText("8 of 8 finished")).toBeVisible();
    } finally {
      await page.close();
      await line.close();
    }
  });

  test("A page whose picture did not come while the server was away shows it once it is back", async ({
    page,
    server,
  }) => {
    const api = new TestClient(server);
    const { batch_id } = await api.submitPictures([["a.jpg", await jpegHouse()]], { quality: "draft" });
    await api.finished(batch_id);
    await page.route("**/artifacts/pages/**", (route) => route.abort());
    const missed = page.waitForEvent("requestfailed");
    await page.goto(`/jobs/${batch_id}`);
    await missed;
    await page.unroute("**/artifacts/pages/**");
    const picture = page.getByRole("img", { name: "Coloring page of a.jpg" });
    const drawn = () => picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
    await expect.poll(drawn, { timeout: 20_000 }).toBeGreaterThan(0);
  });

  test("What came out can be taken although the connection was gone when the batch ended", async ({
    page,
    heldSite,
  }) => {
    const { site, server } = heldSite;
    const studio = new Studio(page);
    const options = { quality: "draft" } as const;
    const { batch_id } = await new TestClient(server).generate({ items: site.items(6), options });
    await page.goto(`${server.origin}/jobs/${batch_id}`);
    await expect(studio.pages).toHaveCount(6);
    // The news of the end comes through, the answer that has the files does not.
    await page.route("**/status", (route) => route.abort());
    site.letGo();
    await studio.seeEnd("Done");
    await page.unroute("**/status");
    await expect(page.getByRole("link", { name: "Download ZIP" })).toBeVisible({ timeout: 30_000 });
  });
});
