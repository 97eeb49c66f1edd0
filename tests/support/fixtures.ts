import { test as base, expect, type Page } from "@playwright/test";
import { HeldSite } from "./held-site";
import { jpegHouse } from "./pictures";
import { TestServer } from "./server";

interface WorkerFixtures {
  server: TestServer;
}
interface Fixtures {
  /** Starts a server of the test's own with these settings; it is stopped when the test's page is gone. */
  serverWith: (settings?: Record<string, string>) => Promise<TestServer>;
  /** A server of the test's own, and a site whose pictures it may fetch once the test lets them go. */
  heldSite: { site: HeldSite; server: TestServer };
  /** Texts of console errors that this test provokes on purpose; any other error fails it. */
  expectedErrors: RegExp[];
}

/** Playwright's test with a real server for each worker; an unexpected console error or page error fails the test. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
    async ({}, use) => {
      const server = await new TestServer().start();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ server }, use) => use(server.origin),
  expectedErrors: [[], { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
  serverWith: async ({}, use) => {
    const servers: TestServer[] = [];
    await use((settings) => {
      const server = new TestServer(settings);
      servers.push(server);
      return server.start();
    });
    for (const server of servers) await server.stop();
  },
  heldSite: async ({ serverWith }, use) => {
    const site = await HeldSite.of(await jpegHouse(600));
    await use({ site, server: await serverWith(site.settings) });
    site.close();
  },
  // It asks for serverWith because Playwright ends what was asked for last first: no page may miss its server.
  page: async ({ page, serverWith: _, expectedErrors, javaScriptEnabled }, use) => {
    if (javaScriptEnabled !== false) awaitScript(page);
    const errors: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    page.on("pageerror", (error) => errors.push(String(error)));
    await use(page);
    const unexpected = errors.filter((text) => !expectedErrors.some((pattern) => pattern.test(text)));
    expect(unexpected, "unexpected console errors").toEqual([]);
  },
});

/**
 * Lets a page that was gone to be ready for hands, so that a test sees at once what comes of what it does. What is done in the
 * moment between a page's first paint and its script has a test of its own, first-moment.spec.ts.
 */
function awaitScript(page: Page): void {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (...given) => {
    const answer = await goto(...given);
    await page.waitForFunction(isAwake);
    return answer;
  };
  page.reload = async (...given) => {
    const answer = await reload(...given);
    await page.waitForFunction(isAwake);
    return answer;
  };
}

/** Runs in the page: whether React has taken over its controls. */
function isAwake(): boolean {
  const controls = [...document.querySelectorAll("header select, main button, main select, main input")];
  return controls.every((control) => Object.keys(control).some((key) => key.startsWith("__reactProps")));
}

export { expect };
