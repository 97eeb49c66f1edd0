import type { Locator, Page } from "@playwright/test";
import { TestClient } from "@/tests/support/client";
import { expect, test } from "@/tests/support/fixtures";
import { jpegHouse, truncatedJpeg } from "@/tests/support/pictures";
import { DeckStudio, svgFile } from "./deck-studio";
import { photo, Studio } from "./studio";

const svgUrl = `data:image/svg+xml,${encodeURIComponent(String(svgFile("a.svg", "box").buffer))}`;

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("Nothing is wider than the screen, and everything is large enough for a thumb", async ({ page, server }) => {
    const client = new TestClient(server);
    const { batch_id } = await client.submitPictures([["a-very-long-name-".repeat(8), await jpegHouse()]]);
    await client.finished(batch_id);
    const deck = await client.deck({ items: [{ file: svgUrl }, { file: svgUrl }] });
    await client.finished(deck.batch_id);
    for (const path of ["/", "/?kind=deck", "/jobs", `/jobs/${batch_id}`, `/jobs/${deck.batch_id}`]) {
      await page.goto(path);
      if (path === "/?kind=deck") {
        await new DeckStudio(page).choose([svgFile(`${"an endless name ".repeat(8)}.svg`, "box")]);
        await new DeckStudio(page).addAddresses([`https://example.org/${"long/".repeat(30)}a.svg`]);
      } else if (path === "/") await new Studio(page).choose([await photo(`${"an endless name ".repeat(8)}.jpg`)]);
      else await expect(page.getByRole("main").getByRole("list").first()).toBeVisible();
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wider, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
      const small = await page
        .getByRole("main")
        .locator("button, a, select, label:has(input), input:not([type=file], [type=radio], [type=checkbox])")
        .evaluateAll((controls) => {
          // A row's link is its whole row, by a layer that has no box of its own.
          const pressed = (control: Element) => {
            const { position, inset } = getComputedStyle(control, "::after");
            return position === "absolute" && inset === "0px" ? control.closest("li") : control;
          };
          return controls
            .map((control) => ({ name: control.textContent, ...pressed(control)?.getBoundingClientRect().toJSON() }))
            .filter(({ width, height }) => width !== 0 && !(width >= 44 && height >= 44))
            .map(({ name, width, height }) => `${name} ${width}×${height}`);
        });
      expect(small, `too small on ${path}`).toEqual([]);
    }
  });
});

test.describe("on a phone, of a batch that has ended", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  /** Tops and widths of what can be done, in the order it is read. */
  const laidOut = (page: Page) =>
    page
      .getByRole("main")
      .locator("header .thumb-actions")
      .locator("> a, > button")
      .evaluateAll((controls) =>
        controls.map((control) => {
          const { top, width } = control.getBoundingClientRect();
          return { name: control.textContent ?? "", top: Math.round(top), width: Math.round(width) };
        }),
      );

  test("What leads is as wide as the screen, the others lie in pairs under the thumb", async ({ page, server }) => {
    const client = new TestClient(server);
    const done = await client.submitPictures([["one.jpg", await jpegHouse()]], { quality: "draft", include_pdf: true });
    const failed = await client.submitPictures([["torn.jpg", await truncatedJpeg()]], { quality: "draft" });
    for (const { batch_id } of [done, failed]) await client.finished(batch_id);

    await page.goto(`/jobs/${done.batch_id}`);
    await expect(page.getByRole("link", { name: "Download ZIP" })).toBeVisible();
    const [lead, book, trace, ...rest] = await laidOut(page);
    expect(lead.name).toBe("Download ZIP");
    expect(lead.width).toBeGreaterThan(350);
    expect([book.name, trace.name]).toEqual(["Open the book (PDF)", "See the trace"]);
    expect(book.top).toBe(trace.top);
    expect(new Set(rest.map(({ top }) => top)).size).toBe(1);

    await page.goto(`/jobs/${failed.batch_id}`);
    await expect(page.getByRole("button", { name: "Run the rest again (1)" })).toBeVisible();
    const [again] = await laidOut(page);
    expect(again).toMatchObject({ name: "Run the rest again (1)", width: lead.width });
  });
});

test("The theme is remembered and arrives with the first byte", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("combobox", { name: "Theme" }).selectOption("Dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const dark = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const html = await (await page.request.get("/jobs", { headers: { cookie: "theme=dark" } })).text();
  expect(html).toContain('data-theme="dark"');
  await page.reload();
  await expect(page.getByRole("combobox", { name: "Theme" })).toHaveValue("dark");
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(dark);
});

test.describe("enlarged to 400 %", () => {
  test.use({ viewport: { width: 320, height: 256 }, locale: "de-DE" });

  test("Nothing has to be scrolled sideways, and no bar covers half of the page", async ({ page, server }) => {
    const client = new TestClient(server);
    const { batch_id } = await client.submitPictures([["ein recht langer Name.jpg", await jpegHouse()]]);
    await client.finished(batch_id);
    for (const path of ["/", "/?kind=deck", "/jobs", `/jobs/${batch_id}`, `/jobs/${batch_id}/trace`, "/docs"]) {
      await page.goto(path);
      if (path === "/") {
        const files = [await photo("ein recht langer Name.jpg"), await photo("b.jpg", 500)];
        await page.locator("input[type=file]").first().setInputFiles(files);
        await expect(page.getByText("2 Bilder bereit.").first()).toBeAttached();
        const start = page.getByRole("button", { name: "Stapel starten" });
        await page.evaluate(() => window.scrollTo(0, 0));
        await expect(start).not.toBeInViewport();
      }
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wider, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
    }
  });
});

test.describe("with colours that the system sets", () => {
  test.use({ forcedColors: "active" });

  const ground = (shown: Locator) => shown.evaluate((element) => getComputedStyle(element).backgroundColor);

  test("What is chosen is told from what is not, and progress is seen", async ({ page, server }) => {
    const client = new TestClient(server);
    const { batch_id } = await client.submitPictures([["a.jpg", await jpegHouse()]], { quality: "draft" });
    await client.finished(batch_id);
    await page.goto("/");
    await new Studio(page).choose([await photo("a.jpg")]);
    const choice = (name: string) => page.locator("label").filter({ hasText: name });
    const sections = page.getByRole("navigation", { name: "Sections" });
    expect(await ground(choice("Outlines to color"))).not.toBe(await ground(choice("Dashed, to trace")));
    const [here, there] = ["Batch", "Jobs"].map((name) => sections.getByRole("link", { name }));
    expect(await ground(here)).not.toBe(await ground(there));

    await page.goto(`/jobs/${batch_id}`);
    const bar = page.getByRole("progressbar", { name: "Progress" }).locator("xpath=..");
    expect(await ground(bar.locator("div").last())).not.toBe(await ground(bar));
    await page.goto(`/jobs/${batch_id}/trace`);
    const [timeline, pages] = ["Timeline", "Pages"].map((name) => page.getByRole("tab", { name }));
    expect(await ground(timeline)).not.toBe(await ground(pages));
  });
});
