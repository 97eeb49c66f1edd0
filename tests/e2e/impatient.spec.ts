import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/fixtures";
import { DeckStudio, svgFile } from "./deck-studio";
import { photo, Studio } from "./studio";

const starts = /\/api\/v1\/batch\/(generate|jobs)$/;

/** Keeps the server's answer to a start back. @returns what lets it come. */
async function heldAnswer(page: Page): Promise<() => void> {
  let letCome = () => {};
  const come = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  await page.route(starts, async (route) => {
    const response = await route.fetch();
    await come;
    await route.fulfill({ response });
  });
  return letCome;
}

/** The newest batches there are, by their ids. */
async function batchesOf(page: Page): Promise<string[]> {
  const { batches } = await (await page.request.get("/api/v1/batch?limit=100")).json();
  return batches.map(({ batch_id }: { batch_id: string }) => batch_id);
}

/** How many batches somebody has made by doing something, however many there were. */
async function made(page: Page, before: string[]): Promise<number> {
  return (await batchesOf(page)).filter((id) => !before.includes(id)).length;
}

test("What is laid out while a batch is being started is of the next one", async ({ page }) => {
  const studio = new Studio(page);
  await page.goto("/");
  await studio.lay(["one.jpg"], 300);
  await expect(page.getByText("1 picture ready.").first()).toBeVisible();
  const letCome = await heldAnswer(page);
  await studio.start.click();
  await expect(page.getByRole("button", { name: "Starting…" })).toBeVisible();
  await studio.choose([await photo("two.jpg", 310)]);
  await expect(page.getByText("2 pictures ready.").first()).toBeVisible();
  letCome();
  await page.waitForURL(/\/jobs\/batch_/);
  await page.getByRole("link", { name: "Batch", exact: true }).click();
  await studio.seeOrder(["two.jpg"]);
  await expect(page.getByText("1 picture ready.").first()).toBeVisible();
});

test("Whoever comes back while a batch is being started finds it being started, and is taken to it", async ({
  page,
}) => {
  const studio = new Studio(page);
  await page.goto("/");
  await studio.lay(["one.jpg"], 300);
  await expect(page.getByText("1 picture ready.").first()).toBeVisible();
  const before = await batchesOf(page);
  const letCome = await heldAnswer(page);
  await studio.start.click();
  await expect(page.getByRole("button", { name: "Starting…" })).toBeVisible();
  await page.getByRole("link", { name: "Jobs", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Jobs" })).toBeVisible();
  await page.getByRole("link", { name: "Batch", exact: true }).click();
  // It says that it is disabled; pressed all the same, it starts nothing.
  await page.getByRole("button", { name: "Starting…" }).click({ force: true });
  letCome();
  await page.waitForURL(/\/jobs\/batch_/);
  expect(await made(page, before)).toBe(1);
});

test("Whoever went elsewhere while a batch is started is left there, and finds nothing to start twice", async ({
  page,
}) => {
  const studio = new DeckStudio(page);
  await page.goto("/?kind=deck");
  await page.getByRole("textbox", { name: "Title of the presentation" }).fill("Spring term");
  await studio.choose([svgFile("one.svg", "one")]);
  await expect(page.getByText("1 slide ready.").first()).toBeVisible();
  const letCome = await heldAnswer(page);
  await studio.start.click();
  await page.getByRole("link", { name: "Jobs", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Jobs" })).toBeVisible();
  const answered = page.waitForResponse(starts);
  letCome();
  await answered;
  await page.getByRole("link", { name: "Batch", exact: true }).click();
  await page.getByRole("navigation", { name: "What to make" }).getByRole("link", { name: "Deck" }).click();
  await expect(page.getByRole("button", { name: "Choose SVG files" })).toBeVisible();
  await expect(studio.slides).toHaveCount(0);
  // A title is of one presentation.
  await expect(page.getByRole("textbox", { name: "Title of the presentation" })).toHaveValue("");
});

test.describe("where an answer is lost", () => {
  test.use({ expectedErrors: [/ERR_FAILED/] });

  test("A batch whose answer never came is started again after a reload, and is there once", async ({ page }) => {
    page.on("dialog", (question) => question.accept());
    const studio = new DeckStudio(page);
    await page.goto("/?kind=deck");
    await studio.choose([svgFile("one.svg", "one")]);
    await page.getByRole("textbox", { name: "Title of the presentation" }).fill("Spring term");
    await expect(page.getByText("1 slide ready.").first()).toBeVisible();
    const before = await batchesOf(page);
    await page.route(starts, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await studio.start.click();
    await expect(page.getByText("The batch could not be started")).toBeVisible();
    await page.unroute(starts);
    await page.reload();
    await expect(page.getByText("1 slide ready.").first()).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Title of the presentation" })).toHaveValue("Spring term");
    await studio.startBatch();
    expect(await made(page, before)).toBe(1);
  });
});

test("The same addresses started once more make another deck", async ({ page }) => {
  const studio = new DeckStudio(page);
  await page.goto("/?kind=deck");
  const before = await batchesOf(page);
  for (const _time of [1, 2]) {
    await studio.addAddresses(["http://127.0.0.1:9/chart.svg"]);
    await studio.startBatch();
    await page.getByRole("link", { name: "Batch", exact: true }).click();
    await page.getByRole("navigation", { name: "What to make" }).getByRole("link", { name: "Deck" }).click();
  }
  expect(await made(page, before)).toBe(2);
});

test("Addresses that are written but not added yet outlast a visit to another tab, and a reload", async ({ page }) => {
  await page.goto("/?kind=deck");
  const field = page.getByRole("textbox", { name: /one address a line/ });
  await field.fill("https://example.org/a.svg");
  await page.getByRole("link", { name: "Jobs", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Jobs" })).toBeVisible();
  await page.goBack();
  await expect(field).toHaveValue("https://example.org/a.svg");
  await page.reload();
  await expect(field).toHaveValue("https://example.org/a.svg");
});

test("A pasted list of prompts is still there when its dialog was closed by mistake", async ({ page }) => {
  await Studio.begun(page, "/");
  const dialog = page.getByRole("dialog", { name: "Prompts for many pictures" });
  await page.getByRole("button", { name: "Paste a list" }).click();
  await dialog.getByRole("textbox").fill("bold, simple");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Paste a list" }).click();
  await expect(dialog.getByRole("textbox")).toHaveValue("bold, simple");
  await dialog.getByRole("button", { name: "Set these prompts" }).click();
  await page.getByRole("button", { name: "Paste a list" }).click();
  await expect(dialog.getByRole("textbox")).toHaveValue("");
});

test("Presets saved in two tabs are in both of them", async ({ page, context }) => {
  const other = await context.newPage();
  const save = async (tab: Page, style: string, name: string) => {
    await tab.getByRole("radio", { name: style }).check();
    await tab.getByRole("button", { name: "Save these options as a preset" }).click();
    await tab.getByRole("textbox", { name: "Name of the preset" }).fill(name);
    await tab.getByRole("button", { name: "Save preset" }).click();
    await expect(tab.getByRole("combobox", { name: "Preset" })).toHaveValue(name);
  };
  await page.goto("/");
  await other.goto(page.url());
  await expect(other.getByRole("combobox", { name: "Preset" })).toBeVisible();
  await save(page, "Draft", "Quick ones");
  await save(other, "High", "Fine ones");
  for (const tab of [page, other]) {
    await expect(tab.getByRole("combobox", { name: "Preset" }).locator("option", { hasText: /ones$/ })).toHaveText([
      "Fine ones",
      "Quick ones",
    ]);
  }
  await other.close();
});

test("A tab that was pressed shows that its page is coming, and the one before can be used until then", async ({
  page,
}) => {
  await page.goto("/?kind=deck");
  let letCome = () => {};
  const come = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  await page.route(/\/jobs\?_rsc=/, async (route) => {
    await come;
    await route.continue();
  });
  const tab = page.getByRole("link", { name: "Jobs", exact: true });
  await tab.click();
  await expect(tab.locator("[aria-busy=true]")).toBeVisible();
  const title = page.getByRole("textbox", { name: "Title of the presentation" });
  await title.pressSequentially("Spring term");
  await expect(title).toHaveValue("Spring term");
  letCome();
  await expect(page.getByRole("heading", { name: "Jobs" })).toBeVisible();
  await page.goBack();
  await expect(title).toHaveValue("Spring term");
});
