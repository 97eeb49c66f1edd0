import type { PageRaster } from "./page-raster";

/** From these values on a pixel is plain black or plain white. */
const black = 32;
const white = 223;
/** Anti-aliasing softens an edge over at most this many pixels to either side. */
const softEdge = 2;

export interface Tone {
  /** Share of the sheet that a printer would cover, 0 to 1. */
  inkShare: number;
  /** Share of the sheet that is grey without being the soft edge between a black and a white place. */
  greyShare: number;
}

/** How dark a page is, and whether it holds greys that a line drawing has no use for. */
export function measureTone({ grey, width, height }: PageRaster): Tone {
  let darkness = 0;
  let greys = 0;
  for (let y = 0; y < height; y++) {
    darkness += darknessOf(grey, y * width, (y + 1) * width);
    greys += countGreys(grey, width, height, y);
  }
  return { inkShare: darkness / (255 * grey.length), greyShare: greys / grey.length };
}

function darknessOf(grey: Uint8Array, from: number, to: number): number {
  let lightness = 0;
  for (let i = from; i < to; i++) lightness += grey[i];
  return 255 * (to - from) - lightness;
}

function countGreys(grey: Uint8Array, width: number, height: number, y: number): number {
  let greys = 0;
  for (let x = 0, i = y * width; x < width; x++, i++) {
    const value = grey[i];
    if (value <= black || value >= white || isAcross(grey, i, softEdge * width)) continue;
    const isInside = x >= softEdge && x + softEdge < width;
    if (!(isInside && isAcross(grey, i, softEdge)) && !isEdge(grey, width, height, i)) greys++;
  }
  return greys;
}

/** Whether it is black at one side and white at the other, as at most edges; a look at two pixels. */
function isAcross(grey: Uint8Array, at: number, step: number): boolean {
  const one = grey[at - step];
  const other = grey[at + step];
  return (one <= black && other >= white) || (one >= white && other <= black);
}

/** Whether both black and white are near. */
function isEdge(grey: Uint8Array, width: number, height: number, at: number): boolean {
  const x = at % width;
  const y = (at - x) / width;
  const right = Math.min(width - 1, x + softEdge);
  const bottom = Math.min(height - 1, y + softEdge);
  let hasBlack = false;
  let hasWhite = false;
  for (let yy = Math.max(0, y - softEdge); yy <= bottom; yy++) {
    for (let i = yy * width + Math.max(0, x - softEdge); i <= yy * width + right; i++) {
      if (grey[i] <= black) hasBlack = true;
      else if (grey[i] >= white) hasWhite = true;
    }
    if (hasBlack && hasWhite) return true;
  }
  return false;
}
