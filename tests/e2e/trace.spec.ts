import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { TestClient } from "@/tests/support/client";
import { expect, test } from "@/tests/support/fixtures";
import { jpegHouse } from "@/tests/support/pictures";
import type { TestServer } from "@/tests/support/server";
import { expectAccessible } from "./accessible";

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90">\n' +
  '<rect id="sky" width="160" height="90" fill="#bde"/>\n' +
  '<circle id="sun" cx="120" cy="25" r="14" fill="gold"/>\n' +
  '<filter id="rough"><feTurbulence baseFrequency="0.2"/><feDisplacementMap in="SourceGraphic" scale="4"/></filter>\n' +
  '<path id="hill" d="M0 90 Q60 40 160 90 Z" fill="#4a7" filter="url(#rough)"/>\n</svg>';
const asFile = (svg: string) => `data:image/svg+xml,${encodeURIComponent(svg)}`;

/** A deck of slides and a file that is broken. */
async function makeDeck(server: TestServer, slides = 1): Promise<string> {
  const api = new TestClient(server);
  const body = {
    items: [...Array(slides).fill({ file: asFile(drawing) }), { file: "data:image/svg+xml,<svg" }],
    options: { title: "Traced" },
  };
  const { batch_id } = await (await api.post("/api/v1/batch/jobs", body)).json();
  await api.finished(batch_id);
  return batch_id;
}

const timelineOf = (page: Page) => page.getByRole("treegrid", { name: "Timeline of the batch" });
const detailsOf = (page: Page) => page.getByRole("complementary", { name: "Details" });

test("The timeline shows every stage, how long it took, and where it failed", async ({ page, server }) => {
  const id = await makeDeck(server);
  await page.goto(`/jobs/${id}`);
  await page.getByRole("link", { name: "See the trace" }).click();
  const rows = timelineOf(page).getByRole("row");
  for (const stage of ["Drawing the shapes", "Writing the slide", "Waiting for its turn"]) {
    await expect(rows.filter({ hasText: stage }).first()).toBeVisible();
  }
  await timelineOf(page).focus();
  await page.keyboard.press("End");
  await expect(rows.filter({ hasText: "Packing the deck" })).toBeVisible();
  const failed = rows.filter({ hasText: "Reading the SVG" }).filter({ hasText: "Error" });
  await expect(failed).toHaveCount(1);
  await expect(failed).toContainText("invalid_svg");

  await failed.click();
  await expect(detailsOf(page)).toContainText("invalid_svg");
  const trace = await (await server.fetch(`/api/v1/jobs/${id}/trace`)).json();
  const span = trace.spans.find(
    (one: { name: string; status: string }) => one.name === "parse" && one.status === "error",
  );
  await expect.poll(() => new URL(page.url()).searchParams.get("span")).toBe(span.span_id);
  await expect(timelineOf(page)).toHaveAttribute("aria-rowcount", String(trace.spans.length + 1));

  await page.reload();
  await expect(detailsOf(page)).toContainText("Reading the SVG");
  await page.goBack();
  await expect(detailsOf(page)).toContainText("Flushing to disk");
});

test("The timeline is walked, folded and zoomed with the keyboard alone", async ({ page, server }) => {
  await page.goto(`/jobs/${await makeDeck(server)}/trace`);
  const timeline = timelineOf(page);
  const chosen = timeline.getByRole("row", { selected: true });
  await timeline.focus();
  await page.keyboard.press("ArrowDown");
  await expect(chosen).toContainText("Batch");
  await page.keyboard.press("ArrowDown");
  await expect(chosen).toHaveAttribute("aria-level", "2");
  const all = Number(await timeline.getAttribute("aria-rowcount"));
  await page.keyboard.press("ArrowLeft");
  await expect(chosen).toHaveAttribute("aria-expanded", "false");
  await expect.poll(async () => Number(await timeline.getAttribute("aria-rowcount"))).toBeLessThan(all);
  await page.keyboard.press("ArrowRight");
  await expect(chosen).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("e");
  await expect(chosen).toContainText("Error");

  const when = timeline.getByRole("columnheader").last();
  const before = (await when.textContent()) ?? "";
  await page.keyboard.press("+");
  await expect(when).not.toHaveText(before);
  await page.keyboard.press("0");
  await expect(when).toHaveText(before);

  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keys of the timeline" });
  await expect(sheet.getByText("Next error")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(timeline).toBeFocused();
});

test("A page says of every element what became of it and why", async ({ page, server }) => {
  const id = await makeDeck(server);
  await page.goto(`/jobs/${id}/trace`);
  await page.getByRole("tab", { name: "Timeline" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Pages" })).toBeFocused();

  const table = page.getByRole("table", { name: "Elements" });
  const trace = await (await server.fetch(`/api/v1/jobs/${id}/trace`)).json();
  const { mapper_results, reason_texts } = trace.trace_data.debug_trace[0].pipeline_trace;
  await expect(table.getByRole("row")).toHaveCount(mapper_results.length + 1);
  const hill = mapper_results.find((row: { element_id: string }) => row.element_id === "hill");
  await expect(table.getByRole("row").filter({ hasText: "hill" }).first()).toContainText(reason_texts[hill.reasons[0]]);

  await table.getByRole("button", { name: "sun" }).click();
  await expect(page.locator("[data-highlight]")).toHaveCount(2);
  await expect(page).toHaveURL(/[?&]element=sun(&|$)/);
  await page.locator("[data-slide-picker]").click({ position: { x: 12, y: 12 } });
  await expect(table.getByRole("button", { name: "sky" })).toHaveAttribute("aria-pressed", "true");

  const format = page.getByRole("combobox", { name: "What it became" });
  await format.selectOption("native");
  const natives = mapper_results.filter((row: { output_format: string }) => row.output_format === "native");
  await expect(table.getByRole("row")).toHaveCount(natives.length + 1);
  await page.getByRole("combobox", { name: "Reason" }).selectOption(hill.reasons[0]);
  await expect(page.getByText("Nothing matches")).toBeVisible();
  await page.getByRole("button", { name: "Show all elements" }).click();
  await expect(table.getByRole("row")).toHaveCount(mapper_results.length + 1);
});

test("Source and slide are told apart by a slider, by blinking and by what differs", async ({ page, server }) => {
  await page.goto(`/jobs/${await makeDeck(server)}/trace?tab=pages`);
  const over = page.locator("[data-over]");
  await page.getByRole("radio", { name: "Slider" }).check();
  await page.getByRole("slider", { name: "How much of the source is seen" }).fill("0");
  await expect(over).toHaveCSS("clip-path", "inset(0px 100% 0px 0px)");

  await page.getByRole("radio", { name: "Blink" }).check();
  await expect(page.getByText("Shown: Slide")).toBeVisible();
  await expect(over).toBeHidden();
  await expect(page.getByText("Shown: Source")).toBeVisible();
  await page.getByRole("button", { name: "Hold" }).click();
  await expect(page.getByRole("button", { name: "Blink" })).toBeVisible();

  await page.getByRole("radio", { name: "Difference" }).check();
  await expect(over).toHaveCSS("mix-blend-mode", "difference");
});

test("An element of several shapes lights up in all of them", async ({ page, server }) => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90"><rect id="glowing" x="40" y="20" width="60" height="40"' +
    ' fill="gold" filter="url(#glow)"/><filter id="glow"><feGaussianBlur stdDeviation="3" result="soft"/>' +
    '<feMerge><feMergeNode in="soft"/><feMergeNode in="SourceGraphic"/></feMerge></filter></svg>';
  const api = new TestClient(server);
  const { batch_id } = await (await api.post("/api/v1/batch/jobs", { items: [{ file: asFile(svg) }] })).json();
  await api.finished(batch_id);
  await page.goto(`/jobs/${batch_id}/trace?tab=pages`);
  const trace = await (await server.fetch(`/api/v1/jobs/${batch_id}/trace`)).json();
  const [row] = trace.trace_data.debug_trace[0].pipeline_trace.mapper_results;
  expect(row.other_shape_ids.length).toBeGreaterThan(0);
  await page.getByRole("table", { name: "Elements" }).getByRole("button", { name: "glowing" }).click();
  await expect(page.locator("[data-highlight]")).toHaveCount(2 * (1 + row.other_shape_ids.length));
});

test("The deck's figures say why elements left the native tier, and lead to them", async ({ page, server }) => {
  const id = await makeDeck(server);
  await page.goto(`/jobs/${id}/trace?tab=pages&page=2`);
  const { trace_data } = await (await server.fetch(`/api/v1/jobs/${id}/trace?parts=summary`)).json();
  const [reason] = trace_data.deck_summary.left_native_reasons;
  await page.getByRole("region", { name: "The whole deck" }).getByRole("button", { name: reason.text }).click();
  await expect(page.getByRole("combobox", { name: "Reason" })).toHaveValue(reason.code);
  await expect(page.getByRole("table", { name: "Elements" }).getByRole("row")).toHaveCount(reason.count + 1);
});

test("A file that could not be read says why on its page", async ({ page, server }) => {
  await page.goto(`/jobs/${await makeDeck(server)}/trace?tab=pages&page=2`);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("invalid_svg");
});

test("The package is weighed, and the trace can be taken home in three formats", async ({ page, server }) => {
  const id = await makeDeck(server);
  await page.goto(`/jobs/${id}/trace?tab=package`);
  await expect(page.getByRole("table", { name: "Size of the deck" })).toContainText("As a file");
  await expect(page.getByText("The batch was not sent anywhere.")).toBeVisible();
  for (const name of ["JSON", "OTLP", "Chrome trace"]) {
    const saving = page.waitForEvent("download");
    await page.getByRole("list", { name: "Download the trace" }).getByRole("link", { name }).click();
    expect((await saving).suggestedFilename()).toMatch(/\.json$/);
  }
});

test("The deck's parts lie there by their size, and a table says the same", async ({ page, server }) => {
  const id = await makeDeck(server, 6);
  await page.goto(`/jobs/${id}/trace?tab=package`);
  const { trace_data } = await (await server.fetch(`/api/v1/jobs/${id}/trace?parts=summary`)).json();
  const { count, parts } = trace_data.package_parts;
  await expect(page.getByRole("img", { name: "Parts of the deck by size" })).toBeVisible();
  await expect(page.locator("[data-tile]")).toHaveCount(parts.length);
  const table = page.getByRole("table", { name: "Parts of the deck by size" });
  await expect(table.getByRole("row").nth(1)).toContainText(parts[0].name);
  await expect(page.getByText(`The largest 10 of ${count} parts`)).toBeVisible();
  await page.getByRole("button", { name: /^Show \d+ more$/ }).click();
  await expect(table.getByRole("row")).toHaveCount(Math.min(20, parts.length) + 1);
});

test("Two batches are compared stage by stage, and the comparison has an address", async ({ page, server }) => {
  const [one, other] = [await makeDeck(server), await makeDeck(server)];
  await page.goto(`/jobs/${one}/trace`);
  await page.getByRole("tab", { name: "Compare" }).click();
  await expect(page.getByText("Choose another batch of the same kind")).toBeVisible();
  await page.getByRole("combobox", { name: "Compare with" }).selectOption(other);
  const figuresOf = async (id: string) =>
    (await (await server.fetch(`/api/v1/jobs/${id}/trace?parts=summary`)).json()).trace_data.stage_figures;
  const [mine, theirs] = [await figuresOf(one), await figuresOf(other)];
  const table = page.getByRole("table", { name: "Stages" });
  await expect(table.getByRole("row")).toHaveCount(mine.length + 1);
  const map = (figures: { name: string; median_ms: number }[]) =>
    figures.find(({ name }) => name === "map")?.median_ms ?? 0;
  const ratio = (map(theirs) / map(mine)).toFixed(2);
  await expect(table.getByRole("row", { name: "Drawing the shapes" })).toContainText(`${ratio} ×`);
  await expect.poll(() => new URL(page.url()).searchParams.get("with")).toBe(other);
  await page.reload();
  await expect(page.getByRole("table", { name: "Figures" })).toContainText("Native");
  await page.goBack();
  await expect(page.getByText("Choose another batch of the same kind")).toBeVisible();
});

test("The report opens offline, in one file, and reads without script", async ({ page, server, browser }) => {
  const id = await makeDeck(server);
  await page.goto(`/jobs/${id}/trace`);
  const saving = page.waitForEvent("download");
  await page.getByRole("list", { name: "Download the trace" }).getByRole("link", { name: "Report" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe(`${id}.html`);
  const text = await readFile(await saved.path(), "utf8");
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true, colorScheme: "dark" });
  try {
    const report = await context.newPage();
    await report.setContent(text);
    await expect(report.getByRole("heading", { name: "Trace of a batch" })).toBeVisible();
    await expect(report.getByRole("row", { name: /Drawing the shapes/ })).toBeVisible();
    await report.locator("summary").first().click();
    await expect(report.getByRole("row", { name: /hill/ })).toBeVisible();
    const source = report.getByRole("img", { name: /^Source of/ });
    expect(await source.evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBeGreaterThan(0);
  } finally {
    await context.close();
  }
});

async function makeColoring(server: TestServer): Promise<string> {
  const api = new TestClient(server);
  const { batch_id } = await api.submitPictures([["house.jpg", await jpegHouse()]]);
  await api.finished(batch_id);
  return batch_id;
}

test("A coloring page is seen on its way from picture to paper, with what each stage decided", async ({
  page,
  server,
}) => {
  const id = await makeColoring(server);
  await page.goto(`/jobs/${id}/trace?tab=pages`);
  await expect(page.getByRole("img", { name: "What house.jpg became" })).toBeVisible();
  const pictures = page.getByRole("region", { name: "Pictures" });
  for (const title of ["Original", "Made ready", "What could be a line", "Lines chosen"]) {
    await pictures.getByRole("button", { name: title }).click();
    const large = page.getByRole("img", { name: `${title}, of house.jpg` });
    await expect(large).toBeVisible();
    await expect.poll(() => large.evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBeGreaterThan(0);
  }
  const trace = await (await server.fetch(`/api/v1/jobs/${id}/trace`)).json();
  const stages = trace.trace_data.debug_trace[0].pipeline_trace;
  const table = page.getByRole("table", { name: "Stages" });
  await expect(table.getByRole("row")).toHaveCount(Object.keys(stages).length + 1);
  const cleaning = table.getByRole("row", { name: "Cleaning up" });
  await expect(cleaning).toContainText(stages.clean.attributes["regions.threshold_reason"]);
  await expect(cleaning).toContainText("Regions a crayon can fill");
});

const readable: [name: string, make: (server: TestServer) => Promise<string>][] = [
  ["the pages of a deck", async (server) => `${await makeDeck(server)}/trace?tab=pages`],
  ["the package of a deck", async (server) => `${await makeDeck(server)}/trace?tab=package`],
  ["a comparison", async (server) => `${await makeDeck(server)}/trace?tab=compare&with=${await makeDeck(server)}`],
  ["the pages of a coloring batch", async (server) => `${await makeColoring(server)}/trace?tab=pages`],
];
for (const [name, make] of readable) {
  test(`Nothing stands in the way of a screen reader on ${name}`, async ({ page, server }) => {
    const view = await make(server);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(`/jobs/${view}`);
      await expect(page.getByRole("tabpanel").getByRole("row").first()).toBeVisible();
      // A deck's page has its slide in a frame, which comes after the table.
      await expect(page.locator("iframe")).toHaveCount(name === "the pages of a deck" ? 1 : 0);
      // No script may run in the frame of a slide, the checker's neither; that it has a name is seen before it goes.
      for (const frame of await page.locator("iframe").all()) {
        expect(await frame.getAttribute("title")).toMatch(/^What .* became$/);
        await frame.evaluate((element) => element.remove());
      }
      await expectAccessible(page, `${name}, ${colorScheme}`, "html");
    }
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("No view of a trace is wider than the screen", async ({ page, server }) => {
    const [id, other] = [await makeDeck(server), await makeDeck(server)];
    for (const tab of ["timeline", "pages", "package", "compare"]) {
      await page.goto(`/jobs/${id}/trace?tab=${tab}&with=${other}`);
      await expect(page.getByRole("tabpanel").getByRole("row").first()).toBeVisible();
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wider, `${tab} scrolls sideways`).toBeLessThanOrEqual(0);
    }
  });
});
