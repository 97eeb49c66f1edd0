import type { Lab } from "../kernels/lab";
import type { Found } from "./find";
import { farEyeOrder, farIris, lipsOrder, nearEyeOrder, nearIris } from "./mesh-points";
import { meshNetwork } from "./networks";
import { look, type View } from "./view";

/** Points of the mesh by number: x and y in pixels of the picture, 478 of them. */
export interface Landmarks {
  /** How sure the network is that it sees a face, 0 to 1. */
  confidence: number;
  x: Float32Array;
  y: Float32Array;
}

const across = 192;
const count = 478;
/** How much larger than the found face what the network sees is: as in the pictures that it learned from. */
const margin = 1.5;

/** The view in which the network expects a found face: level eyes, and some room around. */
export function viewOf({ x, y, width, height, points }: Found): View {
  const turn = Math.atan2(points[3] - points[1], points[2] - points[0]);
  return { x, y, side: margin * Math.max(width, height), turn };
}

/** The 468 points of the face mesh, refined at lips and eyes, and those of the irises. */
export function findLandmarks(lab: Lab, view: View): Landmarks {
  const outputs = meshNetwork().run(look(lab, view, across, 0, 1));
  const outputOf = (name: string) => outputs.get(name) as Float32Array;
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  const mesh = outputOf("output_mesh_identity");
  for (let i = 0; i < 468; i++) {
    x[i] = mesh[3 * i];
    y[i] = mesh[3 * i + 1];
  }
  for (const [name, order] of refined) {
    const points = outputOf(name);
    for (const [i, point] of order.entries()) {
      x[point] = points[2 * i];
      y[point] = points[2 * i + 1];
    }
  }
  toPicture(view, x, y);
  return { confidence: 1 / (1 + Math.exp(-outputOf("conv_faceflag")[0])), x, y };
}

const refined = [
  ["output_lips", lipsOrder],
  ["output_left_eye", nearEyeOrder],
  ["output_right_eye", farEyeOrder],
  ["output_left_iris", nearIris],
  ["output_right_iris", farIris],
] as const;

/** Takes points in place from pixels of what the network saw to pixels of the picture. */
function toPicture(view: View, x: Float32Array, y: Float32Array): void {
  const size = view.side / across;
  const cos = Math.cos(view.turn) * size;
  const sin = Math.sin(view.turn) * size;
  for (let i = 0; i < x.length; i++) {
    const u = x[i] - across / 2;
    const v = y[i] - across / 2;
    x[i] = view.x + u * cos - v * sin;
    y[i] = view.y + u * sin + v * cos;
  }
}
