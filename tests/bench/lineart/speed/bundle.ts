import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

/** What is used of esbuild; it comes below tsx and is no package of this project. */
interface Esbuild {
  build(options: Record<string, unknown>): Promise<unknown>;
}

const here = createRequire(import.meta.url);
const { build } = createRequire(here.resolve("tsx"))("esbuild") as Esbuild;

const folder = join(process.cwd(), "out/bench/programs");

/**
 * Bundles programs as the product ships them: one file each, without a loader of TypeScript in the process that runs it.
 * @param entries source files by the name of the program, without an ending.
 * @returns the folder with `<name>.mjs` for each of them.
 */
export async function bundle(entries: Record<string, string>): Promise<string> {
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: entries,
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    chunkNames: "parts/[name]-[hash]",
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
  return folder;
}
