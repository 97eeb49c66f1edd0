import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/fixtures";
import { opened } from "./before-script";
import { DeckStudio, svgFile } from "./deck-studio";
import { photo, Studio } from "./studio";
import { transferOf } from "./transfer";

/** What a batch that is started now is made of. */
async function submitted(page: Page, start: () => Promise<void>) {
  const sent = page.waitForRequest(/\/batch\/(generate|jobs)$/);
  await start();
  return (await sent).postDataJSON();
}

test("A teacher who is faster than the page's script loses nothing of what she chose", async ({ page }) => {
  const studio = new Studio(page);
  const letCome = await opened(page, "/");
  await studio.choose([await photo("early.jpg")]);
  await page.getByRole("radio", { name: "Dashed, to trace" }).check();
  await page.getByRole("checkbox", { name: "PNG, to print" }).uncheck();
  await page.getByRole("checkbox", { name: "SVG, to edit or scale" }).check();
  await page.getByRole("combobox", { name: "Paper size" }).selectOption("square");
  await page.getByRole("spinbutton", { name: "Margin (mm)" }).fill("12");
  letCome();

  await expect(page.getByText("1 picture ready.").first()).toBeVisible();
  await expect(page.getByRole("radio", { name: "Dashed, to trace" })).toBeChecked();
  await expect(page.getByText("A square has no orientation.")).toBeVisible();
  const { items, options } = await submitted(page, () => studio.start.click());
  expect(items).toHaveLength(1);
  expect(options).toMatchObject({ style: "dashed", formats: ["svg"], page_size: "square", margin_mm: 12 });
});

test("What is written before the page's script is there stays, and more can be written behind it", async ({ page }) => {
  const studio = new DeckStudio(page);
  const letCome = await opened(page, "/?kind=deck");
  const title = page.getByRole("textbox", { name: "Title of the presentation" });
  await title.pressSequentially("Spring");
  await studio.choose([svgFile("one.svg", "one")]);
  await title.focus();
  letCome();

  await expect(page.getByText("1 slide ready.").first()).toBeVisible();
  await title.press("End");
  await title.pressSequentially(" term");
  await expect(title).toHaveValue("Spring term");
  const { options } = await submitted(page, () => studio.start.click());
  expect(options).toMatchObject({ title: "Spring term" });
});

test("What is typed while the first preview fetches its words is kept", async ({ page }) => {
  const studio = new DeckStudio(page);
  let isDrawn = false;
  page.on("response", (response) => {
    isDrawn ||= response.url().endsWith("/preview");
  });
  const fetched = page.waitForRequest((request) => isDrawn && request.url().endsWith(".js"));
  const letCome = await opened(page, "/?kind=deck", () => isDrawn);
  await studio.choose([svgFile("one.svg", "one")]);
  await fetched;

  const title = page.getByRole("textbox", { name: "Title of the presentation" });
  await title.pressSequentially("Spring term");
  await expect(title).toHaveValue("Spring term");
  letCome();
  await expect(page.getByRole("list", { name: "How the elements of one.svg stand on the slide" })).toBeVisible();
});

test("Pictures dropped or pasted before the page's script is there are taken in, and the page stays", async ({
  page,
}) => {
  const letCome = await opened(page, "/");
  const heading = page.getByRole("heading", { name: "New batch" });
  await heading.waitFor();
  for (const [type, name] of [
    ["drop", "dropped.jpg"],
    ["paste", "pasted.jpg"],
  ]) {
    const transfer = await transferOf(page, name);
    const isLeftToBrowser = await heading.evaluate(
      (target, [given, kind]) => {
        const about = { bubbles: true, cancelable: true };
        const event =
          kind === "drop"
            ? new DragEvent("drop", { ...about, dataTransfer: given as DataTransfer })
            : new ClipboardEvent("paste", { ...about, clipboardData: given as DataTransfer });
        return target.dispatchEvent(event);
      },
      [transfer, type] as const,
    );
    expect(isLeftToBrowser, type).toBe(false);
  }
  letCome();
  await expect(page.getByText("2 pictures ready.").first()).toBeVisible();
  await new Studio(page).seeOrder(["dropped.jpg", "pasted.jpg"]);
});

test("A button pressed before the page's script is there does its work, once", async ({ page }) => {
  const letCome = await opened(page, "/");
  const start = page.getByRole("button", { name: "Start batch" });
  // It says that it is disabled, and yet tells whoever presses it why.
  await start.click({ force: true });
  await start.click({ force: true });
  letCome();
  // Too early to start: it leads to what is missing.
  await expect(page.getByRole("button", { name: "Choose pictures" })).toBeFocused();
});

test("The options stand in their place before any script, and nothing moves when it comes", async ({ page }) => {
  const letCome = await opened(page, "/");
  const options = page.getByRole("complementary");
  const dashed = await options.getByRole("radio", { name: "Dashed, to trace" }).elementHandle();
  // All of the page is there, in its own letters.
  await page.waitForLoadState("domcontentloaded");
  await page.evaluate(async () => void (await document.fonts.ready));
  const box = await options.boundingBox();
  letCome();
  await page.waitForFunction(() => window.beforehand?.taken.size === 2);
  expect(await options.boundingBox()).toEqual(box);
  expect(await dashed?.evaluate((radio) => radio.isConnected)).toBe(true);
});

test("Options chosen while only their own script is missing are taken over too", async ({ page, server }) => {
  const html = await (await server.fetch("/")).text();
  const letCome = await opened(page, "/", (script) => !html.includes(new URL(script).pathname));
  await page.waitForFunction(() => window.beforehand?.taken.has(document));
  await page.getByRole("radio", { name: "Dashed, to trace" }).check();
  await page.getByRole("checkbox", { name: "One PDF book of all pages" }).check();
  letCome();
  // What only a book has is asked for once the page knows that there is one.
  await expect(page.getByRole("textbox", { name: "Title on its first page" })).toBeVisible();
  await expect(page.getByRole("radio", { name: "Dashed, to trace" })).toBeChecked();
  await expect(page.getByRole("combobox", { name: "Preset" })).toHaveValue("");
});
