import { TestClient } from "@/tests/support/client";
import { expect, test } from "@/tests/support/fixtures";
import { svgFile } from "./deck-studio";

const svgUrl = `data:image/svg+xml,${encodeURIComponent(String(svgFile("a.svg", "box").buffer))}`;
const folder = "https://drive.google.com/drive/folders/abc";

test("A delivery that failed says so, leads to the folder and can be sent again", async ({ page, server }) => {
  const client = new TestClient(server);
  const { batch_id } = await client.deck({ items: [{ file: svgUrl }] });
  await client.finished(batch_id);
  // The server's own answer, as it would be of a batch whose delivery broke off.
  let sent = 0;
  await page.route("**/status", async (route) => {
    const answer = await (await route.fetch()).json();
    const delivery = {
      drive_integration_enabled: true,
      drive_folder_url: folder,
      ...(sent === 0
        ? { status: "completed_upload_failed", drive_upload_status: "failed" }
        : { drive_upload_status: "uploaded" }),
    };
    await route.fulfill({ json: { ...answer, ...delivery } });
  });
  await page.route("**/upload-to-drive", (route) => {
    sent += 1;
    return route.fulfill({ status: 202, json: { message: "On the way", status: "uploading" } });
  });

  await page.goto(`/jobs/${batch_id}`);
  await expect(page.getByText("Could not be sent to Google Drive")).toBeVisible();
  await expect(page.getByRole("link", { name: "Open the folder in Drive" })).toHaveAttribute("href", folder);
  await page.getByRole("button", { name: "Send to Drive again" }).click();
  await expect(page.getByText("Sent to Google Drive", { exact: true })).toBeVisible();
  expect(sent).toBe(1);
});

test("A batch that is not to be sent says nothing of Drive", async ({ page, server }) => {
  const client = new TestClient(server);
  const { batch_id } = await client.deck({ items: [{ file: svgUrl }] });
  await client.finished(batch_id);
  await page.goto(`/jobs/${batch_id}`);
  await expect(page.getByRole("link", { name: "Download the deck (PPTX)" })).toBeVisible();
  await expect(page.getByText("Google Drive")).toHaveCount(0);
});
