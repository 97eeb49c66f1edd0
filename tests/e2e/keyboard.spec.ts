import { expect, test } from "@/tests/support/fixtures";
import { photo, Studio } from "./studio";
import { tabTo } from "./tab-to";

test("A batch is laid out, ordered and started with the keyboard alone", async ({ page }) => {
  const studio = new Studio(page);
  await page.goto("/");
  await tabTo(page, "Choose pictures");
  const opened = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (await opened).setFiles([await photo("a.jpg"), await photo("b.jpg"), await photo("c.jpg")]);
  await expect(page.getByText("3 pictures ready.").first()).toBeVisible();

  await tabTo(page, "Prompt for a.jpg");
  await page.keyboard.type("bold");
  await tabTo(page, "Move a.jpg down");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await studio.seeOrder(["b.jpg", "c.jpg", "a.jpg"]);
  // The button goes with its picture, also to the end of the list.
  await expect(page.getByRole("button", { name: "Move a.jpg down" })).toBeFocused();
  await expect(page.getByText("a.jpg is now 3 of 3")).toBeAttached();

  await tabTo(page, "Remove a.jpg");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Remove c.jpg" })).toBeFocused();

  await tabTo(page, "Start batch");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/jobs\/batch_/);
  await studio.seeEnd("Done");
  await expect(studio.pages).toHaveCount(2);
});

test("The first Tab offers to skip to the content", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});
