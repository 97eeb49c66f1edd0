import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { TestClient } from "@/tests/support/client";
import { expect, test } from "@/tests/support/fixtures";
import { TestServer } from "@/tests/support/server";
import { drawingMs } from "./studio";

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><circle cx="8" cy="4" r="3" fill="gold"/></svg>`;
const here = `data:image/svg+xml,${encodeURIComponent(drawing)}`;

/** Buttons that run what failed, not the one that makes a batch of its own of it. */
const runAgain = /^Run (?!again with other options)/;

/** Addresses that are there or not, as a test decides. */
let files: Server;
let mended = false;
let host = "";
let house: TestServer;

test.beforeAll(async () => {
  files = createServer((_request, response) => {
    if (mended) response.writeHead(200, { "content-type": "image/svg+xml" }).end(drawing);
    else response.writeHead(404).end();
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => files.once("listening", resolve));
  host = `127.0.0.1:${(files.address() as AddressInfo).port}`;
  house = await new TestServer({ TRACEPRESS_ALLOW_HOSTS: host, LOG_LEVEL: "silent" }).start();
});

test.afterAll(async () => {
  await house.stop();
  files.close();
});

/** A deck of one good file and some whose address is not there, finished as far as it can be. */
async function halfDone(missing: number): Promise<string> {
  mended = false;
  const api = new TestClient(house);
  const urls = Array.from({ length: missing }, (_, index) => `http://${host}/late-${index + 1}.svg`);
  const { batch_id } = await api.deck({ urls, items: [{ file: here }] });
  await api.finished(batch_id);
  return batch_id;
}

test("What failed is run again, and the page follows it once more", async ({ page }) => {
  const id = await halfDone(2);
  await page.goto(`${house.origin}/jobs/${id}`);
  const slides = page.getByRole("list", { name: "Slides in this batch" }).getByRole("listitem");
  await expect(slides.filter({ hasText: "Failed" })).toHaveCount(2);
  mended = true;
  await page.getByRole("button", { name: "Run the rest again (2)" }).click();
  await expect(page.getByRole("heading", { name: /^What (is happening|happened)$/ })).toBeVisible();
  await expect(page.getByText("3 of 3 finished")).toBeVisible({ timeout: drawingMs });
  await expect(slides.filter({ hasText: "Done" })).toHaveCount(3);
  await expect(page.getByRole("img", { name: /^Preview of the slide of/ })).toHaveCount(3);
  await expect(page.getByRole("button", { name: runAgain })).toHaveCount(0);
});

test("One slide alone is run again, and again when it was for nothing", async ({ page }) => {
  const id = await halfDone(2);
  await page.goto(`${house.origin}/jobs/${id}`);
  const slides = page.getByRole("list", { name: "Slides in this batch" }).getByRole("listitem");
  const ends = async () => (await new TestClient(house).events(id, 0)).filter(({ event }) => event === "completed");
  // Nothing has changed there, so it fails once more.
  await page.getByRole("button", { name: "Run again late-1.svg" }).click();
  await expect.poll(async () => (await ends()).length, { timeout: drawingMs }).toBe(2);
  await expect(page.getByRole("button", { name: "Run again late-1.svg" })).toBeVisible({ timeout: drawingMs });
  mended = true;
  await page.getByRole("button", { name: "Run again late-1.svg" }).click();
  await expect(slides.filter({ hasText: "late-1.svg" })).toContainText("Done", { timeout: drawingMs });
  await expect(slides.filter({ hasText: "late-2.svg" })).toContainText("Failed");
  await expect(page.getByRole("button", { name: "Run the rest again (1)" })).toBeVisible({ timeout: drawingMs });
});

test("A batch is kept, and let go again", async ({ page }) => {
  const id = await halfDone(1);
  await page.goto(`${house.origin}/jobs/${id}`);
  await expect(page.getByText(/^Kept until .*\d\d:\d\d$/)).toBeVisible();
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(page.getByText("Kept until you delete it")).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: "Let it expire" }).click();
  await expect(page.getByText(/^Kept until .*\d\d:\d\d$/)).toBeVisible();
});

test("A batch is deleted after a question, and is gone from the list", async ({ page }) => {
  const id = await halfDone(1);
  await page.goto(`${house.origin}/jobs/${id}`);
  const ask = page.getByRole("button", { name: "Delete", exact: true });
  const question = page.getByRole("dialog", { name: "Delete this batch?" });
  await ask.click();
  await question.getByRole("button", { name: "Leave it here" }).click();
  await expect(question).toBeHidden();
  await ask.click();
  await question.getByRole("button", { name: "Yes, delete" }).click();
  await expect(page).toHaveURL(/\/jobs$/);
  await expect(page.getByRole("heading", { name: "Jobs" })).toBeVisible();
  await expect(page.locator(`a[href$="${id}"]`)).toHaveCount(0);
  expect((await house.fetch(`/api/v1/batch/${id}/status`)).status).toBe(404);
});

test.describe("when the server refuses", () => {
  test.use({ expectedErrors: [/status of 409/] });

  test("A batch that runs again already in another tab says why it can not be run twice", async ({ page }) => {
    const id = await halfDone(1);
    await page.goto(`${house.origin}/jobs/${id}`);
    await expect(page.getByRole("button", { name: "Run the rest again (1)" })).toBeVisible();
    mended = true;
    const api = new TestClient(house);
    await api.post(`/api/v1/batch/${id}/retry`, {});
    await api.finished(id);
    await page.getByRole("button", { name: "Run the rest again (1)" }).click();
    await expect(page.getByText("2 of 2 finished")).toBeVisible({ timeout: drawingMs });
    await expect(page.getByRole("button", { name: runAgain })).toHaveCount(0);
  });
});
