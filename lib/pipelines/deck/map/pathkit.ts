import { readFile } from "node:fs/promises";
import init, { type PathKit } from "pathkit-wasm/bin/pathkit.js";
import { installed } from "../installed";

let loading: Promise<PathKit> | undefined;
let loaded: PathKit | undefined;

/** Loads Skia's path operations, once per thread. */
export async function loadPathKit(): Promise<PathKit> {
  loading ??= start();
  loaded = await loading;
  return loaded;
}

/**
 * Skia's path operations, synchronously.
 * @throws Error when `loadPathKit` has not been awaited before.
 */
export function pathKit(): PathKit {
  if (loaded === undefined) throw new Error("loadPathKit() was not awaited.");
  return loaded;
}

async function start(): Promise<PathKit> {
  const file = installed.resolve("pathkit-wasm/bin/pathkit.wasm");
  const instance = await init({ wasmBinary: await readFile(file) });
  return settled(instance);
}

/** The module calls itself a thenable; awaited as it is, it would never resolve. */
function settled(instance: PathKit): PathKit {
  delete (instance as { then?: unknown }).then;
  return instance;
}
