import type { FontRecord } from "./record";

/** What CSS asks of a face within a family. */
export interface FaceStyle {
  /** 1 to 1000. */
  weight: number;
  /** In percent of normal. */
  stretch: number;
  italic: boolean;
}

/** The face of one family that CSS chooses: width first, then slant, then weight (CSS Fonts 4, 5.2). */
export function matchFace(faces: readonly FontRecord[], style: FaceStyle): FontRecord | undefined {
  const byStretch = nearest(faces, (face) => stretchDistance(face, style.stretch));
  const bySlant = nearest(byStretch, (face) => (slanted(face) === style.italic ? 0 : 1));
  return nearest(bySlant, (face) => weightDistance(face, style.weight))[0];
}

function slanted(face: FontRecord): boolean {
  return face.italic;
}

function nearest(faces: readonly FontRecord[], distance: (face: FontRecord) => number): FontRecord[] {
  const distances = faces.map(distance);
  const least = Math.min(...distances);
  return faces.filter((_, index) => distances[index] === least);
}

function clamped(face: FontRecord, tag: string, fixed: number, wanted: number): number {
  const axis = face.axes.get(tag);
  return axis === undefined ? fixed : Math.min(axis[2], Math.max(axis[0], wanted));
}

/** Narrower first when narrow is asked for, else wider first. */
function stretchDistance(face: FontRecord, wanted: number): number {
  const stretch = clamped(face, "wdth", face.stretch, wanted);
  const wrongSide = wanted <= 100 ? stretch > wanted : stretch < wanted;
  return Math.abs(stretch - wanted) + (wrongSide ? 1000 : 0);
}

/** 400 and 500 stand for each other first; lighter looks for lighter first, bolder for bolder. */
function weightDistance(face: FontRecord, wanted: number): number {
  const weight = clamped(face, "wght", face.weight, wanted);
  const distance = Math.abs(weight - wanted);
  if (wanted >= 400 && wanted <= 500) {
    if (weight >= wanted && weight <= 500) return distance;
    return weight < wanted ? 1000 + distance : 2000 + distance;
  }
  const wrongSide = wanted < 400 ? weight > wanted : weight < wanted;
  return distance + (wrongSide ? 2000 : 0);
}
