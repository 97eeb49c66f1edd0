/** A drawn page as grey values, 0 black to 255 white. */
export interface PageRaster {
  grey: Uint8Array;
  width: number;
  height: number;
  /** Millimetres of paper per pixel. */
  scale: number;
}

/** Below this a pixel counts as ink. */
const inkBelow = 128;

/** 1 where there is ink. */
export function inkOf({ grey, width }: PageRaster): Uint8Array {
  const mask = new Uint8Array(grey.length);
  for (let start = 0; start < mask.length; start += width) markInk(grey, start, width, mask);
  return mask;
}

function markInk(grey: Uint8Array, start: number, width: number, mask: Uint8Array): void {
  for (let i = start; i < start + width; i++) mask[i] = grey[i] < inkBelow ? 1 : 0;
}
