import { TestClient } from "@/tests/support/client";
import { expect, test } from "@/tests/support/fixtures";
import { drawingMs } from "./studio";

interface Told {
  title: string;
  options: NotificationOptions;
}

/** Lets the page believe that its tab is in the background, and keeps what it tells instead of showing it. */
function inBackground(): void {
  const told: Told[] = [];
  class Keeper {
    static permission: NotificationPermission = "default";
    static async requestPermission() {
      Keeper.permission = "granted";
      return Keeper.permission;
    }
    onclick: unknown = null;
    constructor(title: string, options: NotificationOptions) {
      told.push({ title, options });
    }
  }
  Object.assign(window, { Notification: Keeper, told });
  Object.defineProperty(document, "visibilityState", { get: () => "hidden" });
}

test("Whoever works in another tab sees how far the batch is, and is told once when it is done", async ({
  page,
  heldSite,
}) => {
  const { site, server } = heldSite;
  await page.addInitScript(inBackground);
  const options = { quality: "draft" } as const;
  const { batch_id: id } = await new TestClient(server).generate({ items: site.items(4), options });
  await page.goto(`${server.origin}/jobs/${id}`);
  await page.getByRole("button", { name: "Tell me when it is done" }).click();
  await expect(page).toHaveTitle(/^\d+ % · 4 pictures to color · Tracepress$/);
  site.letGo();
  await expect(page).toHaveTitle("Done · 4 pictures to color · Tracepress", { timeout: drawingMs });
  const icon = page.locator('link[rel="icon"]');
  await expect(icon).toHaveAttribute("href", /^data:image\/svg/);
  expect(await page.evaluate(() => (window as unknown as { told: Told[] }).told)).toEqual([
    { title: "4 pictures to color", options: { body: "The batch is done.", tag: id } },
  ]);
  await page.getByRole("link", { name: "Jobs", exact: true }).click();
  await expect(page).toHaveTitle("Jobs · Tracepress");
  await expect(icon).not.toHaveAttribute("href", /^data:/);
});
