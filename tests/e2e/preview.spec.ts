import { readFile } from "node:fs/promises";
import type { Locator } from "@playwright/test";
import { expect, test } from "@/tests/support/fixtures";
import { photo, Studio } from "./studio";

test("A teacher sees how the first picture will look, and how each option changes it, before starting", async ({
  page,
  server,
}) => {
  const batches = async () => (await (await server.fetch("/api/v1/batch")).json()).count;
  const earlier = await batches();
  const studio = new Studio(page);
  await page.goto("/");
  await studio.choose([await photo("cat.jpg"), await photo("dog.jpg", 640)]);
  const drawn = page.getByRole("img", { name: "Coloring page of cat.jpg with these options" });
  await expect(drawn).toBeVisible({ timeout: 30_000 });
  const before = await drawn.getAttribute("src");

  await page.getByRole("combobox", { name: "Paper size" }).selectOption("Square");
  await expect(drawn).not.toHaveAttribute("src", before ?? "", { timeout: 30_000 });
  // The picture comes a moment after its address has changed.
  const shape = () => drawn.evaluate((image: HTMLImageElement) => image.naturalWidth / image.naturalHeight);
  await expect.poll(shape).toBeCloseTo(1, 2);

  await page.getByRole("button", { name: "Show dog.jpg in the preview" }).click();
  await expect(page.getByRole("heading", { name: "How dog.jpg will look" })).toBeVisible();
  await expect(page.getByRole("img", { name: "Coloring page of dog.jpg with these options" })).toBeVisible({
    timeout: 30_000,
  });
  expect(await batches()).toBe(earlier);
});

test("A photo as a phone takes it is seen on the tray and drawn, which no browser here can show by itself", async ({
  page,
}) => {
  const studio = new Studio(page);
  await page.goto("/");
  const buffer = await readFile("tests/support/samples/house.heic");
  await studio.choose([{ name: "IMG_0231.HEIC", mimeType: "image/heic", buffer }]);
  const widthOf = (image: Locator) => image.evaluate((shown: HTMLImageElement) => shown.naturalWidth);
  await expect.poll(() => widthOf(studio.picture("IMG_0231.HEIC").locator("img"))).toBe(480);
  await expect.poll(() => widthOf(page.getByRole("img", { name: "IMG_0231.HEIC as it was chosen" }))).toBe(480);
  const drawn = page.getByRole("img", { name: "Coloring page of IMG_0231.HEIC with these options" });
  await expect(drawn).toBeVisible({ timeout: 30_000 });
});
