import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "@/tests/support/fixtures";

const run = promisify(execFile);

test("A programmer reads the API in the product, and the lines there work on this very server", async ({
  page,
  serverWith,
}) => {
  const server = await serverWith();
  await page.goto(server.origin);
  await page.getByRole("link", { name: "API reference" }).click();
  await expect(page.getByRole("heading", { name: "API", level: 1 })).toBeVisible();

  const upload = page.getByRole("article", { name: "Upload one file" });
  await expect(upload.getByText(`${server.origin}/api/v1/uploads?name=cat.jpg`)).toBeVisible();
  await expect(upload.getByText("unsupported_media")).toBeVisible();

  const stats = page.getByRole("article", { name: "What waits and how fast it goes" });
  const line = (await stats.locator("pre").textContent()) ?? "";
  const { stdout } = await run("sh", ["-c", `${line} -s`]);
  expect(JSON.parse(stdout)).toMatchObject({ pending: 0, batches: { failed: expect.any(Number) } });

  await stats.getByRole("link", { name: "QueueStats" }).click();
  await expect(page.locator("#QueueStats").getByText("Items that were not begun yet.")).toBeVisible();

  const document = await (await server.fetch("/api/v1/openapi.json")).json();
  expect(document).toMatchObject({ openapi: "3.1.0", servers: [{ url: server.origin }] });
});
