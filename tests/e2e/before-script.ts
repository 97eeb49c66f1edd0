import type { Page } from "@playwright/test";

/** Opens a page as it is seen before its scripts have come, all of them or some. @returns what lets them come. */
export async function opened(page: Page, path: string, held = (_script: string) => true): Promise<() => void> {
  let letCome = () => {};
  const come = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    if (held(route.request().url())) await come;
    await route.continue();
  });
  await page.mainFrame().goto(path, { waitUntil: "commit" });
  return letCome;
}
