import { expect, test } from "@/tests/support/fixtures";
import { expectAccessible } from "./accessible";
import { DeckStudio, svgFile } from "./deck-studio";
import { photo, Studio } from "./studio";
import { transferOf } from "./transfer";

test("A picture dropped anywhere on the page is taken in", async ({ page }) => {
  await page.goto("/");
  const dataTransfer = await transferOf(page, "dropped.jpg");
  const heading = page.getByRole("heading", { name: "New batch" });
  // A browser tells of what hovers again and again; the page hears it from when it is awake.
  await expect(async () => {
    await heading.dispatchEvent("dragover", { dataTransfer });
    await expect(page.getByText("Let go to add them")).toBeVisible({ timeout: 250 });
  }).toPass();
  await heading.dispatchEvent("drop", { dataTransfer });
  await expect(new Studio(page).picture("dropped.jpg").getByText("480 × 320 px")).toBeVisible();
});

test("A picture pasted from the clipboard is taken in; pasted text stays text", async ({ page }) => {
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  const pasted = await transferOf(page, "pasted.jpg");
  await page.evaluate(
    (clipboardData) => document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true })),
    pasted,
  );
  await expect(new Studio(page).picture("pasted.jpg").getByText("480 × 320 px")).toBeVisible();

  const prompt = page.getByRole("textbox", { name: "Prompt for pasted.jpg" });
  await prompt.fill("bold");
  await prompt.selectText();
  await page.keyboard.press("ControlOrMeta+c");
  await page.keyboard.press("ControlOrMeta+v");
  await expect(prompt).toHaveValue("bold");
  await expect(new Studio(page).pictures).toHaveCount(1);
});

test("A link that is dropped becomes a slide and leads nobody away; an SVG is pasted as its source", async ({
  page,
}) => {
  const bring = (type: "drop" | "paste", format: string, text: string) =>
    page.evaluate(
      ([kind, mime, data]) => {
        const brought = new DataTransfer();
        brought.setData(mime, data);
        const more = { bubbles: true, cancelable: true };
        const event =
          kind === "drop"
            ? new DragEvent("drop", { ...more, dataTransfer: brought })
            : new ClipboardEvent("paste", { ...more, clipboardData: brought });
        document.querySelector("main")?.dispatchEvent(event);
        return event.defaultPrevented;
      },
      [type, format, text],
    );
  const address = "https://example.org/logo.svg";
  await page.goto("/?kind=deck");
  await page.waitForLoadState("networkidle");
  expect(await bring("drop", "text/uri-list", address)).toBe(true);
  expect(await bring("drop", "text/uri-list", address)).toBe(true);
  await bring("paste", "text/plain", String(svgFile("", "pasted").buffer));
  const studio = new DeckStudio(page);
  await expect(studio.slides).toHaveCount(3);
  await expect(studio.slide("pasted.svg").getByText("160 × 90 px")).toBeVisible();
  await expect(page.getByText(`The same as ${address}`)).toHaveCount(1);

  await page.goto("/");
  await page.waitForLoadState("networkidle");
  expect(await bring("drop", "text/uri-list", address), "the page stays").toBe(true);
  await bring("paste", "text/plain", String(svgFile("", "pasted").buffer));
  await new Studio(page).seeOrder(["pasted.svg"]);
});

test("What was removed comes back by undo, where it was and with its prompt", async ({ page }) => {
  const studio = new Studio(page);
  await page.goto("/");
  await studio.lay(["a.jpg", "b.jpg", "c.jpg"], 300);
  await page.getByRole("textbox", { name: "Prompt for b.jpg" }).fill("bold");
  await page.getByRole("button", { name: "Remove b.jpg" }).click();
  await expect(page.getByText("b.jpg removed").first()).toBeVisible();
  await studio.seeOrder(["a.jpg", "c.jpg"]);
  await page.getByRole("button", { name: "Remove all" }).click();
  await expect(page.getByText("2 pictures removed").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Choose pictures" })).toBeFocused();
  await expect(studio.start).toBeDisabled();
  await expectAccessible(page, "all removed");

  await page.getByRole("button", { name: "Undo" }).click();
  await studio.seeOrder(["a.jpg", "c.jpg"]);
  await expect(page.getByRole("button", { name: "Remove a.jpg" })).toBeFocused();
  // Where one writes, the key is the field's own.
  const prompt = page.getByRole("textbox", { name: "Prompt for a.jpg" });
  await prompt.pressSequentially("thin");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await page.getByRole("button", { name: "Remove c.jpg" }).focus();
  await page.keyboard.press("ControlOrMeta+z");
  await studio.seeOrder(["a.jpg", "b.jpg", "c.jpg"]);
  await expect(page.getByRole("textbox", { name: "Prompt for b.jpg" })).toHaveValue("bold");
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
  await studio.startBatch();
  await studio.seeEnd("Done");
  await expect(studio.pages).toHaveCount(3);
});

test("What was removed may stay so", async ({ page }) => {
  const studio = new Studio(page);
  await page.goto("/");
  await studio.lay(["a.jpg", "b.jpg"], 300);
  await page.getByRole("button", { name: "Remove a.jpg" }).click();
  await page.getByRole("button", { name: "Leave it removed" }).click();
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
  await studio.seeOrder(["b.jpg"]);
});

test("A picture that is there twice is pointed out, and its copy removed", async ({ page }) => {
  const studio = new Studio(page);
  await page.goto("/");
  const cat = await photo("cat.jpg");
  await studio.choose([cat, { ...cat, name: "cat (2).jpg" }, await photo("dog.jpg", 500)]);
  await expect(
    studio
      .picture("cat (2).jpg")
      .or(studio.picture("cat.jpg"))
      .getByText(/^The same as cat/),
  ).toBeVisible();
  await page.getByRole("button", { name: "Remove the copy" }).click();
  await expect(studio.pictures).toHaveCount(2);
  await expect(page.getByText("One file is here more than once.")).toHaveCount(0);
});

test("SVGs among pictures are offered a deck, and go there", async ({ page }) => {
  const studio = new Studio(page);
  await page.goto("/");
  await studio.choose([await photo("cat.jpg"), svgFile("logo.svg", "logo")]);
  await page.getByRole("button", { name: "Make a deck of it" }).click();
  await expect(page).toHaveURL(/kind=deck/);
  await expect(new DeckStudio(page).slide("logo.svg")).toBeVisible();
  await page.getByRole("link", { name: /^Coloring/ }).click();
  await expect(studio.pictures).toHaveCount(1);
});
