import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { type Model, readModel } from "./model";

/** Where a model lies: in a file of a package, from one byte up to another. The package's version is pinned. */
export interface ModelPlace {
  file: string;
  start: number;
  end: number;
}

/** Every model begins with its kind, behind the place of its first table. */
const kind = "TFL3";

/** Reads a model. @throws when the package's file is missing or not the one whose places are known. */
export function modelAt({ file, start, end }: ModelPlace): Model {
  // Looked up from the working directory, because bundlers rewrite require.resolve and import.meta.url.
  const path = join(process.cwd(), "node_modules", file);
  const bytes = Buffer.alloc(end - start);
  const handle = openSync(path, "r");
  try {
    readSync(handle, bytes, 0, bytes.length, start);
  } finally {
    closeSync(handle);
  }
  if (bytes.toString("latin1", 4, 8) !== kind) throw new Error(`${path} is not the file of the pinned version`);
  return readModel(bytes);
}
