import { join } from "node:path";
import { Network } from "../net/network";
import { modelIn } from "../net/read";

// Looked up from the working directory, because bundlers rewrite require.resolve and import.meta.url.
const file = (): string =>
  join(process.cwd(), "node_modules/@mediapipe/selfie_segmentation/selfie_segmentation.tflite");

let network: Network | undefined;

/** MediaPipe's selfie segmentation, the general model: 256 × 256 pixels from 0 to 1; read once per thread, for its first photo. */
export function subjectNetwork(): Network {
  network ??= new Network(modelIn(file(), { start: 0, end: 249_024 }));
  return network;
}
