import { expect, type Locator, type Page } from "@playwright/test";
import { jpegHouse } from "@/tests/support/pictures";

export interface PickedFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export const photo = async (name: string, width = 480): Promise<PickedFile> => ({
  name,
  mimeType: "image/jpeg",
  buffer: await jpegHouse(width),
});

/** How long a small batch may take on a busy machine of two cores. */
export const drawingMs = 60_000;

/** What a person does on the Batch tab and sees on a batch's page, in their words. */
export class Studio {
  readonly pictures: Locator;
  readonly start: Locator;
  readonly pages: Locator;

  constructor(readonly page: Page) {
    this.pictures = page.getByRole("list", { name: "Pictures for this batch" }).getByRole("listitem");
    this.start = page.getByRole("button", { name: "Start batch" });
    this.pages = page.getByRole("list", { name: "Pictures in this batch" }).getByRole("listitem");
  }

  /** Opens the tab and lays a first picture on it, with which comes the script that files need. */
  static async begun(page: Page, address: string): Promise<Studio> {
    const studio = new Studio(page);
    await page.goto(address);
    await studio.choose([await photo("first.jpg")]);
    await expect(page.getByText("1 picture ready.").first()).toBeVisible();
    return studio;
  }

  async choose(files: PickedFile[]): Promise<void> {
    const opened = this.page.waitForEvent("filechooser");
    await this.page.getByRole("button", { name: /^(Choose|Add) pictures$/ }).click();
    await (await opened).setFiles(files);
  }

  /** Lays out pictures, in the quality that takes the least; in the one that takes the most where something is to happen meanwhile. */
  async lay(names: string[], width: number, quality: "Draft" | "High" = "Draft"): Promise<void> {
    await this.choose(await Promise.all(names.map((name) => photo(name, width))));
    await this.page.getByRole("radio", { name: quality }).check();
  }

  picture(name: string): Locator {
    return this.pictures.filter({ hasText: name });
  }

  /** Sees these names on the tray from top to bottom, once its list is there: that comes by a script of its own. */
  async seeOrder(names: string[]): Promise<void> {
    await expect.poll(() => this.order()).toEqual(names);
  }

  /** As {@link seeOrder}, with those among them that have no prompt because they cannot be used. */
  async seeOrderOfAll(names: string[]): Promise<void> {
    const all = this.pictures.getByRole("button", { name: /^Remove / });
    await expect
      .poll(() => all.evaluateAll((buttons) => buttons.map((button) => button.getAttribute("aria-label"))))
      .toEqual(names.map((name) => `Remove ${name}`));
  }

  /** The names on the tray from top to bottom. */
  private async order(): Promise<string[]> {
    const labels = await this.page
      .getByRole("textbox", { name: /^Prompt for / })
      .evaluateAll((fields) => fields.map((field) => field.getAttribute("aria-label") ?? ""));
    return labels.map((label) => label.replace("Prompt for ", ""));
  }

  /** Starts what lies on the tray and waits for the page of the batch. @returns the batch's id. */
  async startBatch(): Promise<string> {
    await this.start.click();
    await this.page.waitForURL(/\/jobs\/batch_/);
    return new URL(this.page.url()).pathname.split("/")[2];
  }

  async seeEnd(status: "Done" | "Failed" | "Cancelled"): Promise<void> {
    const header = this.page.getByRole("main").locator("header");
    await expect(header.getByText(status, { exact: true })).toBeVisible({ timeout: drawingMs });
  }
}
