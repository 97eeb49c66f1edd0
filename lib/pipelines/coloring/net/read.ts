import { closeSync, openSync, readSync } from "node:fs";
import { type Model, readModel } from "./model";

/** Every model begins with its kind, behind the place of its first table. */
const kind = "TFL3";

/**
 * Reads a model that lies in a file from one byte up to another. The package that the file is of is pinned to a version,
 * and with it these bytes.
 * @throws when the file is missing, or not the one whose places are known.
 */
export function modelIn(path: string, { start, end }: { start: number; end: number }): Model {
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
