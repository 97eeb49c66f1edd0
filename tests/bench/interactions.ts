// How long a page with a thousand pictures takes from what a person does to the next paint (the event-timing API).
//
//   npm run bench:interactions
import { chromium, type Page } from "@playwright/test";
import { photo, Studio } from "@/tests/e2e/studio";
import { chromiumPath } from "@/tests/support/browser";
import { interactionsSince, watchInteractions } from "@/tests/support/interactions";
import { TestServer } from "@/tests/support/server";

const items = Number(process.env.BENCH_ITEMS ?? 1_000);

/** What a person does with a full tray. */
const deeds: Record<string, (page: Page) => Promise<void>> = {
  "type a prompt for all": (page) =>
    page.getByRole("textbox", { name: "One prompt for all" }).pressSequentially("a cat"),
  "type one picture's prompt": (page) =>
    page.getByRole("textbox", { name: "Prompt for 3.jpg", exact: true }).pressSequentially("a dog"),
  "choose an option": (page) => page.getByRole("radio", { name: "Draft" }).click(),
  "move a picture down": (page) => page.getByRole("button", { name: "Move 3.jpg down", exact: true }).click(),
  "remove a picture": (page) => page.getByRole("button", { name: "Remove 3.jpg", exact: true }).click(),
  "reverse the order": (page) => page.getByRole("button", { name: "Reverse order" }).click(),
  "drag a picture": (page) =>
    page
      .getByRole("listitem")
      .filter({ hasText: `${items}.jpg` })
      .dragTo(page.getByRole("listitem").filter({ hasText: `${items - 3}.jpg` })),
};

/** What follows a JPEG's end is no part of its picture, but makes another file of it. */
const distinct = (picture: Buffer, at: number): Buffer => Buffer.concat([picture, Buffer.from(String(at))]);

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
  await page.getByRole("button", { name: "Start batch" }).and(page.locator(":enabled")).waitFor({ timeout: 300_000 });
  await interactionsSince(page);
  for (const [name, deed] of Object.entries(deeds)) {
    await deed(page);
    const durations = await interactionsSince(page);
    console.log(`${name}: ${durations.length} interactions, the longest ${Math.max(0, ...durations)} ms`);
  }
} finally {
  await browser.close();
  await server.stop();
}
