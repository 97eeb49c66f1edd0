import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "@playwright/test";

const systemPaths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Path of a Chromium that the tests can use: the one named, Playwright's own, or the system's. */
export function chromiumPath(): string | undefined {
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  return [named, chromium.executablePath(), ...systemPaths].find((path) => path !== undefined && existsSync(path));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exit(chromiumPath() ? 0 : 1);
