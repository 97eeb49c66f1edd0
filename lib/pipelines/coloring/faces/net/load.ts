import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { landmarkSteps } from "./landmark-steps";
import { readModel } from "./model";
import { Network } from "./network";

/**
 * The networks lie one after the other in one file of the package; where, its own
 * face_mesh_solution_packed_assets_loader.js says. The package's version is pinned, and with it these bytes.
 */
const places = {
  finder: { start: 3_757_224, end: 3_986_256 },
  mesh: { start: 0, end: 2_495_952 },
};

// Looked up from the working directory, because bundlers rewrite require.resolve and import.meta.url.
const file = (): string =>
  join(process.cwd(), "node_modules/@mediapipe/face_mesh/face_mesh_solution_packed_assets.data");

/** Every model begins with its kind, behind the place of its first table. */
const kind = "TFL3";

function read({ start, end }: { start: number; end: number }): Buffer {
  const bytes = Buffer.alloc(end - start);
  const handle = openSync(file(), "r");
  try {
    readSync(handle, bytes, 0, bytes.length, start);
  } finally {
    closeSync(handle);
  }
  if (bytes.toString("latin1", 4, 8) !== kind) throw new Error(`${file()} is not the file of the pinned version`);
  return bytes;
}

let finder: Network | undefined;
let mesh: Network | undefined;

/** BlazeFace, short range: 128 × 128 pixels from -1 to 1; read once per thread. */
export function finderNetwork(): Network {
  finder ??= new Network(readModel(read(places.finder)));
  return finder;
}

/** The attention mesh: 192 × 192 pixels from 0 to 1; read once per thread, when the first face is found. */
export function meshNetwork(): Network {
  mesh ??= new Network(readModel(read(places.mesh)), landmarkSteps);
  return mesh;
}
