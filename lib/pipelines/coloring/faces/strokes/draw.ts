import type { LineGraph } from "../../lines/line-graph";
import type { Face } from "../face";
import { drawBrow } from "./brow";
import { drawEye, foldRoom, irisRadius } from "./eye";
import { drawMouth } from "./mouth";
import { drawNose } from "./nose";
import { type Own, ownOf } from "./own";
import type { Pen } from "./pen";
import { graphOf, type Stroke } from "./stroke";

/** Eyes, brows, nose and mouth of every face, as finely as the pen can: what is too small for it has fewer lines. */
export function drawFeatures(faces: Face[], pen: Pen): { lines: LineGraph; own: Own } {
  const strokes = faces.map((face) => featuresOf(face, pen));
  const own = strokes.map((ofFace) => ownOf(graphOf(ofFace), pen));
  const sum = (read: (one: Own) => number) => own.reduce((total, one) => total + read(one), 0);
  return {
    lines: graphOf(strokes.flat()),
    own: { ends: sum(({ ends }) => ends), holes: sum(({ holes }) => holes), specks: sum(({ specks }) => specks) },
  };
}

function featuresOf({ landmarks, eyes, isTurned }: Face, pen: Pen): Stroke[] {
  const iris = Math.min(...eyes.map((eye) => irisRadius(landmarks, eye)));
  // One eye with a fold and one without would look like two people's.
  const folds = pen.folds && eyes.every((eye) => foldRoom(landmarks, eye) * pen.scale >= pen.gapMm);
  return [
    ...eyes.flatMap((eye) => [...drawBrow(landmarks, eye, pen), ...drawEye(landmarks, eye, { ...pen, folds }, iris)]),
    ...(isTurned ? [] : drawNose(landmarks, pen)),
    ...drawMouth(landmarks, pen),
  ];
}
