import { expect, test } from "@/tests/support/fixtures";
import { jpegNoise } from "@/tests/support/pictures";
import { expectAccessible } from "./accessible";
import { DeckStudio, svgFile } from "./deck-studio";
import { photo, Studio } from "./studio";

test("A publisher loads the page again while pictures are sent: what was sent stays, with its prompts and its order", async ({
  page,
}) => {
  page.on("dialog", (question) => question.accept());
  const studio = new Studio(page);
  await page.goto("/");
  await studio.choose([await photo("plate 1.jpg"), await photo("plate 2.jpg", 500)]);
  await expect(page.getByText("2 pictures ready.").first()).toBeVisible();
  await page.getByRole("textbox", { name: "One prompt for all" }).fill("{name}, simple");
  await page.getByRole("textbox", { name: "Prompt for plate 2.jpg" }).fill("bold");
  await page.getByRole("button", { name: "Move plate 2.jpg up" }).click();

  // A line so slow that the last one is on its way for as long as this takes.
  const devtools = await page.context().newCDPSession(page);
  const slow = { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: 100_000 };
  await devtools.send("Network.emulateNetworkConditions", slow);
  const last = { name: "plate 3.jpg", mimeType: "image/jpeg", buffer: await jpegNoise(1400) };
  await studio.choose([last]);
  await page.getByRole("textbox", { name: "Prompt for plate 3.jpg" }).fill("detailed");
  await expect(studio.picture("plate 3.jpg").getByText(/^Uploading, \d+ %$/)).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await devtools.send("Network.emulateNetworkConditions", { ...slow, uploadThroughput: -1 });

  await studio.seeOrderOfAll(["plate 2.jpg", "plate 1.jpg", "plate 3.jpg"]);
  await expect(page.getByRole("textbox", { name: "One prompt for all" })).toHaveValue("{name}, simple");
  await expect(page.getByRole("textbox", { name: "Prompt for plate 2.jpg" })).toHaveValue("bold");
  await expect(studio.picture("plate 3.jpg").getByRole("alert")).toContainText(
    "plate 3.jpg was not wholly sent when this page was loaded again. Choose it once more, alone or along with others.",
  );
  await expect(page.getByRole("img", { name: "Coloring page of plate 2.jpg with these options" })).toBeVisible({
    timeout: 30_000,
  });
  const thumbnail = studio.picture("plate 1.jpg").locator("img");
  await expect.poll(() => thumbnail.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await expectAccessible(page, "what was laid out before a reload");

  // It takes its place and its prompt, with whatever is chosen along with it.
  await studio.choose([await photo("plate 4.jpg", 520), last]);
  await studio.seeOrderOfAll(["plate 2.jpg", "plate 1.jpg", "plate 3.jpg", "plate 4.jpg"]);
  await expect(page.getByRole("textbox", { name: "Prompt for plate 3.jpg" })).toHaveValue("detailed");
  await page.getByRole("radio", { name: "Draft" }).check();
  await expect(page.getByText("4 pictures ready.").first()).toBeVisible();
  await studio.startBatch();
  await studio.seeEnd("Done");
  await page.getByRole("link", { name: "Start another batch" }).click();
  await expect(page.getByRole("button", { name: "Choose pictures" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Choose pictures" })).toBeVisible();
  await expect(studio.pictures).toHaveCount(0);
});

test("A designer's slides outlast a reload, files and addresses in their order", async ({ page }) => {
  page.on("dialog", (question) => question.accept());
  const studio = new DeckStudio(page);
  await page.goto("/?kind=deck");
  await studio.choose([svgFile("logo.svg", "logo")]);
  await studio.addAddresses(["https://example.org/chart.svg"]);
  await page.getByRole("button", { name: "Move https://example.org/chart.svg up" }).click();
  await expect(page.getByText("2 slides ready.").first()).toBeVisible();
  await page.reload();
  await expect(page.getByText("2 slides ready.").first()).toBeVisible();
  await studio.seeOrder(["https://example.org/chart.svg", "logo.svg"]);
});
