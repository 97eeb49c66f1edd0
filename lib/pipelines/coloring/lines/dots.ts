import { fillPieces, findPieces, type Piece } from "../kernels/pieces";
import type { Curve } from "./bezier";

/** A round spot of ink, as an eye is drawn. Pixels. */
export interface Dot {
  x: number;
  y: number;
  radius: number;
}

/** Sides of a dot's box differ by at most this much, and it fills this part of the box: π/4 is a circle's. */
const mostOblong = 1.35;
const fillFrom = 0.68;
const fillTo = 0.88;

/**
 * Takes the dots out of a mask of ink: a stroke's middle line would make a point of one.
 * @param least pixels of the smallest one; what is smaller is a speck.
 * @param largest radius of the largest one that is no shape of its own, in pixels.
 */
export function takeDots(mask: Uint8Array, width: number, height: number, least: number, largest: number): Dot[] {
  const dots: Dot[] = [];
  fillPieces(mask, findPieces(mask, width, height), 0, (piece) => {
    if (!piece.isInk || piece.area < least || piece.area > 4 * largest * largest) return false;
    const dot = dotOf(piece);
    if (!dot || dot.radius > largest) return false;
    dots.push(dot);
    return true;
  });
  return dots;
}

function dotOf({ area, left, top, right, bottom }: Piece): Dot | null {
  const [wide, high] = [right + 1 - left, bottom + 1 - top];
  const fill = area / (wide * high);
  if (Math.max(wide, high) > mostOblong * Math.min(wide, high) || fill < fillFrom || fill > fillTo) return null;
  return { x: (left + right + 1) / 2, y: (top + bottom + 1) / 2, radius: Math.sqrt(area / Math.PI) };
}

/** A copy of a mask with the dots put back. */
export function withDots(mask: Uint8Array, dots: Dot[], width: number): Uint8Array {
  const out = mask.slice();
  for (const { x, y, radius } of dots) {
    for (let row = Math.ceil(y - radius - 0.5); row + 0.5 < y + radius; row++) {
      const half = Math.sqrt(radius * radius - (row + 0.5 - y) ** 2);
      out.fill(1, row * width + Math.round(x - half), row * width + Math.round(x + half));
    }
  }
  return out;
}

/** Control points of a quarter circle lie this part of the radius off its ends. */
const quarter = (4 / 3) * (Math.SQRT2 - 1);
/** Dots of a smaller radius hold no blunt crayon and are drawn solid: larger than a speck, smaller than a blot. mm. */
const hollowFromMm = 2.3;
const solidMm = { least: 0.85, most: 1.2 };

/**
 * A dot as it is drawn: the ring round it, or a small solid one made of rings.
 * @param scale millimetres of paper per pixel.
 * @param lineMm width of the pen.
 */
export function dotCurves({ x, y, radius }: Dot, scale: number, lineMm: number): Curve[] {
  if (radius * scale >= hollowFromMm) return [ring(x, y, radius)];
  const curves: Curve[] = [];
  const solid = Math.min(solidMm.most, Math.max(solidMm.least, radius * scale));
  for (let out = solid - lineMm / 2; out > 0; out -= 0.8 * lineMm) curves.push(ring(x, y, out / scale));
  return curves;
}

function ring(x: number, y: number, r: number): Curve {
  const k = quarter * r;
  const points = [x + r, y];
  for (const [cos, sin] of [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ]) {
    const at = (ahead: number, aside: number) => [x + cos * ahead - sin * aside, y + sin * ahead + cos * aside];
    points.push(...at(r, k), ...at(k, r), ...at(0, r));
  }
  return { points, closed: true };
}
