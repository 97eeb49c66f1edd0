import { chamferDistance, chamferUnit } from "../kernels/distance";
import { inverted } from "../kernels/mask";

/** How wide the strokes of a mask are. */
export interface PenWidth {
  /** Median of the half-widths along the strokes' middle lines, in pixels; 0 without any. */
  half: number;
  /** Part of those half-widths that lie near the median, 0 to 1: near 1 when one pen drew everything. */
  oneWidth: number;
}

/** Half-widths from this to that part of the median still are one pen's: it swells where strokes meet. */
const near: Band = [0.7, 1.45];
/** The same of a pen so fine that steps of a pixel are large against it. */
export const nearOfFine: Band = [0.6, 1.6];

type Band = readonly [from: number, to: number];

/** Half-widths are what the distance to the stroke's outline has for its ridge. */
export function measurePen(mask: Uint8Array, width: number, height: number, band = near): PenWidth {
  return penOf(ridgeHistogram(chamferDistance(inverted(mask), width, height), width, height), band);
}

/** @param counts how many pixels of the strokes' middle lines lie how deep, in units of the chamfer distance. */
export function penOf(counts: Uint32Array, [from, to] = near): PenWidth {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (!total) return { half: 0, oneWidth: 0 };
  let median = 0;
  for (let seen = counts[0]; seen < total / 2; seen += counts[++median]);
  let ofPen = 0;
  for (let depth = Math.ceil(from * median); depth <= Math.min(counts.length - 1, to * median); depth++) {
    ofPen += counts[depth];
  }
  return { half: median / chamferUnit, oneWidth: ofPen / total };
}

/** How many pixels of the ridge lie how deep, in units of the chamfer distance. */
function ridgeHistogram(inward: Uint16Array, width: number, height: number): Uint32Array {
  const counts = new Uint32Array(chamferUnit * Math.max(width, height));
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      if (inward[i] && isRidge(inward, i, width)) counts[Math.min(counts.length - 1, inward[i])]++;
    }
  }
  return counts;
}

/** Whether no pixel round this one lies deeper: the middle line of a stroke does. Not for the picture's outermost pixels. */
export function isRidge(inward: Uint16Array, i: number, width: number): boolean {
  const here = inward[i];
  return (
    here >= inward[i - 1] &&
    here >= inward[i + 1] &&
    here >= inward[i - width] &&
    here >= inward[i + width] &&
    here >= inward[i - width - 1] &&
    here >= inward[i - width + 1] &&
    here >= inward[i + width - 1] &&
    here >= inward[i + width + 1]
  );
}
