import { Network } from "../net/network";
import { modelAt } from "../net/read";

/** The general model of the package; the whole file. */
const place = { file: "@mediapipe/selfie_segmentation/selfie_segmentation.tflite", start: 0, end: 249_024 };

let network: Network | undefined;

/** MediaPipe's selfie segmentation: 256 × 256 pixels from 0 to 1; read once per thread, when the first photo comes. */
export function subjectNetwork(): Network {
  network ??= new Network(modelAt(place));
  return network;
}
