import { join } from "node:path";
import { Network } from "../net/network";
import { modelIn } from "../net/read";
import { landmarkSteps } from "./landmark-steps";

// Looked up from the working directory, because bundlers rewrite require.resolve and import.meta.url.
const file = (): string =>
  join(process.cwd(), "node_modules/@mediapipe/face_mesh/face_mesh_solution_packed_assets.data");

/** Where the networks lie in it, as the package's face_mesh_solution_packed_assets_loader.js says. */
const places = {
  finder: { start: 3_757_224, end: 3_986_256 },
  mesh: { start: 0, end: 2_495_952 },
};

let finder: Network | undefined;
let mesh: Network | undefined;

/** BlazeFace, short range: 128 × 128 pixels from -1 to 1; read once per thread. */
export function finderNetwork(): Network {
  finder ??= new Network(modelIn(file(), places.finder));
  return finder;
}

/** The attention mesh: 192 × 192 pixels from 0 to 1; read once per thread, when the first face is found. */
export function meshNetwork(): Network {
  mesh ??= new Network(modelIn(file(), places.mesh), landmarkSteps);
  return mesh;
}
