import sharp from "sharp";

/** Lines that two pictures are compared at. */
export const lines = 360;

/** Below this much ink a picture counts as empty: about two black pixels. */
const leastInk = 1500;

/** RGB pixels, `lines` high. */
export interface Pixels {
  data: Uint8Array;
  width: number;
}

/** A picture at the height of comparison: on white, blurred by about a pixel. @param aspect width by height. */
export async function pixelsOf(picture: string | Uint8Array, aspect: number): Promise<Pixels> {
  const width = Math.round(lines * aspect);
  const flat = sharp(picture).flatten({ background: "#fff" }).removeAlpha().toColourspace("srgb");
  return { data: await flat.resize(width, lines, { fit: "fill" }).blur(1).raw().toBuffer(), width };
}

/**
 * How much two pictures of one width look the same, 0 to 1: 1 - Σ|a - b| / Σ max(ink(a), ink(b)). Ink is the distance
 * from white; a pixel may match any of its nine neighbours, averaged both ways. The same picture gives 1, an empty or
 * unrelated one about 0, however little ink there is.
 */
export function likeness(a: Pixels, b: Pixels): number {
  let ink = 0;
  for (let i = 0; i < a.data.length; i += 3) ink += Math.max(inkAt(a.data, i), inkAt(b.data, i));
  const off = (distance(a, b) + distance(b, a)) / 2;
  if (ink < leastInk) return off < leastInk ? 1 : 0;
  return Math.max(0, 1 - off / ink);
}

const inkAt = (data: Uint8Array, i: number) => 765 - data[i] - data[i + 1] - data[i + 2];

/** Σ over pixels of the distance from `a` to the nearest colour in the 3×3 neighbourhood of `b`. */
function distance(a: Pixels, b: Pixels): number {
  let sum = 0;
  for (let y = 1; y < lines - 1; y++) {
    for (let x = 1; x < a.width - 1; x++) sum += nearest(a.data, b.data, (y * a.width + x) * 3, 3 * a.width);
  }
  return sum;
}

/** @param stride bytes of a line. */
function nearest(a: Uint8Array, b: Uint8Array, at: number, stride: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let line = at - stride; line <= at + stride && best > 0; line += stride) {
    for (let other = line - 3; other <= line + 3; other += 3) {
      const off = Math.abs(a[at] - b[other]) + Math.abs(a[at + 1] - b[other + 1]) + Math.abs(a[at + 2] - b[other + 2]);
      if (off < best) best = off;
    }
  }
  return best;
}
