import type { Raster } from "../decode";

export interface Content {
  left: number;
  top: number;
  width: number;
  height: number;
  reason: "nothing to trim" | "black frame" | "white surroundings";
}

const whitest = 238;
const blackest = 34;
/** Share of a row that must be of the frame's tone; the rest forgives dust and compression noise. */
const frameShare = 0.995;
/** White kept round the drawing, as a share of its long side. */
const airShare = 0.02;
/** A frame may take at most this share of either side, else it is the picture. */
const mostTrimmed = 0.8;

/** The part of a picture inside a black frame or white surroundings. */
export function findContent(raster: Raster): Content {
  const white = shrink(raster, (r, g, b) => r > whitest && g > whitest && b > whitest);
  const isSurrounded = white.left > 0 && white.top > 0 && white.right < raster.width && white.bottom < raster.height;
  if (isSurrounded && isLargeEnough(white, raster)) return withAir(white, raster);
  const black = shrink(raster, (r, g, b) => r < blackest && g < blackest && b < blackest);
  const isFramed = black.right - black.left < raster.width || black.bottom - black.top < raster.height;
  if (isFramed && isLargeEnough(black, raster)) return withoutFringe(black, raster);
  return { left: 0, top: 0, width: raster.width, height: raster.height, reason: "nothing to trim" };
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function isLargeEnough(box: Box, raster: Raster): boolean {
  return (
    box.right - box.left >= (1 - mostTrimmed) * raster.width &&
    box.bottom - box.top >= (1 - mostTrimmed) * raster.height
  );
}

function withAir(box: Box, raster: Raster): Content {
  const air = Math.ceil(airShare * Math.max(box.right - box.left, box.bottom - box.top));
  const left = Math.max(0, box.left - air);
  const top = Math.max(0, box.top - air);
  const width = Math.min(raster.width, box.right + air) - left;
  const height = Math.min(raster.height, box.bottom + air) - top;
  return { left, top, width, height, reason: "white surroundings" };
}

/** Two pixels more go on each trimmed side: resampling has mixed the frame into them. */
function withoutFringe(box: Box, raster: Raster): Content {
  const left = box.left && box.left + 2;
  const top = box.top && box.top + 2;
  const right = box.right < raster.width ? box.right - 2 : box.right;
  const bottom = box.bottom < raster.height ? box.bottom - 2 : box.bottom;
  const width = Math.max(1, right - left);
  const height = Math.max(1, bottom - top);
  return { left, top, width, height, reason: "black frame" };
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

export function cropRaster(raster: Raster, content: Content): { width: number; height: number; rgb: Uint8Array } {
  const { left, top, width, height } = content;
  if (width === raster.width && height === raster.height) return raster;
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * raster.width + left) * 3;
    rgb.set(raster.rgb.subarray(from, from + width * 3), y * width * 3);
  }
  return { width, height, rgb };
}
