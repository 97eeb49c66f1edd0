import { TestClient } from "@/tests/support/client";
import { expect, test } from "@/tests/support/fixtures";
import { jpegHouse } from "@/tests/support/pictures";
import { expectAccessible } from "./accessible";
import { photo, Studio } from "./studio";

test("Whoever knows the word finds what can be done, and only what can be done here", async ({ page, server }) => {
  const api = new TestClient(server);
  const { batch_id } = await api.submitPictures([["a.jpg", await jpegHouse()]], { quality: "draft" });
  await api.finished(batch_id);
  await page.goto("/");
  await page.getByRole("button", { name: "What to do" }).click();
  const palette = page.getByRole("dialog", { name: "What to do" });
  await expect(palette.getByRole("option", { name: /^Choose files/ })).toBeVisible();
  await expect(palette.getByRole("option", { name: "Delete the batch" })).toHaveCount(0);
  await page.keyboard.type("all jobs");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/jobs$/);
  await expect(palette).toBeHidden();

  await page.goto(`/jobs/${batch_id}`);
  await expect(page.getByRole("button", { name: "Delete", exact: true })).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(palette).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(palette.getByRole("option", { name: "Start the batch" })).toHaveCount(0);
  await expectAccessible(page, "the palette", "dialog[open]");
  await page.keyboard.type("delete");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Delete this batch?" })).toBeVisible();
});

test("The sheet of keys lists what works on the page, and single keys can be switched off", async ({ page }) => {
  const studio = new Studio(page);
  await page.goto("/");
  await studio.choose([await photo("a.jpg")]);
  const sheet = page.getByRole("dialog", { name: "Keys of this page" });
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(sheet).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(sheet.getByText("Start the batch")).toBeVisible();
  await expect(sheet.getByText("Put pages in order")).toHaveCount(0);
  await expectAccessible(page, "the sheet of keys", "dialog[open]");
  await sheet.getByRole("checkbox", { name: "Keys work alone, without Ctrl" }).uncheck();
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "What to do" });
  await expect(palette).toBeVisible();
  await expect(page).toHaveURL(/\/$/);
  await page.keyboard.type("list all");
  await page.keyboard.press("Enter");
  await sheet.getByRole("checkbox", { name: "Keys work alone, without Ctrl" }).check();
  await page.keyboard.press("Escape");
  // What is typed stays where it is typed.
  await page.getByRole("textbox", { name: "Prompt for a.jpg" }).pressSequentially("job?");
  await expect(page.getByRole("textbox", { name: "Prompt for a.jpg" })).toHaveValue("job?");
  await page.getByRole("heading", { name: "New batch" }).click();
  await page.keyboard.press("j");
  await expect(page).toHaveURL(/\/jobs$/);
});

test.describe("away from the network", () => {
  test.use({ expectedErrors: [/net::ERR_/] });

  test("Whoever looks for something while the server cannot be reached keeps the page, and finds it once it can", async ({
    page,
    context,
  }) => {
    await page.goto("/");
    await page.waitForLoadState("networkidle");
    await context.setOffline(true);
    const failed = page.waitForEvent("requestfailed");
    await page.getByRole("button", { name: "What to do" }).click();
    await failed;
    await expect(page.getByRole("heading", { name: "New batch" })).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByRole("combobox", { name: "Find something to do" })).toBeVisible({ timeout: 20_000 });
  });
});
