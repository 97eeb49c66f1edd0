import type { StageContext } from "../../pipeline";
import type { Lab } from "../kernels/lab";
import { type Found, findFaces } from "./find";
import { findLandmarks, type Landmarks, viewOf } from "./landmarks";
import { type EyePoints, farEye, nearEye } from "./mesh-points";
import { isMonochrome } from "./monochrome";
import { doubtAbout, heightOf } from "./plausible";
import { awayFromSkin, isInside, type Skin, skinOf } from "./skin";

/** A human face that will be drawn. */
export interface Face {
  landmarks: Landmarks;
  skin: Skin;
  /** The eyes that are seen. What is behind dark glasses or a patch is left to the picture. */
  eyes: EyePoints[];
}

/**
 * How sure the finder must be: of faces in photos it is 0.91 and more, of flowers and cats 0.66, of drawn faces 0.88. Of
 * faces in black and white it is 0.84 and more; drawn ones in that are line art, where none is looked for.
 */
const leastFound = { coloured: 0.9, monochrome: 0.8 };
/** Smallest face that is drawn: mm from hairline to chin on paper. */
const leastMm = 18;
/** More faces than a family has are a crowd, whose faces are small, and each costs time. */
const mostFaces = 8;

/** The human faces of a picture, the largest first. @param scale millimetres of paper per pixel. */
export function facesIn(lab: Lab, scale: number, span: StageContext["span"]): Face[] {
  const least = isMonochrome(lab) ? leastFound.monochrome : leastFound.coloured;
  const found = findFaces(lab, least).sort((one, other) => other.height - one.height);
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
  const hidden = faces.reduce((sum, { eyes }) => sum + 2 - eyes.length, 0);
  if (hidden) span.set("faces.eyes_covered", hidden);
  if (doubts.length) span.set("faces.left_out", doubts.join(", "));
  return faces;
}

function faceAt(lab: Lab, found: Found, leastHeight: number): Face | string {
  const landmarks = findLandmarks(lab, viewOf(found));
  const doubt = doubtAbout(found, landmarks, leastHeight);
  if (doubt) return doubt;
  const skin = skinOf(lab, landmarks);
  if (!skin) return "hardly any skin is seen";
  const eyes = [nearEye, farEye].filter((eye) => isEyeSeen(lab, landmarks, eye, skin));
  return { landmarks, skin, eyes };
}

/** Distance from the skin's colour, in units of Lab, that no shadow under an eye has. */
const cover = 26;

/** Whether there is skin below an eye, as there is not behind dark glasses. */
function isEyeSeen(lab: Lab, face: Landmarks, { below }: EyePoints, skin: Skin): boolean {
  const seen = below.filter((point) => isInside(lab, face, point));
  const covered = seen.filter((point) => awayFromSkin(lab, skin, face.x[point], face.y[point]) > cover);
  return covered.length < seen.length / 2;
}
