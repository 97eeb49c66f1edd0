import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import next from "../../next.config";

interface Esbuild {
  build(options: Record<string, unknown>): Promise<unknown>;
}

/** The compiler that tsx brings along: what runs through tsx itself has its memory, too, in the same process. */
function esbuild(): Esbuild {
  const own = createRequire(import.meta.url);
  return createRequire(own.resolve("tsx/package.json"))("esbuild") as Esbuild;
}

/**
 * A script with all of ours that it imports as one file of plain JavaScript, from which packages are still found.
 * @param built takes packages into the file too, but for those that the server's build leaves out.
 */
export async function compiled(script: string, built = false): Promise<{ file: string; remove(): void }> {
  const cache = join("node_modules", ".cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "compiled-"));
  const file = join(folder, "script.mjs");
  await esbuild().build({
    entryPoints: [script],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    ...(built ? { external: next.serverExternalPackages } : { packages: "external" }),
  });
  return { file, remove: () => rmSync(folder, { recursive: true }) };
}
