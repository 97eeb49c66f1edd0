import { test as base, expect } from "@playwright/test";
import { TestServer } from "./server";

interface WorkerFixtures {
  server: TestServer;
}
interface Fixtures {
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
  page: async ({ page, expectedErrors }, use) => {
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

export { expect };
