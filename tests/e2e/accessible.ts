import { expect, type Page } from "@playwright/test";
import axe from "axe-core";

/**
 * Fails with every rule that axe finds broken in the page's main part, and where. Frames are left out: the drawings in
 * them are sandboxed and let no script in.
 */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run("main", { iframes: false });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  });
  expect(found, where).toEqual([]);
}
