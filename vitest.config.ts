import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
  test: {
    include: ["tests/unit/**/*.test.ts", "tests/http/**/*.test.ts", "tests/chaos/**/*.test.ts"],
    setupFiles: ["tests/support/quiet.ts"],
    // Against hanging, not for haste: a loaded machine may take several times as long as a quiet one.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    // Two cores: one file at a time on each leaves the servers under test enough to keep their deadlines.
    maxWorkers: 2,
  },
});
