import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/fixtures";
import { jpegNoise } from "@/tests/support/pictures";
import { Line } from "./line";
import { Studio } from "./studio";

/** Sends as slowly as a phone does on a bad line: every tenth of a large photo is seen for a second or longer. */
async function onAPhonesLine(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const line = { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: 500_000 };
  await devtools.send("Network.emulateNetworkConditions", line);
}

test.use({ expectedErrors: [/net::ERR_/] });

test("A phone loses its connection in the middle of a large photo, and the upload goes on where it was", async ({
  page,
  server,
}) => {
  const large = { name: "large.jpg", mimeType: "image/jpeg", buffer: await jpegNoise(2600) };
  const line = await Line.to(server.origin);
  try {
    const studio = await Studio.begun(page, line.origin);
    await onAPhonesLine(page);
    const before = line.carried;
    await studio.choose([large]);
    const row = studio.picture("large.jpg");
    await expect(row.getByText(/^Uploading, [4-6]\d %$/)).toBeVisible({ timeout: 30_000 });
    line.cut();
    await expect(row.getByText("Connection lost; the upload goes on by itself")).toBeVisible();
    line.mend();
    await expect(row.getByText(/^The upload goes on, [3-9]\d %$/)).toBeVisible({ timeout: 30_000 });
    await expect(row.getByText("2600 × 2600 px")).toBeVisible({ timeout: 30_000 });
    // A second sending of the first half alone would be three million bytes more.
    expect(line.carried - before).toBeGreaterThan(large.buffer.length);
    expect(line.carried - before).toBeLessThan(large.buffer.length * 1.2);
  } finally {
    await page.close();
    await line.close();
  }
});

test("A large photo that is removed while it is sent leaves nothing on the server", async ({ page }) => {
  const studio = new Studio(page);
  await page.goto("/");
  await onAPhonesLine(page);
  const given = page.waitForResponse((answer) => answer.request().method() === "DELETE");
  await studio.choose([{ name: "large.jpg", mimeType: "image/jpeg", buffer: await jpegNoise(2600) }]);
  await expect(studio.picture("large.jpg").getByText(/^Uploading, [1-9]\d? %$/)).toBeVisible({ timeout: 30_000 });
  await page.getByRole("button", { name: "Remove large.jpg" }).click();
  expect((await given).status()).toBe(204);
});
