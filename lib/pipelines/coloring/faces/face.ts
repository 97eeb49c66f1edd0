import type { StageContext } from "../../pipeline";
import type { Lab } from "../kernels/lab";
import { type Found, findFaces } from "./find";
import { findLandmarks, type Landmarks, viewOf } from "./landmarks";
import { type EyePoints, farEye, nearEye, oval } from "./mesh-points";
import { isMonochrome } from "./monochrome";
import { doubtAbout, heightOf, turnOf } from "./plausible";
import { isRound } from "./round";
import { awayFromSkin, isInside, type Skin, skinOf } from "./skin";
import { contains, type Point, pointsOf } from "./strokes/stroke";

/** A human face that will be drawn. */
export interface Face {
  landmarks: Landmarks;
  skin: Skin;
  /** The eyes that are seen. What is behind dark glasses or a patch is left to the picture. */
  eyes: EyePoints[];
  /** Whether it is turned to the side, so that its nose is part of its outline. */
  isTurned: boolean;
}

/**
 * How sure the finder must be. Of faces in photos that take a good part of the picture it is 0.91 and more, of flowers
 * and cats 0.66, of drawn faces 0.88; of the smaller ones of a group 0.8, of statues and giraffes 0.75, and of drawn ones
 * up to 0.95. Of faces in black and white, large or small, it is 0.8 and more.
 */
const leastFound = { large: 0.9, small: 0.78, undrawn: 0.96 };
/** How sure it must be from afar of any face, for a closer look: those of groups in black and white are hardly seen. */
const hints = { coloured: 0.4, monochrome: 0.25 };
/** Height of a large face over the long side of the picture. */
const largePart = 0.2;
/** Smallest face that is drawn: mm from hairline to chin on paper. */
const leastMm = 12;
/** As many as a school class has; more are a crowd, and each costs time. */
const mostFaces = 30;

/** The human faces of a picture, the largest first. @param scale millimetres of paper per pixel. */
export function facesIn(lab: Lab, scale: number, span: StageContext["span"]): Face[] {
  const monochrome = isMonochrome(lab);
  const hint = monochrome ? hints.monochrome : hints.coloured;
  const found = findFaces(lab, { least: leastFound.small, hint }).sort((one, other) => other.height - one.height);
  const isSure = sureIn(lab, monochrome);
  const faces: Face[] = [];
  const doubts: string[] = [];
  for (const one of found.slice(0, mostFaces)) {
    const face = faceAt(lab, one, leastMm / scale, isSure);
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

/** Tells whether a face was found surely enough for its size, and is no drawn one. */
function sureIn(lab: Lab, monochrome: boolean): (found: Found, landmarks: Landmarks) => boolean {
  const large = largePart * Math.max(lab.width, lab.height);
  return ({ confidence }, landmarks) => {
    if (!monochrome && heightOf(landmarks) >= large) return confidence >= leastFound.large;
    return confidence >= leastFound.undrawn || (confidence >= leastFound.small && isRound(lab, landmarks));
  };
}

function faceAt(lab: Lab, found: Found, leastHeight: number, isSure: ReturnType<typeof sureIn>): Face | string {
  const landmarks = findLandmarks(lab, viewOf(found));
  const doubt = doubtAbout(found, landmarks, leastHeight);
  if (doubt) return doubt;
  if (!isSure(found, landmarks)) return "drawn, or no face";
  const skin = skinOf(lab, landmarks);
  if (!skin) return "hardly any skin is seen";
  const isTurned = turnOf(landmarks) < leastOfNose;
  const eyes = [nearEye, farEye].filter(
    (eye) => (!isTurned || isEyeOnFace(landmarks, eye)) && isEyeSeen(lab, landmarks, eye, skin),
  );
  return { landmarks, skin, eyes, isTurned };
}

/** Share of the face's width beyond the nose, from which the nose stands before the face and not at its edge. */
const leastOfNose = 0.1;
/** Share of an eye's lids inside the face's outline, as those of the far eye are not where it is hidden. */
const onFace = 0.6;

/** Whether an eye lies inside the outline of a face that is turned to the side. */
function isEyeOnFace(face: Landmarks, { upperLid, lowerLid }: EyePoints): boolean {
  const outline = pointsOf(face, oval);
  const lids = pointsOf(face, [...upperLid, ...lowerLid]);
  return lids.filter((point) => contains(outline, point)).length >= onFace * lids.length;
}

/** Whether a place lies inside the outline of a face. */
export const isOnFace = ({ landmarks }: Face, place: Point): boolean => contains(pointsOf(landmarks, oval), place);

/** Distance from the skin's colour, in units of Lab, that no shadow under an eye has. */
const cover = 26;

/** Whether there is skin below an eye, as there is not behind dark glasses. */
function isEyeSeen(lab: Lab, face: Landmarks, { below }: EyePoints, skin: Skin): boolean {
  const seen = below.filter((point) => isInside(lab, face, point));
  const covered = seen.filter((point) => awayFromSkin(lab, skin, face.x[point], face.y[point]) > cover);
  return covered.length < seen.length / 2;
}
