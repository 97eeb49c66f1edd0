import type { Locator, Page } from "@playwright/test";
import { TestClient } from "@/tests/support/client";
import { expect, test } from "@/tests/support/fixtures";
import { jpegHouse } from "@/tests/support/pictures";
import type { TestServer } from "@/tests/support/server";
import { expectAccessible } from "./accessible";
import { svgFile } from "./deck-studio";

/** A finished batch of coloring pages. @returns its id. */
async function drawn(server: TestServer, names: string[], options = {}): Promise<string> {
  const api = new TestClient(server);
  const picture = await jpegHouse();
  const { batch_id } = await api.submitPictures(
    names.map((name) => [name, picture]),
    { quality: "draft", ...options },
  );
  await api.finished(batch_id);
  return batch_id;
}

const open = async (page: Page, name: string): Promise<Locator> => {
  await page.getByRole("button", { name: `Open the page of ${name}` }).click();
  const viewer = page.getByRole("dialog", { name: new RegExp(name) });
  await expect(viewer.getByText(/^Zoom \d+ %/)).toBeVisible();
  return viewer;
};

/** Where something lies on the screen, in whole pixels. */
const boxOf = async (shown: Locator) => {
  const box = await shown.boundingBox();
  if (!box) throw new Error("It is not on the screen.");
  return Object.values(box).map(Math.round);
};

test("A teacher compares a page with its picture, by keys and by the slider", async ({ page, server }) => {
  const id = await drawn(server, ["house.jpg", "garden.jpg"]);
  await page.goto(`/jobs/${id}`);
  const viewer = await open(page, "house.jpg");
  const source = viewer.getByRole("img", { name: "house.jpg as it was sent" });
  const result = viewer.getByRole("img", { name: "The page of house.jpg" });
  await expect(source).toBeVisible();

  const slider = viewer.getByRole("slider", { name: /^How much of the picture is seen/ });
  const cut = viewer.locator("[data-over=over]");
  const before = await cut.evaluate((element) => getComputedStyle(element).clipPath);
  await slider.focus();
  for (let pressed = 0; pressed < 10; pressed++) await page.keyboard.press("ArrowRight");
  await expect.poll(() => cut.evaluate((element) => getComputedStyle(element).clipPath)).not.toBe(before);

  const place = await boxOf(source);
  await page.keyboard.press("1");
  await expect(slider).toBeHidden();
  await expect(viewer.getByRole("radio", { name: "Picture" })).toBeChecked();
  await expect.poll(() => boxOf(source), "the picture stays where it was").toEqual(place);
  await page.keyboard.press("3");
  await expect(source).toHaveCount(0);
  await expect(result).toBeVisible();
  await page.keyboard.press("2");
  await expect(slider).toBeVisible();
  await expectAccessible(page, "looking at a page");

  await viewer.getByRole("button", { name: "Next page" }).click();
  await expect(page.getByRole("dialog", { name: /garden\.jpg/ })).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys while looking at a page" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Open the page of garden.jpg" })).toBeFocused();
});

test("A page is printed as its sheet of paper, and nothing else with it", async ({ page, server }) => {
  const id = await drawn(server, ["house.jpg"], { page_size: "a4", orientation: "landscape" });
  await page.goto(`/jobs/${id}`);
  const viewer = await open(page, "house.jpg");
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute("data-printed", String(document.querySelectorAll("img").length));
  });
  await viewer.getByRole("button", { name: "Print this page" }).click();
  await expect(page.locator("body[data-printed]")).toBeAttached();

  await page.emulateMedia({ media: "print" });
  await expect(viewer).toBeHidden();
  const sheet = page.locator("[data-printed-sheet]");
  await expect(sheet).toBeVisible();
  await page.emulateMedia({ media: null });
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  const [, , wide, high] = /\/MediaBox \[([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)\]/.exec(pdf)?.slice(1).map(Number) ?? [];
  expect([Math.round((wide / 72) * 25.4), Math.round((high / 72) * 25.4)]).toEqual([297, 210]);

  await viewer.getByRole("button", { name: "Close" }).click();
  await expect(sheet).toHaveCount(0);
});

test("The picture lies exactly under the lines that were drawn over it", async ({ page, server }) => {
  const id = await drawn(server, ["house.jpg"], { page_size: "original" });
  await page.goto(`/jobs/${id}`);
  const viewer = await open(page, "house.jpg");
  const source = await boxOf(viewer.getByRole("img", { name: "house.jpg as it was sent" }));
  const result = await boxOf(viewer.getByRole("img", { name: "The page of house.jpg" }));
  for (const [index, value] of source.entries()) expect(Math.abs(value - result[index])).toBeLessThanOrEqual(1);
});

test("One looks closer, down to the pixels, with wheel, keys and buttons, and back", async ({ page, server }) => {
  const id = await drawn(server, ["house.jpg"]);
  await page.goto(`/jobs/${id}`);
  const viewer = await open(page, "house.jpg");
  const result = viewer.getByRole("img", { name: "The page of house.jpg" });
  const whole = await boxOf(result);
  await page.keyboard.press("3");
  await viewer.locator("[data-zoom-pane]").hover();
  await page.mouse.wheel(0, -600);
  await expect.poll(async () => (await boxOf(result))[2]).toBeGreaterThan(whole[2] * 2);
  const [left] = await boxOf(result);
  await page.keyboard.press("Shift+ArrowLeft");
  await expect.poll(async () => (await boxOf(result))[0]).toBeGreaterThan(left);
  await page.keyboard.press("p");
  await expect(viewer.getByText("Zoom 100 %")).toBeVisible();
  const natural = await result.evaluate((image: HTMLImageElement) => image.naturalWidth);
  await expect.poll(async () => (await boxOf(result))[2]).toBe(natural);
  for (let pressed = 0; pressed < 10; pressed++) await viewer.getByRole("button", { name: "Zoom in" }).click();
  await expect(viewer.getByText("Zoom 1600 %")).toBeVisible();
  expect(await result.evaluate((image) => getComputedStyle(image).imageRendering)).toBe("pixelated");
  await page.keyboard.press("0");
  await expect.poll(() => boxOf(result)).toEqual(whole);
});

test("A page is seen at the size of its paper, with its margin", async ({ page, server }) => {
  const id = await drawn(server, ["house.jpg"], { page_size: "a4", margin_mm: 20, orientation: "portrait" });
  await page.goto(`/jobs/${id}`);
  const viewer = await open(page, "house.jpg");
  await viewer.getByRole("radio", { name: "On paper" }).check();
  await expect(viewer.getByText(/^Zoom 100 % · 210 × 297 mm, with a margin of 20 mm/)).toBeVisible();
  const mm = 96 / 25.4;
  const [x, , width] = await boxOf(viewer.getByRole("img", { name: "The page of house.jpg" }));
  expect(Math.abs(width - 210 * mm)).toBeLessThanOrEqual(1);
  const [marginX, , marginWidth] = await boxOf(viewer.locator("[data-margin]"));
  expect(Math.abs(marginX - x - 20 * mm)).toBeLessThanOrEqual(1);
  expect(Math.abs(marginWidth - 170 * mm)).toBeLessThanOrEqual(2);
  await expectAccessible(page, "a page on paper");
});

test("A slide is compared with its SVG", async ({ page, server }) => {
  const api = new TestClient(server);
  const file = `data:image/svg+xml,${encodeURIComponent(String(svgFile("a.svg", "box").buffer))}`;
  const { batch_id } = await api.deck({ items: [{ file }] });
  await api.finished(batch_id);
  await page.goto(`/jobs/${batch_id}`);
  await page.getByRole("button", { name: /^Open the preview of/ }).click();
  const viewer = page.getByRole("dialog");
  await expect(viewer.getByRole("img", { name: /^The slide of/ })).toBeVisible();
  await expect(viewer.getByRole("img", { name: /as it was sent$/ })).toBeVisible();
  await expect(viewer.getByRole("radio")).toHaveCount(3);
});

test.describe("with two fingers on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("A page is pinched larger, and everything is large enough for a thumb", async ({ page, server }) => {
    const id = await drawn(server, ["house.jpg"]);
    await page.goto(`/jobs/${id}`);
    const viewer = await open(page, "house.jpg");
    const result = viewer.getByRole("img", { name: "The page of house.jpg" });
    const whole = await boxOf(result);
    const touch = await page.context().newCDPSession(page);
    const fingers = (gap: number) => [
      { x: 195 - gap, y: 400, id: 0 },
      { x: 195 + gap, y: 400, id: 1 },
    ];
    await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: fingers(30) });
    for (const gap of [50, 80, 110]) {
      await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: fingers(gap) });
    }
    await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await expect.poll(async () => (await boxOf(result))[2]).toBeGreaterThan(whole[2] * 2);
    const small = await viewer.locator("button, label:has(input), input[type=range]").evaluateAll((controls) =>
      controls
        .map((control) => ({
          name: control.ariaLabel ?? control.textContent,
          ...control.getBoundingClientRect().toJSON(),
        }))
        .filter(({ width, height }) => width > 0 && (width < 44 || height < 44))
        .map(({ name, width, height }) => `${name} ${width}×${height}`),
    );
    expect(small).toEqual([]);
  });
});
