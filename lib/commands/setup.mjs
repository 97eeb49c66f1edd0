// Brings a clone to where its commands work: dependencies, the production build, a browser for the tests.
// Plain JavaScript on Node alone, since it runs before anything is installed. What is up to date is left alone.
//
//   node lib/commands/setup.mjs [build] [browser]
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const wanted = new Set(process.argv.slice(2));

requireNode();
ensure("node_modules/.tracepress", ["package.json", "package-lock.json"], "Installing dependencies", () =>
  run("npm", ["ci", "--no-audit", "--no-fund"]),
);
if (wanted.has("build")) {
  const sources = [
    "app",
    "lib",
    "db",
    "public",
    "instrumentation.ts",
    "instrumentation-client.ts",
    "next.config.ts",
    "postcss.config.mjs",
    "tsconfig.json",
    "package-lock.json",
  ];
  ensure(".next/.tracepress", sources, "Building Tracepress", () => run("npx", ["next", "build"]));
}
if (wanted.has("browser")) ensureBrowser();

/** An older Node would end somewhere in the middle, with words that help nobody. */
function requireNode() {
  const { engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const [major, minor] = engines.node.match(/\d+/g).map(Number);
  const [ours, oursMinor] = process.version.match(/\d+/g).map(Number);
  if (ours > major || (ours === major && oursMinor >= minor)) return;
  stop(
    `Tracepress needs Node ${major}.${minor} or later; this is ${process.version}. Get a newer one at https://nodejs.org.`,
  );
}

/** Runs `make` unless `stamp` says that it has been run for these very files. */
function ensure(stamp, sources, title, make) {
  const path = join(root, stamp);
  const state = fingerprint(sources);
  if (existsSync(path) && readFileSync(path, "utf8") === state) return;
  process.stdout.write(`${title} …\n`);
  make();
  writeFileSync(path, state);
}

function fingerprint(sources) {
  const hash = createHash("sha256").update(process.version);
  for (const file of sources.flatMap(filesIn).sort())
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

function filesIn(path) {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats ? [path] : [];
  const entries = readdirSync(join(root, path), { withFileTypes: true, recursive: true, encoding: "utf8" });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
}

/** Playwright's own Chromium, else the system's, else Debian's. */
function ensureBrowser() {
  const found = () => run("node", ["--import", "tsx", "tests/support/browser.ts"], { quiet: true }) === 0;
  if (found()) return;
  process.stdout.write("Installing a browser for the tests …\n");
  if (run("npx", ["playwright", "install", "--with-deps", "chromium"], { quiet: true }) === 0 && found()) return;
  run("apt-get", ["update", "-qq"]);
  run("apt-get", ["install", "-y", "-qq", "chromium"]);
  if (!found()) stop("No Chromium could be installed. Install one and set PLAYWRIGHT_CHROMIUM to its path.");
}

function run(command, args, { quiet = false } = {}) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  const result = spawnSync(command, args, { cwd: root, stdio: quiet ? "ignore" : "inherit", env });
  if (result.status !== 0 && !quiet) stop(`${command} ${args.join(" ")} did not succeed.`);
  return result.status;
}

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
