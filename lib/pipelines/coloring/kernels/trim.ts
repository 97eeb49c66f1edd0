import type { Raster } from "../decode";
import { type Box, boxSides, fringe, lineShare, rimWidth } from "./rim";
import { borrowBytes } from "./shelf";

/** In pixels of the raster; where white is added it begins before the raster and ends beyond. */
export interface Content {
  left: number;
  top: number;
  width: number;
  height: number;
  reason: "nothing to trim" | "black frame" | "even rim" | "white surroundings" | "white added";
}

const whitest = 238;
const blackest = 34;
/** Share of a row that must be of the frame's tone; the rest forgives dust and compression noise. */
const frameShare = 0.995;
/** White kept, or added, round the drawing, as a share of its long side. */
const airShare = 0.02;
/** A frame may take at most this share of either side, else it is the picture. */
const mostTrimmed = 0.8;

/** What lies just inside a black frame reaches it on at least this share of its length; a lamp in a black case does not. */
const reachesFrame = 0.6;

/** The part of a picture inside white surroundings, or inside a black frame and the even rim of a scanner. */
export function findContent(raster: Raster): Content {
  const white = shrink(raster, isWhitePixel);
  const isSurrounded = white.left > 0 && white.top > 0 && white.right < raster.width && white.bottom < raster.height;
  if (isSurrounded && isLargeEnough(white, raster)) return withAir(white, raster);
  const framed = insideFrame(raster);
  const bare = insideRim(framed, raster);
  const reason = isSame(framed, wholeOf(raster)) ? "even rim" : "black frame";
  return contentOf(bare, isSame(bare, wholeOf(raster)) ? "nothing to trim" : reason);
}

const wholeOf = ({ width, height }: Raster): Box => ({ left: 0, top: 0, right: width, bottom: height });

const isSame = (one: Box, other: Box): boolean => boxSides.every((side) => one[side] === other[side]);

const isWhitePixel = (r: number, g: number, b: number): boolean => r > whitest && g > whitest && b > whitest;

const isBlack = (r: number, g: number, b: number): boolean => r < blackest && g < blackest && b < blackest;

/** Inside the sides of a black frame; a black side that the picture does not reach all along is a part of it. */
function insideFrame(raster: Raster): Box {
  const black = shrink(raster, isBlack);
  const whole = wholeOf(raster);
  if (!isLargeEnough(black, raster)) return whole;
  const box = { ...whole };
  for (const side of boxSides) {
    if (black[side] === whole[side]) continue;
    if (1 - lineShare(raster, black, side, fringe, isBlack) >= reachesFrame) {
      // Resampling has mixed the frame into two pixels more.
      box[side] = black[side] + inwards(side) * 2;
    }
  }
  return isProper(box) ? box : black;
}

function insideRim(box: Box, raster: Raster): Box {
  const inner = { ...box };
  for (const side of boxSides) inner[side] += inwards(side) * rimWidth(raster, box, side);
  return inner;
}

const inwards = (side: (typeof boxSides)[number]): number => (side === "left" || side === "top" ? 1 : -1);

const isProper = ({ left, top, right, bottom }: Box): boolean => right > left && bottom > top;

const contentOf = ({ left, top, right, bottom }: Box, reason: Content["reason"]): Content => ({
  left,
  top,
  width: right - left,
  height: bottom - top,
  reason,
});

function isLargeEnough(box: Box, raster: Raster): boolean {
  return (
    box.right - box.left >= (1 - mostTrimmed) * raster.width &&
    box.bottom - box.top >= (1 - mostTrimmed) * raster.height
  );
}

const airRound = (width: number, height: number): number => Math.ceil(airShare * Math.max(width, height));

function withAir(box: Box, raster: Raster): Content {
  const air = airRound(box.right - box.left, box.bottom - box.top);
  const left = Math.max(0, box.left - air);
  const top = Math.max(0, box.top - air);
  const width = Math.min(raster.width, box.right + air) - left;
  const height = Math.min(raster.height, box.bottom + air) - top;
  return { left, top, width, height, reason: "white surroundings" };
}

function shrink(raster: Raster, isFrame: (r: number, g: number, b: number) => boolean): Box {
  const { width, height, rgb } = raster;
  const all = (start: number, step: number, count: number): boolean => {
    let odd = Math.floor((1 - frameShare) * count);
    for (let i = 0, at = 3 * start; i < count; i++, at += 3 * step) {
      if (!isFrame(rgb[at], rgb[at + 1], rgb[at + 2]) && --odd < 0) return false;
    }
    return true;
  };
  const box = { left: 0, top: 0, right: width, bottom: height };
  while (box.top < height - 1 && all(box.top * width, 1, width)) box.top++;
  while (box.bottom > box.top + 1 && all((box.bottom - 1) * width, 1, width)) box.bottom--;
  const rows = box.bottom - box.top;
  while (box.left < width - 1 && all(box.top * width + box.left, width, rows)) box.left++;
  while (box.right > box.left + 1 && all(box.top * width + box.right - 1, width, rows)) box.right--;
  return box;
}

/**
 * The part of the content inside the white on those of its sides that are white: of a thing on white paper that reaches the
 * picture's edge, so that it fills the page whichever edge that is.
 */
export function insideWhite(raster: Raster, content: Content): Content {
  if (!isSame(boxOf(content), wholeOf(raster))) return content;
  const white = shrink(raster, isWhitePixel);
  return isLargeEnough(white, raster) ? contentOf(white, "white surroundings") : content;
}

const boxOf = ({ left, top, width, height }: Content): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

/**
 * What is drawn with white all round it: a thing on white paper that reaches the picture's edge is closed there too, and
 * needs no frame for that.
 */
export function withWhiteRound({ left, top, width, height }: Content): Content {
  const air = airRound(width, height);
  return {
    left: left - air,
    top: top - air,
    width: width + 2 * air,
    height: height + 2 * air,
    reason: "white added",
  };
}

/** Whether a colour passes for white paper. */
export const isWhite = (colour: readonly number[]): boolean => Math.min(...colour) > whitest;

/** The pixels of the content, white where it goes beyond the raster; borrowed from the shelf unless it is the raster itself. */
export function cropRaster(raster: Raster, content: Content): { width: number; height: number; rgb: Uint8Array } {
  const { left, top, width, height } = content;
  if (left === 0 && top === 0 && width === raster.width && height === raster.height) return raster;
  const rgb = borrowBytes(width * height * 3).fill(255);
  const [first, last] = [Math.max(0, left), Math.min(raster.width, left + width)];
  for (let y = Math.max(0, -top); y < Math.min(height, raster.height - top); y++) {
    const row = (top + y) * raster.width;
    rgb.set(raster.rgb.subarray(3 * (row + first), 3 * (row + last)), 3 * (y * width + first - left));
  }
  return { width, height, rgb };
}
