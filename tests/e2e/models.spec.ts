import { expect, test } from "@/tests/support/fixtures";
import { ModelServer } from "@/tests/support/models/server";
import { TestServer } from "@/tests/support/server";
import { expectAccessible } from "./accessible";
import { photo, Studio } from "./studio";

let companies: ModelServer;
let studioServer: TestServer;
test.beforeAll(async () => {
  companies = await new ModelServer().start();
  const settings = companies.settings({ GOOGLE_GENERATIVE_AI_API_KEY: "", TRACEPRESS_OPENAI_PICTURE_PRICE: "" });
  studioServer = await new TestServer({ ...settings, LOG_LEVEL: "silent" }).start();
});
test.beforeEach(() => companies.reset());
test.afterAll(async () => {
  await studioServer.stop();
  companies.stop();
});

test("Pages are drawn from words alone by a model that someone chose, for no more than they said", async ({ page }) => {
  const studio = new Studio(page);
  await page.goto(studioServer.origin);
  await expect(page.getByText("Everything stays on this machine.")).toBeVisible();
  await page.getByRole("radio", { name: "Claude" }).check();
  await expect(
    page.getByText("Pictures and prompts of this batch leave this machine and go to Anthropic."),
  ).toBeVisible();
  await page
    .getByRole("textbox", { name: "Or pages from words alone, one page a line" })
    .fill("a dragon that reads\na snail in the rain\na third page");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("3 pages ready.").first()).toBeVisible();
  await page.getByRole("radio", { name: "Draft" }).check();

  const limit = page.getByRole("textbox", { name: "Spend at most (US dollars)" });
  await limit.fill("much");
  await expect(page.getByText("An amount above 0, or nothing.")).toBeVisible();
  await expect(studio.start).toHaveAttribute("aria-disabled", "true");
  await limit.fill("0.09");
  await studio.startBatch();
  await studio.seeEnd("Done");

  const main = page.getByRole("main");
  await expect(main.getByText("$0.0312 of $0.0900 at most")).toBeVisible();
  await expect(studio.pages.filter({ hasText: "Drawn by Claude." })).toHaveCount(2);
  await expect(studio.pages.filter({ hasText: "1,200 + 800 tokens, $0.0156" })).toHaveCount(2);
  await expect(studio.pages.filter({ hasText: "to keep what the batch may cost" })).toHaveCount(1);
  await expectAccessible(page, "a batch of Claude's");
});

test("Nothing is sent before the batch starts, and a page that somebody else drew says so", async ({ page }) => {
  companies.next("claude", { refusal: true });
  const studio = new Studio(page);
  await page.goto(studioServer.origin);
  await page.getByRole("radio", { name: "Claude" }).check();
  await studio.choose([await photo("house.jpg")]);
  await expect(page.getByText("1 picture ready.").first()).toBeVisible();
  await expect(page.getByText("No preview: Anthropic is asked only once the batch has started.")).toBeVisible();
  await page.getByRole("checkbox", { name: "Where Claude fails, let the built-in engine draw" }).check();
  await page.getByRole("radio", { name: "Draft" }).check();
  expect(companies.requests).toEqual([]);
  await studio.startBatch();
  await studio.seeEnd("Done");
  await expect(
    studio.pages.filter({ hasText: "Drawn by the built-in engine, not by Claude: Claude refused to draw house.jpg." }),
  ).toBeVisible();
  await expect(page.getByRole("img", { name: "Coloring page of house.jpg" })).toBeVisible();
});

test("A model that is not set up names its setting, and a choice is not remembered", async ({ page }) => {
  await page.goto(studioServer.origin);
  await expect(page.getByRole("radio", { name: "Gemini" })).toHaveCount(0);
  await page.getByText("Let other models draw").click();
  await expect(page.getByText("GOOGLE_GENERATIVE_AI_API_KEY")).toBeVisible();
  await page.getByRole("radio", { name: "OpenAI" }).check();
  await expect(page.getByText("What it costs is not known here")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Spend at most (US dollars)" })).toBeDisabled();
  await expect(page.getByText("once TRACEPRESS_OPENAI_PICTURE_PRICE is set")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("radio", { name: "Built-in" })).toBeChecked();
});

test("Words alone wait for a model that can draw them", async ({ page }) => {
  const studio = new Studio(page);
  await page.goto(studioServer.origin);
  await page.getByRole("radio", { name: "OpenAI" }).check();
  await page.getByRole("textbox", { name: "Or pages from words alone, one page a line" }).fill("a cat");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("radio", { name: "Built-in" }).check();
  await expect(page.getByText("1 page has no picture, which the built-in engine needs.").first()).toBeVisible();
  await expect(studio.start).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("button", { name: "Remove a cat" }).click();
  await expect(studio.pictures).toHaveCount(0);
});

for (const width of [390, 1280]) {
  for (const theme of ["light", "dark"] as const) {
    test(`Who draws can be chosen by everyone, ${width} pixels wide, ${theme}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: theme });
      await page.goto(studioServer.origin);
      await page.getByRole("radio", { name: "Claude" }).check();
      await page.getByText("Let other models draw").click();
      await page.getByRole("textbox", { name: "Or pages from words alone, one page a line" }).fill("a cat");
      await page.getByRole("button", { name: "Add", exact: true }).click();
      await expect(page.getByRole("textbox", { name: "Prompt for a cat" })).toBeVisible();
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wider).toBeLessThanOrEqual(0);
      await expectAccessible(page, `the Batch tab, ${width} ${theme}`);
    });
  }
}
