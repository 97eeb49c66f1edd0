import type { Page } from "@playwright/test";
import { type BatchTrace, traceSchema } from "@/lib/contracts/trace";
import { TestClient } from "@/tests/support/client";
import { expect, test } from "@/tests/support/fixtures";
import { writeLargeBatch } from "@/tests/support/large-batch";
import type { TestServer } from "@/tests/support/server";
import { expectAccessible } from "./accessible";

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90">' +
  '<rect id="sky" width="160" height="90" fill="#bde"/><circle id="sun" cx="120" cy="25" r="14" fill="gold"/></svg>';
const file = `data:image/svg+xml,${encodeURIComponent(drawing)}`;

/** A deck of a slide and a file that is broken. */
async function makeDeck(server: TestServer): Promise<string> {
  const api = new TestClient(server);
  const { batch_id } = await api.deck({ items: [{ file }, { file: "data:image/svg+xml,<svg" }] });
  await api.finished(batch_id);
  return batch_id;
}

async function traceOf(server: TestServer, id: string): Promise<BatchTrace> {
  return traceSchema.parse(await (await server.fetch(`/api/v1/jobs/${id}/trace`)).json());
}

const timelineOf = (page: Page) => page.getByRole("treegrid", { name: "Timeline of the batch" });
const detailsOf = (page: Page) => page.getByRole("complementary", { name: "Details" });
const whenOf = (page: Page) => timelineOf(page).getByRole("columnheader").last();
const chosenOf = (page: Page) => timelineOf(page).getByRole("row", { selected: true });

test("A batch of ten thousand spans is walked to its end, and stages are read where they are looked at", async ({
  page,
  server,
}) => {
  const id = writeLargeBatch(server.data, 910);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).search));
  await page.goto(`/jobs/${id}/trace`);
  const timeline = timelineOf(page);
  await expect(timeline).toHaveAttribute("aria-rowcount", "912");
  expect(asked.filter((query) => query.includes("parts=spans"))).toEqual([]);

  await timeline.focus();
  await page.keyboard.press("End");
  await expect(chosenOf(page)).toContainText("910. drawing-910.svg");
  expect(await timeline.getByRole("row").count()).toBeLessThan(80);
  await page.keyboard.press("ArrowRight");
  await expect(timeline).toHaveAttribute("aria-rowcount", "922");
  await page.keyboard.press("End");
  await expect(chosenOf(page)).toContainText("Keeping the slide");
  const parts = asked.filter((query) => query.includes("parts=spans"));
  expect(parts).toEqual(["?parts=spans&items_from=900&items=25"]);

  // A link to a stage far away opens at it.
  const { spans } = await traceOf(server, id);
  const item = spans.find(({ attributes }) => attributes["item.index"] === 400)?.item_id;
  const stage = spans.find(({ name, item_id }) => name === "policy" && item_id === item);
  await page.goto(`/jobs/${id}/trace?span=${stage?.span_id}&item=400`);
  await expect(chosenOf(page)).toContainText("Deciding what can be native");
  await expect(detailsOf(page)).toContainText("401. drawing-401.svg");
});

test("Errors and attempts are found by filter and by key, in the numbers that the API gives", async ({
  page,
  server,
}) => {
  const id = writeLargeBatch(server.data, 300);
  const { spans } = await traceOf(server, id);
  await page.goto(`/jobs/${id}/trace?show=errors`);
  const failed = spans.filter(({ status }) => status === "error");
  const outlined = failed.filter(({ name }) => name === "attempt" || name === "item");
  await expect(page.getByText(`${failed.length} matches`)).toBeVisible();
  await page.getByRole("combobox", { name: "Show" }).selectOption("Tried again");
  await expect(page.getByText(`${outlined.length} matches`)).toBeVisible();
  await page.getByRole("combobox", { name: "Show" }).selectOption("Everything");
  await timelineOf(page).focus();
  await page.keyboard.press("e");
  await expect(chosenOf(page)).toContainText("stage_failed");
  await expect(detailsOf(page)).toContainText("Failed in “Drawing the shapes”");

  await page.keyboard.press("/");
  await page.keyboard.type("nothing like this");
  await expect(page.getByText("Nothing matches")).toBeVisible();
  await page.getByRole("button", { name: "Show everything" }).click();
  await expect(timelineOf(page)).toBeVisible();
});

test("The time in sight is zoomed with the wheel about the pointer, dragged and brushed, and stands in the address", async ({
  page,
  server,
}) => {
  // Four seconds long: the address has whole milliseconds, which of a batch of a moment are too few to measure by.
  await page.goto(`/jobs/${writeLargeBatch(server.data, 200)}/trace`);
  await expect(timelineOf(page).getByRole("row").nth(3)).toBeVisible();
  const whole = (await whenOf(page).textContent()) ?? "";
  const bars = await whenOf(page).boundingBox();
  if (bars === null) throw new Error("no bars");
  const at = (share: number): [number, number] => [bars.x + bars.width * share, bars.y + 100];

  await page.mouse.move(...at(0.25));
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -400);
  await page.keyboard.up("Control");
  await expect(whenOf(page)).not.toHaveText(whole);
  const sight = () => (new URL(page.url()).searchParams.get("time") ?? "").split("-").map(Number);
  await expect.poll(() => sight().length).toBe(2);
  const [from, to] = sight();
  const { spans } = await traceOf(server, new URL(page.url()).pathname.split("/")[2]);
  const moments = spans.flatMap((span) =>
    [span.start_unix_nano, span.end_unix_nano ?? span.start_unix_nano].map(BigInt),
  );
  const first = moments.reduce((one, other) => (one < other ? one : other));
  const last = moments.reduce((one, other) => (one > other ? one : other));
  const wholeMs = (Number(last - first) / 1e6) * 1.02;
  expect((wholeMs * 0.25 - from) / (to - from)).toBeCloseTo(0.25, 1);

  await page.mouse.down();
  await page.mouse.move(...at(0.15), { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => sight()[0]).toBeGreaterThan(from);
  await expect(chosenOf(page)).toHaveCount(0);

  const small = await page.locator("[data-minimap]").boundingBox();
  if (small === null) throw new Error("no small picture");
  await page.locator("[data-minimap]").dblclick({ position: { x: 5, y: 5 } });
  await expect(whenOf(page)).toHaveText(whole);
  await page.mouse.move(small.x + small.width * 0.5, small.y + 20);
  await page.mouse.down();
  await page.mouse.move(small.x + small.width * 0.75, small.y + 20, { steps: 5 });
  await page.mouse.up();
  // The address has whole milliseconds, and the pointer whole pixels.
  await expect.poll(() => Math.abs(sight()[0] - wholeMs * 0.5)).toBeLessThan(Math.max(5, wholeMs * 0.01));
  await page.reload();
  await expect(page.locator("[data-minimap] .cursor-grab")).toBeVisible();
  await timelineOf(page).focus();
  await page.keyboard.press("0");
  await expect(whenOf(page)).toHaveText(whole);
});

test("The time in sight is chosen with the keyboard on the small picture", async ({ page, server }) => {
  await page.goto(`/jobs/${await makeDeck(server)}/trace`);
  const first = page.getByRole("slider", { name: "First moment in sight" });
  const last = page.getByRole("slider", { name: "Last moment in sight" });
  const wholeMs = Number(await last.getAttribute("aria-valuemax"));
  await last.focus();
  await page.keyboard.press("Shift+ArrowLeft");
  await expect.poll(async () => Number(await last.getAttribute("aria-valuenow"))).toBeCloseTo(wholeMs * 0.9, -1);
  await first.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(async () => Number(await first.getAttribute("aria-valuenow"))).toBeCloseTo(wholeMs * 0.01, -1);
  await expect.poll(() => new URL(page.url()).searchParams.get("time")).toMatch(/^\d/);
  await page.keyboard.press("Home");
  await last.focus();
  await page.keyboard.press("End");
  await expect(last).toHaveAttribute("aria-valuenow", String(wholeMs));
  await expect(first).toHaveAttribute("aria-valuenow", "0");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("The tab of a view that a link opens is in sight", async ({ page, server }) => {
    await page.goto(`/jobs/${await makeDeck(server)}/trace?tab=compare`);
    await expect(page.getByRole("tab", { name: "Compare", selected: true })).toBeInViewport({ ratio: 0.99 });
  });
});

test("A link to a row opens at it, and back and forward go from row to row", async ({ page, server, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`/jobs/${await makeDeck(server)}/trace`);
  const rows = timelineOf(page).getByRole("row");
  await rows.filter({ hasText: "Drawing the shapes" }).click();
  await rows.filter({ hasText: "Writing the slide" }).click();
  await page.goBack();
  await expect(chosenOf(page)).toContainText("Drawing the shapes");
  await page.goForward();
  await expect(chosenOf(page)).toContainText("Writing the slide");
  await timelineOf(page).focus();
  await page.keyboard.press("l");
  await expect(page.getByText("Link copied")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto("/jobs");
  await page.goto(link);
  await expect(chosenOf(page)).toContainText("Writing the slide");
  await timelineOf(page).focus();
  await page.keyboard.press("c");
  await expect(page.getByText("Copied", { exact: true })).toBeVisible();
  const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  expect(copied.span_id).toBe(new URL(link).searchParams.get("span"));
});

test("The trace of a running batch grows until the batch has ended", async ({ page, heldSite }) => {
  const { site, server } = heldSite;
  const api = new TestClient(server);
  const { batch_id } = await api.generate({ items: site.items(8), options: { quality: "draft" } });
  await page.goto(`${server.origin}/jobs/${batch_id}/trace`);
  await expect(timelineOf(page).getByRole("row").filter({ hasText: "Running" }).first()).toBeVisible();
  site.letGo();
  await api.finished(batch_id);
  await expect(timelineOf(page).getByText("Running")).toHaveCount(0);
  const { spans } = await traceOf(server, batch_id);
  await expect(timelineOf(page)).toHaveAttribute("aria-rowcount", String(spans.length + 1));
});

test.describe("a trace that is not there", () => {
  test.use({ expectedErrors: [/404|ERR_FAILED/] });

  test("An expired trace, one that was not kept and a failed read are told apart", async ({ page, server }) => {
    await page.goto("/jobs/batch_thatisnomorethere/trace");
    await expect(page.getByRole("heading", { name: "This trace has expired" })).toBeVisible();
    await expectAccessible(page, "expired");

    const api = new TestClient(server);
    const { batch_id } = await api.deck({ items: [{ file }] });
    await api.finished(batch_id);
    await page.route("**/trace?parts=outline**", async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), trace_available: false, spans: [] } });
    });
    await page.goto(`/jobs/${batch_id}/trace`);
    await expect(page.getByRole("heading", { name: "No trace was kept" })).toBeVisible();
    await expectAccessible(page, "not kept");

    await page.unroute("**/trace?parts=outline**");
    await page.route("**/trace?parts=outline**", (route) => route.abort());
    await page.goto(`/jobs/${batch_id}/trace`);
    await expect(page.getByRole("alert").filter({ hasText: "could not be loaded" })).toBeVisible();
    await expectAccessible(page, "failed read");
    await page.unroute("**/trace?parts=outline**");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(timelineOf(page)).toBeVisible();
  });
});

for (const scheme of ["light", "dark"] as const) {
  for (const [width, height] of [
    [1280, 900],
    [390, 844],
  ]) {
    test.describe(`${scheme}, ${width} wide`, () => {
      test.use({ colorScheme: scheme, viewport: { width, height } });

      test("Everyone can use every view of a trace", async ({ page, server }) => {
        const id = await makeDeck(server);
        await page.goto(`/jobs/${id}/trace`);
        await expect(timelineOf(page)).toBeVisible();
        await expectAccessible(page, "timeline");
        await timelineOf(page).focus();
        await page.keyboard.press("e");
        await expect(detailsOf(page)).toContainText("invalid_svg");
        await expectAccessible(page, "details");
        await page.keyboard.press("?");
        await expect(page.getByRole("dialog")).toBeVisible();
        await expectAccessible(page, "keys");
        await page.keyboard.press("Escape");
        await page.goto(`/jobs/${id}/trace?find=nothing%20like%20this`);
        await expect(page.getByText("Nothing matches")).toBeVisible();
        await expectAccessible(page, "nothing matches");
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(wider, "scrolls sideways").toBeLessThanOrEqual(0);
        for (const tab of ["Pages", "Package and delivery"]) {
          await page.getByRole("tab", { name: tab }).click();
          await expect(page.getByRole("tabpanel").getByRole("table").first()).toBeVisible();
          await expectAccessible(page, tab);
        }
      });
    });
  }
}
