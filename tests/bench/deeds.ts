import type { Locator, Page } from "@playwright/test";
import { interactionsSince } from "@/tests/support/interactions";
import { mainThreadMs, watchMainThread } from "./main-thread";

/** Something a person does with the page. */
export interface Deed {
  /** What is pressed; it is found and brought into view before the deed is measured. */
  at(page: Page): Locator;
  /** What is done at the middle of it, instead of a click. */
  act?(page: Page, x: number, y: number): Promise<void>;
  /** How many interactions that is; one when left out. */
  times?: number;
}

export const typing = (text: string, at: Deed["at"]): Deed => ({
  at,
  times: text.length,
  async act(page, x, y) {
    await page.mouse.click(x, y);
    await page.keyboard.type(text, { delay: 60 });
  },
});

/** Down by pages, `times` of them. */
export const scrolling = (times: number, at: Deed["at"]): Deed => ({
  at,
  times,
  async act(page, x, y) {
    await page.mouse.move(x, Math.min(y, 400));
    for (let turn = 0; turn < times; turn++) {
      await page.mouse.wheel(0, 600);
      await page.waitForTimeout(50);
    }
  },
});

/** From where it is to so many pixels further down. */
export const dragging = (pixels: number, at: Deed["at"]): Deed => ({
  at,
  async act(page, x, y) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y + pixels, { steps: 10 });
    await page.mouse.up();
  },
});

/**
 * Does each deed, and tells for it the processor time that the main thread took for one interaction, and how long the
 * longest took until its paint (event-timing API, steps of 8 ms; 0 when under 16), which the machine's load is part of.
 */
export async function measureDeeds(page: Page, deeds: Record<string, Deed>) {
  const session = await watchMainThread(page);
  const rows: Record<string, Record<string, number>> = {};
  for (const [name, { at, act, times = 1 }] of Object.entries(deeds)) {
    const target = at(page);
    await target.click({ trial: true });
    const { x, y, width, height } = (await target.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const [middle, centre] = [x + width / 2, y + height / 2];
    await interactionsSince(page);
    const before = await mainThreadMs(session);
    await (act ? act(page, middle, centre) : page.mouse.click(middle, centre));
    const durations = await interactionsSince(page);
    const spent = ((await mainThreadMs(session)) - before) / times;
    rows[name] = { "processor ms": Math.round(spent * 10) / 10, "longest to paint, ms": Math.max(0, ...durations) };
  }
  await session.detach();
  return rows;
}
