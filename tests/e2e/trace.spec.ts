import type { Page } from "@playwright/test";
import { TestClient } from "@/tests/support/client";
import { expect, test } from "@/tests/support/fixtures";
import { jpegHouse } from "@/tests/support/pictures";
import type { TestServer } from "@/tests/support/server";

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90">\n' +
  '<rect id="sky" width="160" height="90" fill="#bde"/>\n' +
  '<circle id="sun" cx="120" cy="25" r="14" fill="gold"/>\n' +
  '<filter id="rough"><feTurbulence baseFrequency="0.2"/><feDisplacementMap in="SourceGraphic" scale="4"/></filter>\n' +
  '<path id="hill" d="M0 90 Q60 40 160 90 Z" fill="#4a7" filter="url(#rough)"/>\n</svg>';
const asFile = (svg: string) => `data:image/svg+xml,${encodeURIComponent(svg)}`;

/** A deck of a slide and a file that is broken. */
async function makeDeck(server: TestServer): Promise<string> {
  const api = new TestClient(server);
  const body = {
    items: [{ file: asFile(drawing) }, { file: "data:image/svg+xml,<svg" }],
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
  for (const stage of ["Drawing the shapes", "Writing the slide", "Waiting for its turn", "Packing the deck"]) {
    await expect(rows.filter({ hasText: stage }).first()).toBeVisible();
  }
  const failed = rows.filter({ hasText: "Reading the SVG" }).filter({ hasText: "Error" });
  await expect(failed).toHaveCount(1);
  await expect(failed).toContainText("invalid_svg");

  await failed.click();
  await expect(detailsOf(page)).toContainText("invalid_svg");
  const trace = await (await server.fetch(`/api/v1/jobs/${id}/trace`)).json();
  const span = trace.spans.find(
    (one: { name: string; status: string }) => one.name === "parse" && one.status === "error",
  );
  expect(new URL(page.url()).searchParams.get("span")).toBe(span.span_id);
  expect(await rows.count()).toBe(trace.spans.length + 1);

  await page.reload();
  await expect(detailsOf(page)).toContainText("Reading the SVG");
  await page.goBack();
  await expect(detailsOf(page)).toBeHidden();
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
  const all = await timeline.getByRole("row").count();
  await page.keyboard.press("ArrowLeft");
  await expect(chosen).toHaveAttribute("aria-expanded", "false");
  expect(await timeline.getByRole("row").count()).toBeLessThan(all);
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
  expect(new URL(page.url()).searchParams.get("element")).toBe("sun");
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

test("A coloring page stands beside its picture, with what each stage decided", async ({ page, server }) => {
  const api = new TestClient(server);
  const { batch_id } = await api.submitPictures([["house.jpg", await jpegHouse()]]);
  await api.finished(batch_id);
  await page.goto(`/jobs/${batch_id}/trace?tab=pages`);
  await expect(page.getByRole("img", { name: "Source of house.jpg" })).toBeVisible();
  await expect(page.getByRole("img", { name: "What house.jpg became" })).toBeVisible();
  const trace = await (await server.fetch(`/api/v1/jobs/${batch_id}/trace`)).json();
  const stages = Object.keys(trace.trace_data.debug_trace[0].pipeline_trace);
  const table = page.getByRole("table", { name: "Stages" });
  await expect(table.getByRole("row")).toHaveCount(stages.length + 1);
  await expect(table).toContainText("source.width");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("No view of a trace is wider than the screen", async ({ page, server }) => {
    const id = await makeDeck(server);
    for (const tab of ["timeline", "pages", "package"]) {
      await page.goto(`/jobs/${id}/trace?tab=${tab}`);
      await expect(page.getByRole("tabpanel").getByRole("row").first()).toBeVisible();
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wider, `${tab} scrolls sideways`).toBeLessThanOrEqual(0);
    }
  });
});
