import { borrowFloats } from "./shelf";

/** Length of a side at half the resolution. */
export const halved = (length: number): number => (length + 1) >> 1;

/** Half the resolution by the mean of 2 × 2 pixels; an odd last row or column is repeated; borrowed. */
export function halve(plane: Float32Array, width: number, height: number): Float32Array {
  const outWidth = halved(width);
  const outHeight = halved(height);
  const out = borrowFloats(outWidth * outHeight);
  for (let y = 0; y < outHeight; y++) {
    const top = 2 * y * width;
    const bottom = Math.min(height - 1, 2 * y + 1) * width;
    const start = y * outWidth;
    for (let x = 0, left = 0; x < outWidth; x++, left += 2) {
      const right = left + 1 < width ? left + 1 : left;
      out[start + x] = 0.25 * (plane[top + left] + plane[top + right] + plane[bottom + left] + plane[bottom + right]);
    }
  }
  return out;
}

/** Reads rows of half-resolution planes at full resolution, bilinearly: 3/4 of a pixel's own cell, 1/4 of the nearest. */
export class Upsampler {
  private readonly coarseWidth: number;
  private readonly coarseHeight: number;
  private readonly mixed: Float32Array;

  constructor(
    private readonly width: number,
    height: number,
  ) {
    this.coarseWidth = halved(width);
    this.coarseHeight = halved(height);
    this.mixed = new Float32Array(this.coarseWidth);
  }

  /** Writes row `y` into `target`, beginning at `start`. */
  row(plane: Float32Array, y: number, target: Float32Array, start = 0): void {
    const { coarseWidth, coarseHeight, mixed, width } = this;
    const own = (y >> 1) * coarseWidth;
    const beside = Math.min(coarseHeight - 1, Math.max(0, (y >> 1) + (y & 1 ? 1 : -1))) * coarseWidth;
    for (let x = 0; x < coarseWidth; x++) mixed[x] = 0.75 * plane[own + x] + 0.25 * plane[beside + x];
    const last = coarseWidth - 1;
    let left = mixed[0];
    let here = left;
    for (let k = 0, at = start, end = start + width; k <= last; k++, at += 2) {
      const right = mixed[k < last ? k + 1 : last];
      target[at] = 0.75 * here + 0.25 * left;
      if (at + 1 < end) target[at + 1] = 0.75 * here + 0.25 * right;
      left = here;
      here = right;
    }
  }
}
