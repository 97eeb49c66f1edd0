import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TestClient } from "@/tests/support/client";
import { expect, test } from "@/tests/support/fixtures";
import { jpegHouse, pngBomb, truncatedJpeg } from "@/tests/support/pictures";
import { expectAccessible } from "./accessible";
import { photo, Studio } from "./studio";

// The browser itself reports refused uploads as errors: here they are what is asked for.
test.use({ expectedErrors: [/status of (413|415)/] });

const png = (name: string, buffer: Buffer) => ({ name, mimeType: "image/png", buffer });

test("Bad files are pointed out by name, before anything starts", async ({ page }) => {
  const studio = new Studio(page);
  await page.goto("/");
  await studio.choose([
    await photo("good.jpg"),
    png("notes.png", Buffer.from("a shopping list")),
    png("huge.png", pngBomb(30_000)),
  ]);

  await expect(studio.picture("notes.png")).toContainText("notes.png");
  await expect(studio.picture("huge.png")).toContainText("huge.png");
  await expect(studio.picture("good.jpg").getByText("480 × 320 px")).toBeVisible();
  await expect(
    page.getByText("2 pictures cannot be used. Choose them again or leave them out to start."),
  ).toBeVisible();
  await expect(studio.start).toBeDisabled();

  // What is previewed by itself is one that can be drawn; of one that was refused it is said why there is nothing.
  await expect(page.getByRole("heading", { name: "How good.jpg will look" })).toBeVisible();
  await page.getByRole("button", { name: "Show notes.png in the preview" }).click();
  const preview = page.getByRole("region", { name: "How notes.png will look" });
  await expect(preview.getByText(/notes\.png/)).toHaveCount(2);
  await expect(preview.getByText("Drawn as soon as the file is uploaded.")).toHaveCount(0);

  // One after the other, and from the last to the first again.
  for (const name of ["huge.png", "notes.png", "huge.png"]) {
    await page.getByRole("button", { name: "Show next" }).click();
    await expect(page.getByRole("button", { name: `Remove ${name}` })).toBeFocused();
  }
  await page.getByRole("button", { name: "Remove notes.png" }).click();
  await page.getByRole("button", { name: "Remove huge.png" }).click();
  await expect(studio.start).toBeEnabled();
  await studio.startBatch();
  await studio.seeEnd("Done");
});

test("A photo that was cut off is pointed out before anything starts, and chosen again or left out", async ({
  page,
}) => {
  const studio = new Studio(page);
  const jpeg = (name: string, buffer: Buffer) => ({ name, mimeType: "image/jpeg", buffer });
  const torn = await truncatedJpeg();
  await page.goto("/");
  await studio.choose([
    await photo("1 zoo.jpg"),
    jpeg("2 half.jpg", torn),
    jpeg("3 torn.jpg", torn.subarray(0, torn.length / 2)),
    await photo("4 farm.jpg", 500),
  ]);
  const half = studio.picture("2 half.jpg");
  await expect(half).toContainText("2 half.jpg is damaged or was cut off");
  await expect(studio.picture("3 torn.jpg")).toContainText("Send it again from the original.");
  await expect(
    page.getByText("2 pictures cannot be used. Choose them again or leave them out to start."),
  ).toBeVisible();
  await expect(studio.start).toBeDisabled();
  await expectAccessible(page, "pictures that cannot be used");

  // The whole one takes the place of the half.
  const opened = page.waitForEvent("filechooser");
  await half.getByRole("button", { name: "Choose again: 2 half.jpg" }).click();
  await (await opened).setFiles([await photo("whole.jpg", 640)]);
  await expect(studio.picture("whole.jpg").getByText("640 × 427 px")).toBeVisible();
  await expect(page.getByRole("button", { name: "Remove whole.jpg" })).toBeFocused();

  await expect(page.getByText("3 torn.jpg cannot be used. Choose it again or leave it out to start.")).toBeVisible();
  await page.getByRole("button", { name: "Show it" }).click();
  await expect(page.getByRole("button", { name: "Remove 3 torn.jpg" })).toBeFocused();
  await page.getByRole("button", { name: "Leave it out" }).click();
  await studio.seeOrder(["1 zoo.jpg", "whole.jpg", "4 farm.jpg"]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(studio.picture("3 torn.jpg").getByRole("alert")).toBeVisible();
  await page.getByRole("button", { name: "Leave it out" }).click();
  await studio.startBatch();
  await studio.seeEnd("Done");
  await expect(studio.pages).toHaveCount(3);
});

test("One broken picture does not keep the others from their pages", async ({ page, server }) => {
  const studio = new Studio(page);
  const good = (await photo("good.jpg")).buffer;
  const { batch_id } = await new TestClient(server).submitPictures([
    ["good.jpg", good],
    ["broken.jpg", await truncatedJpeg()],
  ]);
  await page.goto(`/jobs/${batch_id}`);
  await studio.seeEnd("Done");
  const broken = studio.pages.filter({ hasText: "broken.jpg" });
  await expect(broken.getByText("Failed", { exact: true })).toBeVisible();
  await expect(broken.getByText("Stopped at “Opening the picture”")).toBeVisible();
  await expect(page.getByRole("img", { name: "Coloring page of good.jpg" })).toBeVisible();

  await page.getByRole("button", { name: /^Failed/ }).click();
  await expect(studio.pages).toHaveCount(1);
});

test("A folder with twenty files that are no pictures is one complaint, which names them", async ({ page }) => {
  const studio = new Studio(page);
  await page.goto("/");
  const notes = Array.from({ length: 20 }, (_, at) => png(`note ${at + 1}.png`, Buffer.from(`a shopping list, ${at}`)));
  await studio.choose([await photo("good.jpg"), ...notes]);
  const complaint = page.getByRole("main").getByRole("alert");
  await expect(complaint).toHaveText(
    "20 files cannot be used: note 1.png, note 2.png, note 3.png and 17 more. Each says below what is wrong with it.",
  );
  await expect(studio.picture("note 20.png").first()).toContainText("note 20.png is not a picture that can be read.");
  await expectAccessible(page, "twenty files that cannot be used");
  await page.getByRole("button", { name: "Leave them out" }).click();
  await expect(complaint).toHaveCount(0);
  await expect(page.getByText("1 picture ready.").first()).toBeVisible();
});

test.describe("when the server cannot take anything in", () => {
  test.use({ expectedErrors: [/status of 503/] });

  test("An upload that it refused is tried again at the file", async ({ page }) => {
    const studio = new Studio(page);
    await page.goto("/");
    await page.route("**/api/v1/uploads*", (route) => route.fulfill({ status: 503 }));
    await studio.choose([await photo("lost.jpg")]);
    await expect(studio.picture("lost.jpg").getByRole("alert")).toContainText("(503)");
    await page.unroute("**/api/v1/uploads*");
    await page.getByRole("button", { name: "Upload lost.jpg again" }).click();
    await expect(page.getByText("1 picture ready.").first()).toBeVisible();
  });
});

const aMinuteAgo = () => Date.now() / 1000 - 60;

test.describe("when a file is not what it was", () => {
  test.use({ expectedErrors: [/ERR_UPLOAD_FILE_CHANGED|ERR_FILE_NOT_FOUND/] });

  test("A file that was changed or deleted after it was chosen is named, and is no lost connection", async ({
    page,
  }) => {
    const studio = new Studio(page);
    const folder = mkdtempSync(join(tmpdir(), "tracepress-chosen-"));
    const paths = ["kept.jpg", "changed.jpg", "deleted.jpg"].map((name) => join(folder, name));
    for (const path of paths) {
      writeFileSync(path, await jpegHouse(300));
      // Chromium tells a changed file by the whole second of its last change.
      utimesSync(path, aMinuteAgo(), aMinuteAgo());
    }
    await page.goto("/");
    // They are sent once the first has come through, as on a slow line.
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route("**/api/v1/uploads*", async (route) => {
      await held;
      await route.continue();
    });
    const first = Array.from({ length: 3 }, (_, at) => join(folder, `a ${at}.jpg`));
    for (const path of first) writeFileSync(path, await jpegHouse(310 + first.indexOf(path)));
    await page
      .locator("input[type=file]")
      .first()
      .setInputFiles([...first, ...paths]);
    await expect(studio.picture("deleted.jpg").getByText(/^Waiting to upload/)).toBeVisible();
    writeFileSync(paths[1], "something else");
    rmSync(paths[2]);
    letGo();
    for (const name of ["changed.jpg", "deleted.jpg"]) {
      await expect(studio.picture(name)).toContainText(`${name} was changed, moved or deleted after it was chosen.`);
      await expect(page.getByRole("button", { name: `Choose again: ${name}` })).toBeVisible();
    }
    await page.getByRole("button", { name: "Leave them out" }).click();
    await expect(page.getByText("4 pictures ready.").first()).toBeVisible();
    rmSync(folder, { recursive: true });
  });
});

test("More pictures than a batch takes are pointed out before anything starts", async ({ page, serverWith }) => {
  const small = await serverWith({ TRACEPRESS_MAX_ITEMS: "2" });
  const studio = new Studio(page);
  await page.goto(small.origin);
  await studio.choose([await photo("a.jpg"), await photo("b.jpg", 490), await photo("c.jpg", 500)]);
  await expect(page.getByText("A batch takes 2 at most, and 3 are laid out: remove 1.")).toBeVisible();
  await expect(studio.start).toBeDisabled();
  await page.getByRole("button", { name: "Remove b.jpg" }).click();
  await expect(studio.start).toBeEnabled();
});

test("Options that cannot be are said at the option", async ({ page }) => {
  const studio = new Studio(page);
  await page.goto("/");
  await studio.choose([await photo("good.jpg")]);
  await expect(studio.start).toBeEnabled();
  await page.getByRole("spinbutton", { name: "Margin (mm)" }).fill("80");
  await expect(page.getByText("Between 0 and 50 mm.")).toBeVisible();
  await expect(studio.start).toBeDisabled();
  await page.getByRole("combobox", { name: "Paper size" }).selectOption("Same shape as the picture");
  await expect(studio.start).toBeEnabled();
  await page.getByRole("checkbox", { name: "PNG, to print" }).uncheck();
  await page.getByRole("checkbox", { name: "SVG, to edit or scale" }).uncheck();
  await expect(page.getByText("At least one of the two is needed.")).toBeVisible();
  await expect(studio.start).toBeDisabled();
});
