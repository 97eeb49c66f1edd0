import type { Size } from "../options";

/** Part of a picture, in pixels; right and bottom are just beyond it. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type Pixels = Size & { rgb: Uint8Array };

export const boxSides = ["left", "top", "right", "bottom"] as const;
export type BoxSide = (typeof boxSides)[number];

/** A rim is at most this wide, as a share of the side that it is taken off; what is wider is the picture's ground. */
const mostShare = 0.015;
/** Pixels of a line whose channels differ from the rim's tone by at most this belong to it, and so many of a line must. */
const sameTone = 20;
const rimShare = 0.99;
/** Of the line behind a rim this share has another tone: a rim ends all at once, a sky or a wall does not. */
const otherShare = 0.8;
/** Lines that resampling has mixed the rim into. */
export const fringe = 3;

/** How many lines along one side of a box are the even rim that scanners leave; 0 where there is none. */
export function rimWidth(pixels: Pixels, box: Box, side: BoxSide): number {
  const isUpright = side === "left" || side === "right";
  const depth = isUpright ? box.right - box.left : box.bottom - box.top;
  const tone = toneOf(pixels, box, side);
  const most = Math.floor(mostShare * depth);
  let width = 0;
  while (width <= most && lineShare(pixels, box, side, width, isTone(tone)) >= rimShare) width++;
  if (!width || width > most) return 0;
  const other = 1 - lineShare(pixels, box, side, width + fringe, isTone(tone));
  return other >= otherShare ? width + fringe : 0;
}

type Tone = (r: number, g: number, b: number) => boolean;

const isTone =
  ([R, G, B]: number[]): Tone =>
  (r, g, b) =>
    Math.abs(r - R) <= sameTone && Math.abs(g - G) <= sameTone && Math.abs(b - B) <= sameTone;

/** The colour in the middle of a box's outermost line. */
function toneOf({ rgb, width }: Pixels, box: Box, side: BoxSide): number[] {
  const { start, step, count } = lineAt(box, side, 0, width);
  const at = 3 * (start + step * (count >> 1));
  return [rgb[at], rgb[at + 1], rgb[at + 2]];
}

/** Share of the pixels of a line, so many from a side of a box, that are of a tone. */
export function lineShare({ rgb, width }: Pixels, box: Box, side: BoxSide, inward: number, isOf: Tone): number {
  const { start, step, count } = lineAt(box, side, inward, width);
  let found = 0;
  for (let i = 0, at = 3 * start; i < count; i++, at += 3 * step) if (isOf(rgb[at], rgb[at + 1], rgb[at + 2])) found++;
  return count ? found / count : 0;
}

function lineAt({ left, top, right, bottom }: Box, side: BoxSide, inward: number, width: number) {
  const [rows, columns] = [bottom - top, right - left];
  if (side === "left") return { start: top * width + left + inward, step: width, count: rows };
  if (side === "right") return { start: top * width + right - 1 - inward, step: width, count: rows };
  const row = side === "top" ? top + inward : bottom - 1 - inward;
  return { start: row * width + left, step: 1, count: columns };
}
