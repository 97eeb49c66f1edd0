import { expect, test } from "@/tests/support/fixtures";
import { photo, Studio } from "./studio";

test("One prompt for all is filled in for each picture, and one picture goes its own way", async ({ page, server }) => {
  const studio = new Studio(page);
  await page.goto("/");
  await studio.choose([await photo("cat.jpg"), await photo("dog.jpg")]);
  await page.getByRole("textbox", { name: "One prompt for all" }).fill("{n}: a simple {name}");
  const dog = page.getByRole("textbox", { name: "Prompt for dog.jpg" });
  await expect(dog).toHaveAttribute("placeholder", "2: a simple dog");
  await expect(page.getByText("differs", { exact: true })).toHaveCount(0);
  await dog.fill("bold");
  await expect(studio.picture("dog.jpg").getByText("differs", { exact: true })).toBeVisible();
  await page.getByRole("radio", { name: "Draft" }).check();
  const id = await studio.startBatch();
  const { items } = await (await server.fetch(`/api/v1/batch/${id}/status`)).json();
  expect(items.map(({ prompt }: { prompt: string }) => prompt)).toEqual(["1: a simple cat", "bold"]);
  await studio.seeEnd("Done");
});

test("Prompts for many pictures are pasted from a table, and what names no picture is said", async ({ page }) => {
  const studio = new Studio(page);
  await page.goto("/");
  await studio.choose([await photo("cat.jpg"), await photo("dog.jpg")]);
  await page.getByRole("button", { name: "Paste a list" }).click();
  const dialog = page.getByRole("dialog", { name: "Prompts for many pictures" });
  await dialog.getByRole("textbox", { name: "List of prompts" }).fill('dog.jpg,"bold, fine"\nowl.jpg,simple');
  await dialog.getByRole("button", { name: "Set these prompts" }).click();
  await expect(page.getByText("1 prompt set. No picture here is called owl.jpg.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Prompt for dog.jpg" })).toHaveValue("bold, fine");
  await expect(page.getByRole("textbox", { name: "Prompt for cat.jpg" })).toHaveValue("");
});

test("Pictures are put in order by dragging them, or turned round all at once", async ({ page }) => {
  const studio = new Studio(page);
  await page.goto("/");
  await studio.choose([await photo("a.jpg", 400), await photo("b.jpg", 440), await photo("c.jpg")]);
  await expect(page.getByText("3 pictures ready.").first()).toBeVisible();
  const grip = (name: string) => studio.picture(name).getByTitle(`Drag ${name}`);
  await expect(grip("c.jpg")).toBeVisible();
  await page.waitForLoadState("networkidle");
  await grip("c.jpg").dragTo(studio.picture("a.jpg"), { targetPosition: { x: 60, y: 8 } });
  await studio.seeOrder(["c.jpg", "a.jpg", "b.jpg"]);
  await page.getByRole("button", { name: "Reverse order" }).click();
  await studio.seeOrder(["b.jpg", "a.jpg", "c.jpg"]);
});

test("The last options are remembered, and others are kept by a name", async ({ page }) => {
  await page.goto("/");
  const preset = page.getByRole("combobox", { name: "Preset" });
  await expect(preset).toHaveValue("Usual");
  await page.getByRole("radio", { name: "Bold" }).check();
  await page.getByRole("combobox", { name: "Paper size" }).selectOption("Square");
  await page.getByRole("button", { name: "Save these options as a preset" }).click();
  await page.getByRole("textbox", { name: "Name of the preset" }).fill("Class 2b");
  await page.getByRole("button", { name: "Save preset" }).click();
  await expect(preset).toHaveValue("Class 2b");
  await preset.selectOption("Tracing worksheet");
  await page.reload();
  await expect(page.getByRole("radio", { name: "Dashed, to trace" })).toBeChecked();
  await preset.selectOption("Class 2b");
  await expect(page.getByRole("radio", { name: "Bold" })).toBeChecked();
  await page.getByRole("button", { name: "Delete the preset Class 2b" }).click();
  await expect(preset).toHaveValue("");
  await expect(page.getByRole("radio", { name: "Bold" })).toBeChecked();
});
