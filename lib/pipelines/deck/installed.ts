import { createRequire } from "node:module";
import { join } from "node:path";

/** Looked up from the working directory, because bundlers rewrite require.resolve and import.meta.url. */
export const installed = createRequire(join(process.cwd(), "package.json"));

/** An installed package that is loaded when it is first asked for: most drawings have no text and no style sheet. */
export function whenAsked<Package>(name: string): () => Package {
  let loaded: Package | undefined;
  return () => {
    loaded ??= installed(name) as Package;
    return loaded;
  };
}
