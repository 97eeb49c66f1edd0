import type { Found } from "./find";
import type { Landmarks } from "./landmarks";
import { lips, type MeshPoint } from "./mesh-points";

/** How sure the mesh must be that it sees a face. */
const leastMesh = 0.95;
/** Most turn of the head in the picture: radians from upright. */
const mostTurn = 1.1;
/** Least share of the face's width on either side of the nose, below 0 where the tip stands out; a profile has less. */
const leastSide = -0.4;
/** Distance of the outer corners of the eyes over the height of the face, from a turned to a lowered head. */
const eyesOverHeight = { least: 0.28, most: 0.95 };

const top: MeshPoint = 10;
const chin: MeshPoint = 152;
const noseTip: MeshPoint = 1;
const nearSide: MeshPoint = 234;
const farSide: MeshPoint = 454;
const nearCorner: MeshPoint = 33;
const farCorner: MeshPoint = 263;

const between = ({ x, y }: Landmarks, one: MeshPoint, other: MeshPoint): number =>
  Math.hypot(x[one] - x[other], y[one] - y[other]);

/** From the hairline to the chin, in pixels. */
export const heightOf = (face: Landmarks): number => between(face, top, chin);
/** From ear to ear, in pixels. */
export const widthOf = (face: Landmarks): number => between(face, nearSide, farSide);

/**
 * Why a face that was found is none worth drawing, in words; nothing when it is one. A face where there is none is
 * worse than one left out.
 * @param leastHeight in pixels.
 */
export function doubtAbout(found: Found, face: Landmarks, leastHeight: number): string | null {
  const height = heightOf(face);
  if (height < leastHeight) return "too small on paper";
  if (face.confidence < leastMesh) return "no face on a closer look";
  const upX = (face.x[top] - face.x[chin]) / height;
  const upY = (face.y[top] - face.y[chin]) / height;
  if (Math.abs(Math.atan2(upX, -upY)) > mostTurn) return "turned too far in the picture";
  /** How far down the face a point lies, 0 at the hairline and 1 at the chin. */
  const down = (point: MeshPoint) =>
    1 - ((face.x[point] - face.x[chin]) * upX + (face.y[point] - face.y[chin]) * upY) / height;
  const mouth = lips.innerTop[5];
  if (!(down(nearCorner) < down(noseTip) && down(farCorner) < down(noseTip) && down(noseTip) < down(mouth))) {
    return "eyes, nose and mouth are out of order";
  }
  const eyes = between(face, nearCorner, farCorner) / height;
  if (eyes < eyesOverHeight.least || eyes > eyesOverHeight.most) return "the eyes are too near or too far apart";
  if (turnOf(face) < leastSide) return "seen from the side";
  return Math.hypot(found.x - face.x[5], found.y - face.y[5]) > height / 2 ? "no face on a closer look" : null;
}

/** Share of the face's width beyond the nose on the side where it is less: 0.5 from the front, 0 and less from the side. */
export function turnOf(face: Landmarks): number {
  const acrossX = face.x[farSide] - face.x[nearSide];
  const acrossY = face.y[farSide] - face.y[nearSide];
  const noseX = face.x[noseTip] - face.x[nearSide];
  const noseY = face.y[noseTip] - face.y[nearSide];
  const near = (noseX * acrossX + noseY * acrossY) / (acrossX * acrossX + acrossY * acrossY);
  return Math.min(near, 1 - near);
}
