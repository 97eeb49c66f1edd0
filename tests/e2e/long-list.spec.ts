import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/fixtures";
import { expectAccessible } from "./accessible";
import { photo, Studio } from "./studio";

const many = 120;

test("A publisher finds her way through many pictures by keyboard", async ({ page }) => {
  const studio = new Studio(page);
  await page.goto("/");
  const { buffer, mimeType } = await photo("one.jpg", 48);
  await studio.choose(Array.from({ length: many }, (_, at) => ({ name: `${at + 1}.jpg`, mimeType, buffer })));
  await expect(page.getByRole("heading", { name: `${many} pictures`, level: 2 })).toBeVisible();
  await expect(studio.start).toBeEnabled({ timeout: 60_000 });

  // Only what is near is drawn, and each says which one of all it is.
  expect(await studio.pictures.count()).toBeLessThan(many / 2);
  await expect(studio.picture("3.jpg").first()).toHaveAttribute("aria-posinset", "3");
  await expect(studio.pictures.first()).toHaveAttribute("aria-setsize", String(many));

  // What has the focus stays there, however far away one looks, and Tab goes on from it.
  const prompt = (n: number) => page.getByRole("textbox", { name: `Prompt for ${n}.jpg`, exact: true });
  await prompt(2).focus();
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expect(page.getByTitle(`${many - 1}.jpg`, { exact: true })).toBeInViewport();
  await expect(prompt(20)).toHaveCount(0);
  await expect(prompt(2)).toBeFocused();
  await page.keyboard.type("a boat");
  await expect(prompt(2)).toHaveValue("a boat");
  await expect(prompt(2)).toBeInViewport();

  // The end can be reached from behind.
  await page.getByRole("complementary").locator("summary, input, select, button").first().focus();
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("button", { name: `Remove ${many}.jpg` })).toBeFocused();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page.getByText(`${many}.jpg is now ${many - 1} of ${many}`)).toBeAttached();
  await expect(page.getByRole("button", { name: `Remove ${many}.jpg` })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: `Remove ${many - 1}.jpg` })).toBeFocused();
  await expectAccessible(page, "many pictures");
});

test("A publisher finds one picture among many by a word of its name or prompt, on the tray and in the batch", async ({
  page,
}) => {
  const studio = new Studio(page);
  await page.goto("/");
  const { buffer, mimeType } = await photo("one.jpg", 48);
  const names = Array.from({ length: 30 }, (_, at) => (at === 24 ? "Garden party.jpg" : `${at + 1}.jpg`));
  await studio.choose(names.map((name) => ({ name, mimeType, buffer })));
  await page.getByRole("radio", { name: "Draft" }).check();
  await expect(studio.start).toBeEnabled({ timeout: 60_000 });
  await page.getByRole("textbox", { name: "Prompt for 3.jpg", exact: true }).fill("in the GARDEN");
  const find = page.getByRole("searchbox", { name: "Find by name or prompt" });
  await page.getByRole("heading", { name: "30 pictures" }).click();
  await keysAwake(page);
  await page.keyboard.press("/");
  await expect(find).toBeFocused();
  await page.keyboard.type("garden");
  await expect(page.getByRole("status").filter({ hasText: "2 of 30" })).toBeVisible();
  await studio.seeOrder(["3.jpg", "Garden party.jpg"]);
  await expectAccessible(page, "what was found on the tray");

  // What is found keeps its place among all, and moves there.
  await page.getByRole("button", { name: "Move Garden party.jpg up" }).click();
  await expect(page.getByText("Garden party.jpg is now 29 of 30")).toBeAttached();
  await find.fill("nowhere");
  await expect(page.getByText("Nothing here has “nowhere” in its name or prompt.")).toBeVisible();
  await find.fill("garden");
  await page.getByRole("button", { name: "Remove 3.jpg" }).click();
  await expect(page.getByRole("button", { name: "Remove Garden party.jpg" })).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(find).toHaveValue("");
  await expect(page.getByRole("button", { name: "Remove 3.jpg" })).toBeFocused();

  await studio.startBatch();
  await page.getByRole("searchbox", { name: "Find by name or prompt" }).fill("party");
  await expect(studio.pages).toHaveCount(1);
  await expect(page.getByRole("status").filter({ hasText: "1 of 30" })).toBeVisible();
  await expect(studio.pages).toContainText("29 Garden party.jpg");
  await expectAccessible(page, "what was found in the batch");
});

/** Sees by the sheet of keys that they are heard, which comes by a script of its own: asked for twice, it is open all the same. */
async function keysAwake(page: Page): Promise<void> {
  const sheet = page.getByRole("dialog", { name: "Keys of this page" });
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(sheet).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("The options are one tap away, however many pictures lie above them", async ({ page }) => {
    const studio = new Studio(page);
    await page.goto("/");
    const { buffer, mimeType } = await photo("one.jpg", 48);
    await studio.choose(Array.from({ length: 40 }, (_, at) => ({ name: `${at + 1}.jpg`, mimeType, buffer })));
    const options = page.getByRole("heading", { name: "How the pages should look" });
    await expect(studio.picture("3.jpg").first()).toBeAttached();
    await expect(options).not.toBeInViewport();
    await page.getByRole("link", { name: "How the pages should look" }).click();
    await expect(options).toBeInViewport();
    await expect(page.getByText("40 pictures ready.").first()).toBeVisible({ timeout: 60_000 });
    await expect(options).toBeInViewport();
    await expectAccessible(page, "many pictures on a phone");
  });
});

test.describe("with one file that is none", () => {
  // The browser itself reports refused uploads as errors: here they are what is asked for.
  test.use({ expectedErrors: [/status of 415/] });

  test("Whoever starts too early is brought to the picture that is in the way", async ({ page }) => {
    const studio = new Studio(page);
    await page.goto("/");
    const { buffer, mimeType } = await photo("one.jpg", 48);
    const bad = { name: "70 notes.jpg", mimeType, buffer: Buffer.from("a shopping list") };
    const good = Array.from({ length: many }, (_, at) => ({ name: `${at + 1}.jpg`, mimeType, buffer }));
    await studio.choose([...good, bad]);
    await expect(page.getByText("70 notes.jpg cannot be used.", { exact: false })).toBeVisible({ timeout: 60_000 });
    await expect(studio.picture(bad.name)).toHaveCount(0);
    await studio.start.click({ force: true });
    await expect(studio.picture(bad.name).getByRole("alert")).toBeInViewport();
  });
});
