import type { LineGraph } from "../../lines/line-graph";
import type { Face } from "../face";
import { farEye, nearEye } from "../mesh-points";
import { heightOf } from "../plausible";
import { drawBrow } from "./brow";
import { drawEye } from "./eye";
import { drawMouth } from "./mouth";
import { drawNose } from "./nose";
import type { Pen } from "./pen";
import { graphOf, type Stroke } from "./stroke";

/** Eyes, brows, nose and mouth of every face that is large enough on paper. */
export function drawFeatures(faces: Face[], pen: Pen): LineGraph {
  const large = faces.filter(({ landmarks }) => heightOf(landmarks) * pen.scale >= pen.faceMm);
  return graphOf(large.flatMap((face) => featuresOf(face, pen)));
}

function featuresOf({ landmarks, coversEyes }: Face, pen: Pen): Stroke[] {
  const eyes = coversEyes ? [] : [nearEye, farEye];
  return [
    ...eyes.flatMap((eye) => [...drawBrow(landmarks, eye, pen), ...drawEye(landmarks, eye, pen)]),
    ...drawNose(landmarks, pen),
    ...drawMouth(landmarks, pen),
  ];
}
