// Builds the queue's bench and runs it as JavaScript, as the server is run: a loader that turns TypeScript into JavaScript
// on the way gives every inner function its name anew at each call, which costs as much as the queue itself.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** The builder is what the loader brings along. */
const { build } = createRequire(createRequire(import.meta.url).resolve("tsx"))("esbuild");
const folder = "out/bench/queue";

/** A thread is started from the file that was built, not from its source. */
const threads = {
  name: "threads",
  setup: (bundle) =>
    bundle.onLoad({ filter: /\/db\/checkpoints\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace("./checkpoint-thread.ts", "./checkpoint-thread.mjs"),
      loader: "ts",
    })),
};

await build({
  entryPoints: { index: "tests/bench/queue/index.ts", "checkpoint-thread": "db/checkpoint-thread.ts" },
  outdir: folder,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  alias: { "@": "." },
  plugins: [threads],
});
await import(new URL(`../../../${folder}/index.mjs`, import.meta.url).href);
