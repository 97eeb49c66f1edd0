import type { CustomStep } from "../net/network";
import { farEyeOrder, lipsOrder, type MeshPoint, nearEyeOrder } from "./mesh-points";

/**
 * The three steps of the attention mesh (Grishchenko et al. 2020) that TensorFlow Lite does not have. The network looks
 * a second time, and closer, at the lips and the two eyes, in that order: a matrix takes each part's own grid to the
 * features of the whole face, which are then read there. After MediaPipe's transform operations, version 2.
 */
export const landmarkSteps: CustomStep = (kind, number, inputs, output) => {
  if (kind === "Landmarks2TransformMatrix") placePart(inputs[0], parts[number], output);
  else if (kind === "TransformTensorBilinear") readPart(inputs[0], inputs[1], output);
  else if (kind === "TransformLandmarks") transform(inputs[0], inputs[1], output);
  else throw new Error(`the face network has a step that nobody knows: ${kind}`);
};

interface Part {
  points: readonly MeshPoint[];
  /** The two points between which the part is level. */
  left: MeshPoint;
  right: MeshPoint;
}

const parts: Part[] = [
  { points: lipsOrder, left: 61, right: 291 },
  { points: nearEyeOrder, left: 33, right: 133 },
  { points: farEyeOrder, left: 362, right: 263 },
];

/** Side of a part's grid, side of the grid of features that it is read from, and their channels. */
const side = 16;
const featureSide = 48;
const depth = 32;
/** How much larger than the part what is looked at is. */
const margin = 1.5;

/** @param landmarks x, y, z in pixels of the grid of features. @param matrix 4 × 4, by rows. */
function placePart(landmarks: Float32Array, { points, left, right }: Part, matrix: Float32Array): void {
  const turn = -Math.atan2(
    landmarks[3 * right + 1] - landmarks[3 * left + 1],
    landmarks[3 * right] - landmarks[3 * left],
  );
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const across = points.map((point) => cos * landmarks[3 * point] - sin * landmarks[3 * point + 1]);
  const down = points.map((point) => sin * landmarks[3 * point] + cos * landmarks[3 * point + 1]);
  const [minX, maxX] = [Math.min(...across), Math.max(...across)];
  const [minY, maxY] = [Math.min(...down), Math.max(...down)];
  const middleX = (minX + maxX) / 2;
  const middleY = (minY + maxY) / 2;
  const scaleX = (margin * (maxX - minX)) / side;
  const scaleY = (margin * (maxY - minY)) / side;
  const half = side / 2;
  matrix.fill(0);
  matrix[0] = cos * scaleX;
  matrix[1] = sin * scaleY;
  matrix[3] = cos * middleX + sin * middleY - half * (matrix[0] + matrix[1]);
  matrix[4] = -sin * scaleX;
  matrix[5] = cos * scaleY;
  matrix[7] = -sin * middleX + cos * middleY - half * (matrix[4] + matrix[5]);
  matrix[10] = 1;
  matrix[15] = 1;
}

/** The features on a part's grid, between pixels by proportion; 0 outside the picture. */
function readPart(features: Float32Array, m: Float32Array, output: Float32Array): void {
  const last = featureSide - 1;
  for (let row = 0, to = 0; row < side; row++) {
    for (let column = 0; column < side; column++, to += depth) {
      const x = m[0] * (column + 0.5) + m[1] * (row + 0.5) + m[3] - 0.5;
      const y = m[4] * (column + 0.5) + m[5] * (row + 0.5) + m[7] - 0.5;
      if (x < 0 || y < 0 || x > last || y > last) {
        output.fill(0, to, to + depth);
        continue;
      }
      const left = Math.min(last - 1, Math.floor(x));
      const top = Math.min(last - 1, Math.floor(y));
      const u = x - left;
      const v = y - top;
      const from = (top * featureSide + left) * depth;
      const below = from + featureSide * depth;
      for (let i = 0; i < depth; i++) {
        const upper = (1 - u) * features[from + i] + u * features[from + depth + i];
        const lower = (1 - u) * features[below + i] + u * features[below + depth + i];
        output[to + i] = (1 - v) * upper + v * lower;
      }
    }
  }
}

/** Points x, y from a part's grid to the picture. */
function transform(points: Float32Array, m: Float32Array, output: Float32Array): void {
  for (let i = 0; i < output.length; i += 2) {
    output[i] = m[0] * points[i] + m[1] * points[i + 1] + m[3];
    output[i + 1] = m[4] * points[i] + m[5] * points[i + 1] + m[7];
  }
}
