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
export const inkOf = ({ grey }: PageRaster): Uint8Array => {
  const mask = new Uint8Array(grey.length);
  for (let i = 0; i < mask.length; i++) mask[i] = grey[i] < inkBelow ? 1 : 0;
  return mask;
};
