// How long a person waits for the live preview: from choosing a picture, and from changing an option, to the page drawn
// with it, each option's page for the first time. The server is fresh, the Batch tab two seconds old.
//
//   npm run bench:preview [-- FILE]
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { Studio } from "@/tests/e2e/studio";
import { chromiumPath } from "@/tests/support/browser";
import { TestServer } from "@/tests/support/server";

const file = process.argv[2] ?? "public/samples/boat.jpg";
/** Chosen one after the other: no two of the pages are the same. */
const options = ["Simple", "Bold", "Detailed", "Thin", "Draft", "Simple", "Standard"];
/** Between one page and the next option: a person looks at it. */
const lookMs = 700;

/** Milliseconds until the preview's picture is another one and drawn. */
async function untilRedrawn(page: Page, act: () => Promise<void>): Promise<number> {
  const drawn = page.getByRole("img", { name: /with these options$/ });
  const before = (await drawn.count()) > 0 ? await drawn.getAttribute("src") : null;
  const began = performance.now();
  await act();
  await page.waitForFunction(
    (last) => {
      const image = document.querySelector<HTMLImageElement>('img[alt$="with these options"]');
      return image !== null && image.getAttribute("src") !== last && image.complete;
    },
    before,
    { polling: "raf" },
  );
  return Math.round(performance.now() - began);
}

const server = await new TestServer({ LOG_LEVEL: "silent" }).start();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ["--no-sandbox"] });
try {
  const page = await browser.newPage();
  await page.goto(server.origin);
  await page.waitForTimeout(2_000);
  const picture = { name: basename(file), mimeType: "image/jpeg", buffer: await readFile(file) };
  const rows: Record<string, number> = {};
  rows["the picture is chosen"] = await untilRedrawn(page, () => new Studio(page).choose([picture]));
  for (const [at, name] of options.entries()) {
    await page.waitForTimeout(lookMs);
    const option = page.getByRole("radio", { name, exact: true }).first();
    rows[`${at + 1}. ${name}`] = await untilRedrawn(page, () => option.check());
  }
  console.table(Object.fromEntries(Object.entries(rows).map(([what, ms]) => [what, { ms }])));
} finally {
  await browser.close();
  await server.stop();
}
