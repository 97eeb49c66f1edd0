import { readFile } from "node:fs/promises";
import { TestClient } from "@/tests/support/client";
import { expect, test } from "@/tests/support/fixtures";
import { readZip } from "@/tests/support/zip";
import { drawingMs, Studio } from "./studio";

test("A running batch can be cancelled, and its finished pages stay", async ({ page, context, heldSite }) => {
  const { site, server } = heldSite;
  const studio = new Studio(page);
  const options = { quality: "draft" } as const;
  const { batch_id } = await new TestClient(server).generate({ items: site.items(6), options });
  await page.goto(`${server.origin}/jobs/${batch_id}`);
  site.letGo(3);
  const elsewhere = await context.newPage();
  await elsewhere.goto(page.url());
  await expect(page.getByRole("link", { name: /^Download finished so far/ })).toBeVisible({ timeout: drawingMs });

  // The question can be answered with no.
  await page.getByRole("button", { name: "Cancel batch" }).click();
  const question = page.getByRole("dialog", { name: "Cancel this batch?" });
  await question.getByRole("button", { name: "Keep it running" }).click();
  await expect(question).toBeHidden();

  await page.getByRole("button", { name: "Cancel batch" }).click();
  await question.getByRole("button", { name: "Yes, cancel" }).click();
  await studio.seeEnd("Cancelled");
  await expect(page.getByRole("button", { name: "Cancel batch" })).toBeHidden();
  await expect(page.getByRole("list", { name: "What happened" }).getByText(/^Cancelled: /)).toBeVisible();
  await expect(studio.pages.filter({ hasText: "Cancelled" }).first()).toBeVisible();

  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download ZIP" }).click();
  const zip = await readZip(await readFile(await (await saving).path()));
  expect([...zip.keys()].filter((name) => name.endsWith(".png")).length).toBeGreaterThan(0);

  // What is done in one window is seen in the other, which lies beside it.
  await expect(elsewhere.getByRole("button", { name: /^Run the rest again/ })).toBeVisible();
  await page.getByRole("button", { name: /^Run the rest again/ }).click();
  await expect(elsewhere.getByRole("heading", { name: "What is happening" })).toBeVisible();
  site.letGo();
  await studio.seeEnd("Done");
  await expect(elsewhere.getByText("6 of 6 finished")).toBeVisible({ timeout: drawingMs });
  await expect(elsewhere.getByRole("img", { name: /^Coloring page of / }).first()).toBeVisible();
});
