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
  for (let i = 0; i < grey.length; i++) {
    const value = grey[i];
    darkness += 255 - value;
    if (value > black && value < white && !isEdge(grey, width, height, i)) greys++;
  }
  return { inkShare: darkness / (255 * grey.length), greyShare: greys / grey.length };
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
