// The product's own pages as README shows them: a batch of our scenes, a deck's slide beside its source, and its timeline.
//
//   npm run bench:screens
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import sharp from "sharp";
import { chromiumPath } from "@/tests/support/browser";
import { TestClient } from "@/tests/support/client";
import { TestServer } from "@/tests/support/server";
import { showcase } from "./lineart/shown";

const folder = "public/readme";
const slides = "public/samples/deck";
/** A screen of 1,120 × 860 CSS pixels, sharp also where README is read on a fine one. */
const view = { viewport: { width: 1120, height: 860 }, deviceScaleFactor: 1.5 };

async function coloring(api: TestClient): Promise<string> {
  const items = [];
  for (const { name, picture } of showcase()) {
    items.push({ file: (await api.upload(`${name}.png`, await picture())).file_id, prompt: name });
  }
  return (await api.generate({ items, options: { title: "Our first book", include_pdf: true } })).batch_id;
}

async function deck(api: TestClient): Promise<string> {
  const items = [];
  for (const name of (await readdir(slides)).sort()) {
    items.push({ file: (await api.upload(name, await readFile(join(slides, name)))).file_id });
  }
  return (await api.deck({ items, options: { title: "The harbour" }, generate_previews: true })).batch_id;
}

/** A page as it stands, scrolled to what is named. */
async function save(page: Page, address: string, name: string, top = "body"): Promise<void> {
  await page.goto(address);
  const first = page.locator(top).first();
  await first.waitFor();
  await first.evaluate((box) => window.scrollBy(0, box.getBoundingClientRect().top - 16));
  await page.waitForLoadState("networkidle");
  const shot = await page.screenshot({ animations: "disabled" });
  await sharp(shot)
    .png({ palette: true, colours: 128, effort: 10 })
    .toFile(join(folder, `${name}.png`));
}

const server = await new TestServer().start();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ["--no-sandbox"] });
try {
  const api = new TestClient(server);
  const batches = { book: await coloring(api), deck: await deck(api) };
  for (const id of Object.values(batches)) await api.finished(id);
  const page = await browser.newPage(view);
  await save(page, `${server.origin}/jobs/${batches.book}`, "batch", "h1");
  await save(page, `${server.origin}/jobs/${batches.deck}/trace?tab=pages&page=2`, "slide", "h2:has-text('2-')");
  await save(page, `${server.origin}/jobs/${batches.book}/trace`, "timeline");
} finally {
  await browser.close();
  await server.stop();
}
