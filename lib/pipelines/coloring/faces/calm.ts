import type { Lab } from "../kernels/lab";
import { copyFloats } from "../kernels/shelf";
import { type Area, areaAround, fill, softenIn, softenOut } from "./area";
import type { Face } from "./face";
import { type EyePoints, lips, type MeshPoint, oval } from "./mesh-points";
import { widthOf } from "./plausible";
import { type Skin, valueAt } from "./skin";

/** Parts of the face's width: how far around a feature its colours reach, and how soft the face's own edge is. */
const aroundFeature = 0.045;
const insideEdge = 0.1;
/** Up to this far from the skin's colour is shading, and from that far on hair, glasses or paint: units of Lab. */
const shading = 16;
const other = 34;

/** The features whose lines are drawn anew, each as a polygon around it. */
const mouth = [...lips.outerTop, ...lips.outerBottom.toReversed()];
const browOf = ({ browTop, browBottom }: EyePoints): MeshPoint[] => [...browTop, ...browBottom.toReversed()];
const nose: readonly MeshPoint[] = [115, 48, 64, 98, 97, 2, 326, 327, 294, 278, 344, 4];

/**
 * The picture with skin over the features of its faces, and their shading evened out: nothing in it makes lines or
 * regions there, and what is drawn in their place stands alone. Hair, glasses and paint stay. Its planes are borrowed from
 * the shelf, or are those that came in where there are no faces.
 */
export function calmFaces(lab: Lab, faces: Face[]): Lab {
  if (!faces.length) return lab;
  const calm = { ...lab, L: copyFloats(lab.L), a: copyFloats(lab.a), b: copyFloats(lab.b) };
  for (const face of faces) calmFace(calm, face);
  return calm;
}

function calmFace(lab: Lab, { landmarks, skin, eyes, isTurned }: Face): void {
  const width = widthOf(landmarks);
  const area = areaAround(landmarks, oval, aroundFeature * width, lab);
  const masked = (polygons: readonly (readonly MeshPoint[])[]) => {
    const mask = new Uint8Array(area.width * area.height);
    for (const polygon of polygons) fill(mask, area, landmarks, polygon);
    return mask;
  };
  const inside = softenIn(masked([oval]), area, insideEdge * width);
  const whole = softenOut(masked([mouth, ...eyes.map(({ around }) => around)]), area, aroundFeature * width);
  const partly = softenOut(masked([...(isTurned ? [] : [nose]), ...eyes.map(browOf)]), area, aroundFeature * width);
  blend(lab, area, skin, { inside, whole, partly });
}

/** How strongly each pixel of an area is painted over: if it is shading, whatever it is, and unless it is paint. */
interface Weights {
  inside: Float32Array;
  whole: Float32Array;
  partly: Float32Array;
}

function blend(lab: Lab, area: Area, skin: Skin, { inside, whole, partly }: Weights): void {
  for (let row = 0, at = 0; row < area.height; row++) {
    const y = area.top + row;
    for (let column = 0, i = y * lab.width + area.left; column < area.width; column++, i++, at++) {
      if (!inside[at] && !whole[at] && !partly[at]) continue;
      const x = area.left + column;
      const L = valueAt(skin.L, x, y) - lab.L[i];
      const a = valueAt(skin.a, x, y) - lab.a[i];
      const b = valueAt(skin.b, x, y) - lab.b[i];
      const away = Math.sqrt(L * L + a * a + b * b);
      const isShading = 1 - smoothStep(away, shading, other);
      // Brows and nostrils are darker than skin; what is lighter is light or paint.
      const isNoPaint = L > 0 ? 1 - smoothStep(away, 1.3 * other, 2 * other) : isShading;
      const share = Math.max(inside[at] * isShading, firm(whole[at]), firm(partly[at]) * isNoPaint);
      lab.L[i] += share * L;
      lab.a[i] += share * a;
      lab.b[i] += share * b;
    }
  }
}

/** Full up to half the reach around a feature, then falling off. */
const firm = (weight: number): number => Math.min(1, 2 * weight);

function smoothStep(value: number, from: number, to: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}
