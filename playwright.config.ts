import { defineConfig } from "@playwright/test";
import { chromiumPath } from "./tests/support/browser";

export default defineConfig({
  testDir: "tests/e2e",
  // Against hanging, not for haste: a loaded machine may take several times as long as a quiet one.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  workers: 1,
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    launchOptions: {
      executablePath: chromiumPath(),
      // Loopback only, and nothing looked up outside: the browser's own services are switched off.
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
      ],
    },
    trace: "retain-on-failure",
  },
});
