// What a page of a thousand pictures takes from what a person does to the next paint: the Batch tab before it is
// submitted, and the batch's own page while it runs and after it was stopped.
//
//   npm run bench:interactions
import { chromium, type Page } from "@playwright/test";
import { photo, Studio } from "@/tests/e2e/studio";
import { chromiumPath } from "@/tests/support/browser";
import { watchInteractions } from "@/tests/support/interactions";
import { TestServer } from "@/tests/support/server";
import { type Deed, dragging, measureDeeds, scrolling, typing } from "./deeds";
import { mainThreadMs, watchMainThread } from "./main-thread";

const items = Number(process.env.BENCH_ITEMS ?? 1_000);
/** How long the live page is watched. */
const liveMs = 10_000;

const button = (name: string) => (page: Page) => page.getByRole("button", { name, exact: true });

/** What looking costs by itself. */
const nothing: Deed = { at: (page) => page.getByRole("heading", { level: 1 }), act: async () => {} };

const onTheTray: Record<string, Deed> = {
  "nothing at all": nothing,
  "type a prompt for all": typing("a cat", (page) => page.getByRole("textbox", { name: "One prompt for all" })),
  "type one picture's prompt": typing("a dog", (page) =>
    page.getByRole("textbox", { name: "Prompt for 3.jpg", exact: true }),
  ),
  "choose an option": { at: (page) => page.locator("label", { hasText: "Draft" }) },
  "preview another picture": { at: button("Show 3.jpg in the preview") },
  "move a picture down": { at: button("Move 3.jpg down") },
  "remove a picture": { at: button("Remove 3.jpg") },
  "reverse the order": { at: button("Reverse order") },
  "drag a picture": dragging(250, (page) => page.getByTitle(`Drag ${items - 1}.jpg`, { exact: true })),
  "scroll 600 pixels": scrolling(20, button("Reverse order")),
};

const whileItRuns: Record<string, Deed> = {
  "nothing at all": nothing,
  "show what is open": { at: (page) => page.getByRole("button", { name: /^Not finished/ }) },
  "show all again": { at: (page) => page.getByRole("button", { name: /^All/ }) },
};

const whenItStopped: Record<string, Deed> = {
  "nothing at all": nothing,
  "show what was cancelled": { at: (page) => page.getByRole("button", { name: /^Cancelled/ }) },
  "show all again": whileItRuns["show all again"],
  "scroll 600 pixels": scrolling(20, (page) => page.getByRole("heading", { name: "Pages", exact: true })),
  "put the pages in order": { at: button("Put pages in order") },
  "move a page": { at: (page) => page.getByRole("button", { name: /^Move .+ later$/ }).nth(2) },
  "reverse the pages": { at: button("Reverse order") },
};

/** What follows a JPEG's end is no part of its picture, but makes another file of it. */
const distinct = (picture: Buffer, at: number): Buffer => Buffer.concat([picture, Buffer.from(String(at))]);

/** Share of a core that the main thread takes while news of the batch come in. */
async function liveShare(page: Page): Promise<number> {
  const session = await watchMainThread(page);
  const before = await mainThreadMs(session);
  await page.waitForTimeout(liveMs);
  return ((await mainThreadMs(session)) - before) / liveMs;
}

const server = await new TestServer({ LOG_LEVEL: "silent", TRACEPRESS_MAX_ITEMS: String(items) }).start();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ["--no-sandbox"] });
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  await watchInteractions(page);
  await page.goto(server.origin);
  const { buffer, mimeType } = await photo("one.jpg", 64);
  await new Studio(page).choose(
    Array.from({ length: items }, (_, at) => ({ name: `${at + 1}.jpg`, mimeType, buffer: distinct(buffer, at) })),
  );
  await page.getByRole("heading", { name: `${items.toLocaleString("en")} pictures`, level: 2 }).waitFor();
  await page
    .getByText(`${items.toLocaleString("en")} pictures ready.`)
    .first()
    .waitFor({ timeout: 300_000 });
  console.log(`${items} pictures on the Batch tab`);
  console.table(await measureDeeds(page, onTheTray));

  await page.getByRole("button", { name: "Start batch" }).click();
  await page.waitForURL(/\/jobs\/batch_/);
  await page
    .getByRole("img", { name: /^Coloring page of/ })
    .first()
    .waitFor();
  console.log(
    `The batch while it runs: its main thread takes ${(100 * (await liveShare(page))).toFixed(1)} % of a core`,
  );
  console.table(await measureDeeds(page, whileItRuns));

  await page.getByRole("button", { name: "Cancel batch" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Yes, cancel" }).click();
  await page.getByRole("button", { name: "Put pages in order" }).waitFor();
  console.log("The batch after it was cancelled");
  console.table(await measureDeeds(page, whenItStopped));
} finally {
  await browser.close();
  await server.stop();
}
