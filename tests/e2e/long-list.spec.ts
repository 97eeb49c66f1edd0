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
    await expect(page.getByText("1 picture could not be uploaded.", { exact: false })).toBeVisible({ timeout: 60_000 });
    await expect(studio.picture(bad.name)).toHaveCount(0);
    await studio.start.click({ force: true });
    await expect(studio.picture(bad.name).getByRole("alert")).toBeInViewport();
  });
});
