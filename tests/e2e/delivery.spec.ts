import { TestClient } from "@/tests/support/client";
import { DriveServer } from "@/tests/support/drive-server";
import { expect, test } from "@/tests/support/fixtures";
import { TestServer } from "@/tests/support/server";
import { DeckStudio, svgFile } from "./deck-studio";

test.describe("with Google Drive", () => {
  let drive: DriveServer;
  let house: TestServer;
  test.beforeAll(async () => {
    drive = await new DriveServer().start();
    house = await new TestServer({
      TRACEPRESS_DRIVE_CREDENTIALS: drive.credentials(),
      TRACEPRESS_DRIVE_ROOT: "the-root-folder",
      TRACEPRESS_DRIVE_URL: drive.origin,
      LOG_LEVEL: "silent",
    }).start();
  });
  test.afterAll(async () => {
    await house.stop();
    drive.stop();
  });

  test("A deck that could not be sent stays, says why, and is sent again with one press", async ({ page }) => {
    drive.next("list", { answer: 401, reason: "authError" }, 50);
    const studio = new DeckStudio(page);
    await page.goto(`${house.origin}/?kind=deck`);
    await studio.choose([svgFile("a.svg", "box")]);
    await page.getByRole("checkbox", { name: "Send to Google Drive when done" }).check();
    await page.getByRole("textbox", { name: "Folders in Drive" }).fill("Lessons/{title}");
    await page.getByRole("textbox", { name: "Title of the presentation" }).fill("Shapes");
    await studio.startBatch();
    await studio.seeEnd("Done, upload failed");
    const delivery = page.getByRole("region", { name: "Google Drive" });
    await expect(delivery.getByText("Could not be sent to Google Drive")).toBeVisible();
    expect(await studio.download("Shapes.pptx")).toHaveLength(1);

    drive.forgive("list");
    await delivery.getByRole("button", { name: "Send to Drive again" }).click();
    await expect(delivery.getByText("Sent to Google Drive", { exact: true })).toBeVisible({ timeout: 30_000 });
    await studio.seeEnd("Done");
    await expect(delivery.getByRole("link", { name: "Open the folder in Drive" })).toHaveAttribute("href", /^https?:/);
    expect(drive.store.paths()).toContain("Lessons/Shapes/deck.pptx");

    await page.getByRole("link", { name: "See the trace" }).click();
    await page.getByRole("tab", { name: "Package and delivery" }).click();
    const sent = page.getByRole("table", { name: "Delivery" });
    await expect(sent.getByRole("row").filter({ hasText: "deck.pptx" })).toBeVisible();
    await expect(sent.locator("[data-bar]")).toHaveCount((await sent.getByRole("row").count()) - 1);
  });
});

test("Where Google Drive is not set up, it is not offered, and the settings are named", async ({ page }) => {
  await page.goto("/?kind=deck");
  await expect(page.getByText("set TRACEPRESS_DRIVE_CREDENTIALS and TRACEPRESS_DRIVE_ROOT")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "A preview picture of every slide" })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /Google Drive/ })).toHaveCount(0);
});

test("A batch that is not to be sent says nothing of Drive", async ({ page, server }) => {
  const client = new TestClient(server);
  const svg = svgFile("a.svg", "box");
  const { file_id } = await client.upload(svg.name, svg.buffer);
  const { batch_id } = await client.deck({ items: [{ file: file_id }] });
  await client.finished(batch_id);
  await page.goto(`/jobs/${batch_id}`);
  await expect(page.getByRole("link", { name: "Download the deck (PPTX)" })).toBeVisible();
  await expect(page.getByText("Google Drive")).toHaveCount(0);
});
