import { Network } from "../net/network";
import { modelAt } from "../net/read";
import { landmarkSteps } from "./landmark-steps";

/** Both lie in one file; where, the package's face_mesh_solution_packed_assets_loader.js says. */
const file = "@mediapipe/face_mesh/face_mesh_solution_packed_assets.data";
const places = {
  finder: { file, start: 3_757_224, end: 3_986_256 },
  mesh: { file, start: 0, end: 2_495_952 },
};

let finder: Network | undefined;
let mesh: Network | undefined;

/** BlazeFace, short range: 128 × 128 pixels from -1 to 1; read once per thread. */
export function finderNetwork(): Network {
  finder ??= new Network(modelAt(places.finder));
  return finder;
}

/** The attention mesh: 192 × 192 pixels from 0 to 1; read once per thread, when the first face is found. */
export function meshNetwork(): Network {
  mesh ??= new Network(modelAt(places.mesh), landmarkSteps);
  return mesh;
}
