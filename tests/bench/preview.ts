// How long a person waits for the live preview: from choosing a picture, and from changing an option, to the page drawn
// with it, each option's page for the first time, and the same of a slide. The server is fresh, the Batch tab two seconds old.
//
//   npm run bench:preview [-- FILE]
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { DeckStudio } from "@/tests/e2e/deck-studio";
import { Studio } from "@/tests/e2e/studio";
import { chromiumPath } from "@/tests/support/browser";
import { TestServer } from "@/tests/support/server";

const file = process.argv[2] ?? "public/samples/boat.jpg";
/** Chosen one after the other: no two of the pages are the same. */
const options = ["Simple", "Bold", "Detailed", "Thin", "Draft", "Simple", "Standard"];
/** Between one page and the next option: a person looks at it. */
const lookMs = 700;

/** Does not fill its slide: one sees the background. */
const slide = "public/samples/house.svg";
/** Of its slide, one after the other. */
const backgrounds = ["#fff4d6", "#d6f4ff", "#20304a"];

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

type Rows = Record<string, number>;

async function ofPages(page: Page, rows: Rows): Promise<void> {
  const picture = { name: basename(file), mimeType: "image/jpeg", buffer: await readFile(file) };
  rows["the picture is chosen"] = await untilRedrawn(page, () => new Studio(page).choose([picture]));
  for (const [at, name] of options.entries()) {
    await page.waitForTimeout(lookMs);
    const option = page.getByRole("radio", { name, exact: true }).first();
    rows[`${at + 1}. ${name}`] = await untilRedrawn(page, () => option.check());
  }
}

async function ofSlides(page: Page, rows: Rows): Promise<void> {
  const svg = { name: basename(slide), mimeType: "image/svg+xml", buffer: await readFile(slide) };
  rows["the SVG is chosen"] = await untilRedrawn(page, () => new DeckStudio(page).choose([svg]));
  for (const colour of backgrounds) {
    await page.waitForTimeout(lookMs);
    rows[`background ${colour}`] = await untilRedrawn(page, () => page.getByLabel("Background").fill(colour));
  }
}

/** On a fresh server, from where the tab has been open for as long as it takes to find a file. */
async function measured(address: string, measure: typeof ofPages): Promise<Rows> {
  const server = await new TestServer({ LOG_LEVEL: "silent" }).start();
  const page = await browser.newPage();
  try {
    await page.goto(server.origin + address);
    await page.waitForTimeout(2_000);
    const rows: Rows = {};
    await measure(page, rows);
    return rows;
  } finally {
    await page.close();
    await server.stop();
  }
}

const browser = await chromium.launch({ executablePath: chromiumPath(), args: ["--no-sandbox"] });
try {
  const rows = { ...(await measured("/", ofPages)), ...(await measured("/?kind=deck", ofSlides)) };
  console.table(Object.fromEntries(Object.entries(rows).map(([what, ms]) => [what, { ms }])));
} finally {
  await browser.close();
}
