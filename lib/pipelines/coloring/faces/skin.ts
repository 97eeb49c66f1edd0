import type { Lab } from "../kernels/lab";
import type { Landmarks } from "./landmarks";
import type { MeshPoint } from "./mesh-points";

/** A colour that changes evenly over the picture: by plane its value at 0, 0 and its growth across and down. */
export interface Skin {
  L: readonly number[];
  a: readonly number[];
  b: readonly number[];
}

/** Points of bare skin: forehead, bridge of the nose, temples, cheeks, above the mouth and chin. */
const bare: readonly MeshPoint[] = [
  151, 9, 108, 337, 6, 197, 5, 50, 280, 117, 346, 123, 352, 205, 425, 207, 427, 164, 199, 175, 171, 396,
];
/** A point whose colour is this far from the others' is covered by hair, glasses or paint: units of Lab. */
const covered = 22;
const rounds = 3;

/**
 * The colour of a face's skin as the light falls on it, from points where skin is bare. Covered ones are left out.
 * @returns null where too few points agree.
 */
export function skinOf(lab: Lab, face: Landmarks): Skin | null {
  let points = bare.filter((point) => isInside(lab, face, point));
  for (let round = 0; points.length >= bare.length / 2; round++) {
    const skin = fitSkin(lab, face, points);
    if (round === rounds) return skin;
    points = points.filter(
      (point) => awayFromSkin(lab, skin, face.x[point], face.y[point]) < covered * (rounds - round),
    );
  }
  return null;
}

/** Distance in units of Lab between what is seen at a place and the skin's colour there. */
export function awayFromSkin(lab: Lab, skin: Skin, x: number, y: number): number {
  const i = pixelAt(lab, x, y);
  return Math.hypot(
    lab.L[i] - valueAt(skin.L, x, y),
    lab.a[i] - valueAt(skin.a, x, y),
    lab.b[i] - valueAt(skin.b, x, y),
  );
}

export const valueAt = (plane: readonly number[], x: number, y: number): number =>
  plane[0] + plane[1] * x + plane[2] * y;

export const isWithin = ({ width, height }: Lab, x: number, y: number): boolean =>
  x >= 0 && y >= 0 && x < width && y < height;

export const isInside = (lab: Lab, { x, y }: Landmarks, point: MeshPoint): boolean => isWithin(lab, x[point], y[point]);

const pixelAt = ({ width, height }: Lab, x: number, y: number): number =>
  Math.min(height - 1, Math.max(0, Math.floor(y))) * width + Math.min(width - 1, Math.max(0, Math.floor(x)));

function fitSkin(lab: Lab, face: Landmarks, points: readonly MeshPoint[]): Skin {
  const places = points.map((point) => ({ x: face.x[point], y: face.y[point] }));
  const planeOf = (plane: Float32Array) =>
    fitPlane(places.map(({ x, y }) => ({ x, y, value: plane[pixelAt(lab, x, y)] })));
  return { L: planeOf(lab.L), a: planeOf(lab.a), b: planeOf(lab.b) };
}

/** The plane through points by least squares; level where they do not span one. */
export function fitPlane(points: { x: number; y: number; value: number }[]): number[] {
  const mean = (read: (point: (typeof points)[number]) => number) =>
    points.reduce((sum, point) => sum + read(point), 0) / points.length;
  const [x, y, value] = [mean((p) => p.x), mean((p) => p.y), mean((p) => p.value)];
  const xx = mean((p) => (p.x - x) ** 2);
  const yy = mean((p) => (p.y - y) ** 2);
  const xy = mean((p) => (p.x - x) * (p.y - y));
  const xv = mean((p) => (p.x - x) * (p.value - value));
  const yv = mean((p) => (p.y - y) * (p.value - value));
  const determinant = xx * yy - xy * xy;
  if (!(determinant > 1e-6 * xx * yy)) return [value, 0, 0];
  const across = (xv * yy - yv * xy) / determinant;
  const down = (yv * xx - xv * xy) / determinant;
  return [value - across * x - down * y, across, down];
}
