import type { Page } from "@playwright/test";

/** Tabs on until the control with this name has the focus. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let pressed = 0; pressed < 200; pressed++) {
    await page.keyboard.press("Tab");
    const focused = page.locator(":focus");
    // Behind the last control the focus goes to the browser itself.
    if ((await focused.count()) === 0) continue;
    const label = (await focused.getAttribute("aria-label")) ?? (await focused.textContent()) ?? "";
    if (label.trim() === name) return;
  }
  throw new Error(`“${name}” cannot be reached with the Tab key.`);
}
