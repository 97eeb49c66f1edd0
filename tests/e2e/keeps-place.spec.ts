import { TestClient } from "@/tests/support/client";
import { expect, test } from "@/tests/support/fixtures";
import { jpegHouse } from "@/tests/support/pictures";
import { drawingMs, photo, Studio } from "./studio";
import { tabTo } from "./tab-to";

test("Whoever works by keyboard keeps their place when what they pressed is gone", async ({ page }) => {
  const studio = new Studio(page);
  const press = async (name: string) => {
    await tabTo(page, name);
    await page.keyboard.press("Enter");
  };
  await page.goto("/");
  const house = await photo("a.jpg", 1200);
  await studio.choose([house, { ...house, name: "b.jpg" }, await photo("c.jpg", 1300)]);
  await expect(page.getByText("3 pictures ready.").first()).toBeVisible();

  await press("Remove the copy");
  await expect(page.getByRole("heading", { name: "2 pictures" })).toBeFocused();
  await press("Leave it removed");
  await expect(page.getByRole("button", { name: "Remove c.jpg" })).toBeFocused();

  await press("Start batch");
  const heading = page.getByRole("heading", { name: "2 pictures to color" });
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();
  await studio.seeEnd("Done");

  await press("Delete");
  await press("Yes, delete");
  await expect(page.getByRole("heading", { name: "Jobs", level: 1 })).toBeFocused();
});

test("Whoever cancels by keyboard keeps their place, and runs one picture again", async ({ page, heldSite }) => {
  const { site, server } = heldSite;
  const { batch_id } = await new TestClient(server).generate({ items: site.items(40), options: { quality: "draft" } });
  await page.goto(`${server.origin}/jobs/${batch_id}`);
  const press = async (name: string) => {
    await tabTo(page, name);
    await page.keyboard.press("Enter");
  };
  const heading = page.getByRole("heading", { name: "40 pictures to color" });
  await press("Cancel batch");
  await press("Yes, cancel");
  await new Studio(page).seeEnd("Cancelled");
  await expect(heading).toBeFocused();
  site.letGo();
  await press("Run again 40.jpg");
  await expect(page.locator(":focus")).toContainText(/40\.jpg|40 pictures to color/);
  await expect(page.getByRole("button", { name: "Open the page of 40.jpg" })).toBeVisible({ timeout: drawingMs });
});

test("Going from page to page is said, and leads back to the page looked at last", async ({ page, server }) => {
  const api = new TestClient(server);
  const picture = await jpegHouse();
  const pictures = ["a.jpg", "b.jpg", "c.jpg"].map((name): [string, Buffer] => [name, picture]);
  const { batch_id } = await api.submitPictures(pictures, { quality: "draft" });
  await api.finished(batch_id);
  await page.goto(`/jobs/${batch_id}`);
  await tabTo(page, "Open the page of a.jpg");
  await page.keyboard.press("Enter");
  const viewer = page.getByRole("dialog");
  await expect(viewer).toHaveAccessibleName("1 of 3 a.jpg");
  await expect(viewer.getByText(/^Zoom \d+ %/)).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  const title = viewer.getByRole("heading", { name: "3 of 3 c.jpg" });
  await expect(title).toHaveAttribute("aria-live", "polite");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Open the page of c.jpg" })).toBeFocused();
});
