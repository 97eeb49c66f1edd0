import { expect, type Page } from "@playwright/test";
import axe from "axe-core";

/**
 * Fails with every rule that axe finds broken in a part of the page, its main one by default, and where. Frames are left out: the drawings in
 * them are sandboxed and let no script in.
 */
export async function expectAccessible(page: Page, where: string, part = "main"): Promise<void> {
  await page.evaluate(axe.source);
  // On a live page something may come in while the rules are tried; without motion it has its full contrast at once.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await settled(page);
  const found = await page.evaluate(async (context) => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(context, { iframes: false });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  }, part);
  await page.emulateMedia({ reducedMotion: null });
  expect(found, where).toEqual([]);
}

/** Half faded in, text has not the contrast that it will have; what turns for ever is not waited for. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
