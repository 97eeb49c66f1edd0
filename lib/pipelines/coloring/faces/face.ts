import type { StageContext } from "../../pipeline";
import type { Lab } from "../kernels/lab";
import { type Found, findFaces } from "./find";
import { findLandmarks, type Landmarks, viewOf } from "./landmarks";
import { doubtAbout, heightOf } from "./plausible";
import { awayFromSkin, isInside, type Skin, skinOf } from "./skin";

/** A human face that will be drawn. */
export interface Face {
  landmarks: Landmarks;
  skin: Skin;
  /** Whether dark glasses hide the eyes; they are then left to the picture. */
  coversEyes: boolean;
}

/** How sure the finder must be: true faces of our pictures reach 0.9, flowers and cats 0.66. */
const leastFound = 0.78;
/** Smallest face that is drawn at any detail: mm from hairline to chin on paper. */
const leastMm = 16;
/** More faces than a family has are a crowd, whose faces are small, and each costs time. */
const mostFaces = 8;

/** The human faces of a picture, the largest first. @param scale millimetres of paper per pixel. */
export function facesIn(lab: Lab, scale: number, span: StageContext["span"]): Face[] {
  const found = findFaces(lab, leastFound).sort((one, other) => other.height - one.height);
  const faces: Face[] = [];
  const doubts: string[] = [];
  for (const one of found.slice(0, mostFaces)) {
    const face = faceAt(lab, one, leastMm / scale);
    if (typeof face === "string") doubts.push(face);
    else faces.push(face);
  }
  span.set("faces.found", found.length);
  span.set("faces.count", faces.length);
  if (found.length) span.set("faces.confidence", found.map(({ confidence }) => confidence.toFixed(2)).join(" "));
  if (faces.length)
    span.set("faces.mm", faces.map(({ landmarks }) => (heightOf(landmarks) * scale).toFixed(0)).join(" "));
  if (faces.some(({ coversEyes }) => coversEyes)) span.set("faces.covered", "dark glasses");
  if (doubts.length) span.set("faces.left_out", doubts.join(", "));
  return faces;
}

function faceAt(lab: Lab, found: Found, leastHeight: number): Face | string {
  const landmarks = findLandmarks(lab, viewOf(found));
  const doubt = doubtAbout(found, landmarks, leastHeight);
  if (doubt) return doubt;
  const skin = skinOf(lab, landmarks);
  return skin ? { landmarks, skin, coversEyes: areEyesCovered(lab, landmarks, skin) } : "hardly any skin is seen";
}

/** Points of skin below the eyes, where glasses would be. */
const belowEyes = [229, 230, 231, 449, 450, 451];
/** Distance from the skin's colour, in units of Lab, that no shadow under an eye has. */
const glasses = 26;

function areEyesCovered(lab: Lab, landmarks: Landmarks, skin: Skin): boolean {
  const seen = belowEyes.filter((point) => isInside(lab, landmarks, point));
  const covered = seen.filter((point) => awayFromSkin(lab, skin, landmarks.x[point], landmarks.y[point]) > glasses);
  return covered.length > 0.7 * belowEyes.length;
}
