import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@/tests/support/fixtures";
import { jpegHouse } from "@/tests/support/pictures";
import { TestServer } from "@/tests/support/server";
import { DeckStudio, svgFile } from "./deck-studio";
import { drawingMs } from "./studio";
import { tabTo } from "./tab-to";

const broken = "<svg xmlns='http://www.w3.org/2000/svg'>\n<rect></svg>";

test("Two SVGs become a deck in the order they were put", async ({ page }) => {
  const studio = new DeckStudio(page);
  await page.goto("/");
  await page.getByRole("navigation", { name: "What to make" }).getByRole("link", { name: "Deck" }).click();
  await expect(page).toHaveURL(/\?kind=deck$/);
  await page.reload();
  await studio.choose([svgFile("one.svg", "first"), svgFile("two.svg", "second", "tomato")]);
  await expect(page.getByText("2 slides ready.").first()).toBeVisible();
  // A picture of the file and never the file itself in the page.
  await expect(studio.slide("one.svg").locator("img")).toHaveAttribute("src", /^blob:/);
  await page.getByRole("button", { name: "Move two.svg up" }).click();
  await studio.seeOrder(["two.svg", "one.svg"]);
  await page.getByRole("textbox", { name: "Title of the presentation" }).fill("Shapes");
  await page.getByRole("combobox", { name: "Slide size" }).selectOption("Standard (4:3)");
  const id = await studio.startBatch();

  await expect(page.getByRole("heading", { name: "Shapes" })).toBeVisible();
  await expect(page.getByText("A deck of 2 SVGs")).toBeVisible();
  await studio.seeEnd("Done");
  await expect(studio.result("two.svg").getByText("2 editable")).toBeVisible();
  const preview = page.getByRole("img", { name: "Preview of the slide of two.svg" });
  await expect(preview).toBeVisible();
  await expect.poll(() => preview.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(480);
  const [first, second] = await studio.download("Shapes.pptx");
  expect(first).toContain('name="second"');
  expect(second).toContain('name="first"');
  await expect(page.getByRole("link", { name: "Download ZIP" })).toBeVisible();

  await page.getByRole("link", { name: "All jobs" }).click();
  await page.getByRole("navigation", { name: "Filter by kind" }).getByRole("link", { name: "Deck" }).click();
  await expect(page).toHaveURL(/\/jobs\?kind=deck$/);
  const batches = page.getByRole("list", { name: "Batches" }).getByRole("listitem");
  const newest = batches.first();
  await expect(newest.getByRole("link", { name: "Shapes" })).toHaveAttribute("href", `/jobs/${id}`);
  await expect(newest.getByText("Deck, 2 SVGs")).toBeVisible();
  await expect(batches.getByText(/^Coloring pages/)).toHaveCount(0);
});

test("Dropped files and pasted addresses land on the deck's side, in any mixture", async ({ page }) => {
  const studio = new DeckStudio(page);
  await page.goto("/?kind=deck");
  const dataTransfer = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(
      new File(["<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>"], "drop.svg"),
    );
    return transfer;
  });
  const heading = page.getByRole("heading", { name: "New batch" });
  // A page that has only just been loaded may not listen yet.
  await expect(async () => {
    await heading.dispatchEvent("dragover", { dataTransfer });
    await expect(page.getByText("Let go to add them")).toBeVisible({ timeout: 200 });
  }).toPass();
  await heading.dispatchEvent("drop", { dataTransfer });
  await expect(studio.slide("drop.svg").getByText("9 × 9 px")).toBeVisible();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "https://example.org/pasted.svg\n");
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  });
  await studio.addAddresses(["https://example.org/typed.svg", "www.example.org/no.svg"]);
  await expect(
    page.getByText("This is no address that begins with http:// or https://: www.example.org/no.svg"),
  ).toBeVisible();
  await page.getByRole("button", { name: "Move https://example.org/typed.svg up" }).click();
  await studio.seeOrder(["drop.svg", "https://example.org/typed.svg", "https://example.org/pasted.svg"]);
  await expect(page.getByText("3 slides ready.").first()).toBeVisible();

  // Each kind keeps what was laid out for it.
  await page.getByRole("link", { name: /^Coloring/ }).click();
  await expect(page.getByText("Drop pictures here")).toBeVisible();
  await page.getByRole("link", { name: /^Deck/ }).click();
  await expect(studio.slides).toHaveCount(3);
});

test.describe("with files that cannot become slides", () => {
  test.use({ expectedErrors: [/status of 415/] });

  test("Each is pointed out before the start, a broken SVG with its line", async ({ page }) => {
    const studio = new DeckStudio(page);
    await page.goto("/?kind=deck");
    await studio.choose([
      svgFile("good.svg", "box"),
      svgFile("fine.svg", "box"),
      { name: "broken.svg", mimeType: "image/svg+xml", buffer: Buffer.from(broken) },
      { name: "photo.svg", mimeType: "image/svg+xml", buffer: await jpegHouse() },
    ]);
    await expect(studio.slide("broken.svg")).toContainText("broken.svg, line 2, column 1: it is not well-formed XML");
    await expect(studio.slide("photo.svg")).toContainText("photo.svg is not an SVG. Only SVG files become slides.");
    await expect(page.getByText("2 files cannot be used. Choose them again or leave them out to start.")).toBeVisible();
    await expect(studio.start).toBeDisabled();
    await page.getByRole("button", { name: "Remove broken.svg" }).click();
    await page.getByRole("button", { name: "Remove photo.svg" }).click();
    await studio.startBatch();
    await studio.seeEnd("Done");
    await expect(studio.results).toHaveCount(2);
  });
});

test.describe("from the web", () => {
  let web: Server;
  let house: TestServer;
  let host: string;
  /** Whether the address that asks for time has been seen to be waited for. */
  let isSeen = false;
  test.beforeAll(async () => {
    web = createServer((request, response) => {
      if (request.url === "/slow.svg" && !isSeen) response.writeHead(503, { "retry-after": "8" }).end();
      else response.end(request.url === "/broken.svg" ? broken : svgFile("web.svg", "box").buffer);
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => web.once("listening", resolve));
    host = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
    house = await new TestServer({ TRACEPRESS_ALLOW_HOSTS: new URL(host).host }).start();
  });
  test.afterAll(async () => {
    await house.stop();
    web.close();
  });

  test("What has to wait says until when, and what is broken says where; the rest is a deck", async ({ page }) => {
    const studio = new DeckStudio(page);
    await page.goto(`${house.origin}/?kind=deck`);
    await studio.addAddresses([`${host}/good.svg`, `${host}/broken.svg`, `${host}/slow.svg`]);
    await studio.startBatch();
    const wait = studio.result("slow.svg").getByText(/^Tries again at \d\d:\d\d:\d\d$/);
    await expect(wait).toBeVisible({ timeout: drawingMs });
    isSeen = true;
    await studio.seeEnd("Done");
    const failed = studio.result("broken.svg");
    await expect(failed.getByText(/broken\.svg.*line 2/)).toBeVisible();
    await expect(failed.getByText("Stopped at “Reading the SVG”")).toBeVisible();
    expect(await studio.download()).toHaveLength(2);
  });

  test("Addresses that are written and not added go along when one starts, and a wrong one stops it", async ({
    page,
  }) => {
    const studio = new DeckStudio(page);
    await page.goto(`${house.origin}/?kind=deck`);
    await studio.choose([svgFile("mine.svg", "box")]);
    const field = page.getByRole("textbox", { name: /one address a line/ });
    await field.fill(`${host}/good.svg\nexample.org/no.svg`);
    await studio.start.click();
    await expect(
      page.getByText("This is no address that begins with http:// or https://: example.org/no.svg"),
    ).toBeVisible();
    await expect(field).toBeFocused();
    await expect(field).toHaveValue("example.org/no.svg");
    await studio.seeOrder(["mine.svg", `${host}/good.svg`]);
    await field.fill(`${host}/other.svg`);
    await studio.startBatch();
    await studio.seeEnd("Done");
    await expect(studio.results).toHaveCount(3);
  });
});

test("A deck is laid out, ordered and started with the keyboard alone", async ({ page }) => {
  const studio = new DeckStudio(page);
  await page.goto("/");
  await tabTo(page, "Deck");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/kind=deck/);
  await tabTo(page, "Choose SVG files");
  const opened = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (await opened).setFiles([svgFile("a.svg", "a"), svgFile("b.svg", "b"), svgFile("c.svg", "c")]);
  await expect(page.getByText("3 slides ready.").first()).toBeVisible();
  await tabTo(page, "Remove a.svg");
  await page.keyboard.press("Alt+ArrowDown");
  await page.keyboard.press("Alt+ArrowDown");
  await studio.seeOrder(["b.svg", "c.svg", "a.svg"]);
  await expect(page.getByText("a.svg is now 3 of 3")).toBeAttached();
  await expect(page.getByRole("button", { name: "Remove a.svg" })).toBeFocused();
  await page.keyboard.press("Alt+ArrowUp");
  await studio.seeOrder(["b.svg", "a.svg", "c.svg"]);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Remove c.svg" })).toBeFocused();
  await tabTo(page, "Start batch");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/jobs\/batch_/);
  await studio.seeEnd("Done");
  expect(await studio.download()).toHaveLength(2);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`on a phone, ${colorScheme}`, () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, colorScheme });

    test("A deck is made without scrolling sideways, its preview on white", async ({ page }) => {
      const studio = new DeckStudio(page);
      const wider = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      await page.goto("/?kind=deck");
      await studio.choose([svgFile(`${"an endless name ".repeat(8)}.svg`, "box")]);
      await studio.addAddresses([`https://example.org/${"long/".repeat(30)}a.svg`]);
      await expect(page.getByText("2 slides ready.").first()).toBeVisible();
      expect(await wider()).toBeLessThanOrEqual(0);
      await page.getByRole("button", { name: /^Remove https/ }).click();
      await studio.startBatch();
      await studio.seeEnd("Done");
      const preview = page.getByRole("img", { name: /^Preview of the slide/ });
      await expect(preview).toBeVisible({ timeout: drawingMs });
      expect(await preview.evaluate((img) => getComputedStyle(img).backgroundColor)).toMatch(
        /^(lab\(100 0 0\)|oklch\(1 0 0\)|rgb\(255, 255, 255\))$/,
      );
      expect(await wider()).toBeLessThanOrEqual(0);
    });
  });
}
