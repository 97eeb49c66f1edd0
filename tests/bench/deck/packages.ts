import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** What the bench draws, pinned, so that its figures can be compared over time. */
const pinned = {
  "lucide-static": "1.62.0",
  "bootstrap-icons": "1.13.2",
  "flag-icons": "7.5.0",
  "simple-icons": "16.37.0",
  echarts: "6.1.0",
  "vega-lite": "6.5.0",
} as const;

export type PackageName = keyof typeof pinned;

const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "tracepress-bench");

/**
 * The folder of a package, fetched by npm when it is not in the cache, out of the project's tree.
 * @returns a sentence in place of the folder when it cannot be had, as without a network.
 */
export async function packageFolder(name: PackageName): Promise<{ folder: string } | { absent: string }> {
  const version = pinned[name];
  const home = join(cache, `${name}-${version}`);
  const folder = join(home, "node_modules", name);
  if (existsSync(folder)) return { folder };
  try {
    await fetchInto(home, `${name}@${version}`);
    return { folder };
  } catch (error) {
    return { absent: `${name}@${version} cannot be fetched: ${String(error).split("\n")[0]}` };
  }
}

/** Installs beside its place and moves it there whole: what was cut off is never taken for a package. */
async function fetchInto(home: string, specifier: string): Promise<void> {
  const making = `${home}.${process.pid}`;
  await mkdir(making, { recursive: true });
  await writeFile(join(making, "package.json"), "{}\n");
  const flags = ["--no-audit", "--no-fund", "--ignore-scripts", "--no-save"];
  await promisify(execFile)("npm", ["install", ...flags, specifier], { cwd: making, timeout: 300_000 });
  await rm(home, { recursive: true, force: true });
  await rename(making, home);
}
