import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";
import JSZip from "jszip";
import { drawingMs, type PickedFile } from "./studio";

/** A drawing of one circle and one square, whose ids can be found in the deck. */
export const svgFile = (name: string, id: string, colour = "teal"): PickedFile => ({
  name,
  mimeType: "image/svg+xml",
  buffer: Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90">
  <rect id="${id}" width="90" height="90" fill="${colour}"/>
  <circle cx="120" cy="45" r="30" fill="gold"/>
</svg>`,
  ),
});

/** What a person does on the deck side of the Batch tab and sees on a deck's page, in their words. */
export class DeckStudio {
  readonly slides: Locator;
  readonly start: Locator;
  readonly results: Locator;

  constructor(readonly page: Page) {
    this.slides = page.getByRole("list", { name: "Slides of this deck" }).getByRole("listitem");
    this.start = page.getByRole("button", { name: "Start batch" });
    this.results = page.getByRole("list", { name: "Slides in this batch" }).locator(":scope > li");
  }

  async choose(files: PickedFile[]): Promise<void> {
    const opened = this.page.waitForEvent("filechooser");
    await this.page.getByRole("button", { name: /^(Choose|Add) SVG files$/ }).click();
    await (await opened).setFiles(files);
  }

  async addAddresses(lines: string[]): Promise<void> {
    await this.page.getByRole("textbox", { name: /one address a line/ }).fill(lines.join("\n"));
    await this.page.getByRole("button", { name: "Add", exact: true }).click();
  }

  slide(name: string): Locator {
    return this.slides.filter({ hasText: name });
  }

  result(name: string): Locator {
    return this.results.filter({ hasText: name });
  }

  /** Sees these names on the tray from top to bottom, once its list is there: that comes by a script of its own. */
  async seeOrder(names: string[]): Promise<void> {
    await expect.poll(() => this.order()).toEqual(names);
  }

  /** The names on the tray from top to bottom. */
  private async order(): Promise<string[]> {
    const labels = await this.page
      .getByRole("button", { name: /^Remove (?!all$)/ })
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute("aria-label") ?? ""));
    return labels.map((label) => label.replace("Remove ", ""));
  }

  /** Starts what lies on the tray and waits for the page of the batch. @returns the batch's id. */
  async startBatch(): Promise<string> {
    await this.start.click();
    await this.page.waitForURL(/\/jobs\/batch_/);
    return new URL(this.page.url()).pathname.split("/")[2];
  }

  async seeEnd(status: "Done" | "Done, upload failed" | "Failed" | "Cancelled"): Promise<void> {
    const header = this.page.getByRole("main").locator("header");
    await expect(header.getByText(status, { exact: true })).toBeVisible({ timeout: drawingMs });
  }

  /** Saves the deck as a person does, under its title. @returns the XML of its slides, in order. */
  async download(name = "deck.pptx"): Promise<string[]> {
    const saving = this.page.waitForEvent("download");
    await this.page.getByRole("link", { name: "Download the deck (PPTX)" }).click();
    const download = await saving;
    expect(download.suggestedFilename()).toBe(name);
    const deck = await JSZip.loadAsync(await readFile(await download.path()));
    const names = Object.keys(deck.files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    const xml = names.map((_, index) => deck.file(`ppt/slides/slide${index + 1}.xml`)?.async("string"));
    return (await Promise.all(xml)).map((text) => text ?? "");
  }
}
