import type { Bustle } from "./bustle";

/** How many times the bustle counts in the middle of a picture, and in its corners. */
const inMiddle = 0.75;
const inCorner = 1.75;

/**
 * How many times the bustle of a photo counts at each place of a plane: for less near the middle and for more towards the
 * corners. People hold what they photograph into the middle and look for it there (Judd et al. 2009, "Learning to predict
 * where humans look", section 3), so leaves and grass beside it are left out before its own fur and feathers.
 */
export function middleGains(stride: number, rows: number): Float64Array {
  const [across, down] = [stride, rows].map((length) =>
    Float32Array.from({ length }, (_, i) => ((2 * i + 1) / length - 1) ** 2),
  );
  const gains = new Float64Array(stride * rows);
  for (let y = 0; y < rows; y++) gainsOfRow(gains, y * stride, across, down[y]);
  return gains;
}

function gainsOfRow(gains: Float64Array, start: number, across: Float32Array, down: number): void {
  for (let x = 0; x < across.length; x++) {
    gains[start + x] = inMiddle + (inCorner - inMiddle) * 0.5 * (across[x] + down);
  }
}

/** Lets the bustle count by its place, in place. */
export function heedMiddle({ plane, stride }: Bustle): void {
  const gains = middleGains(stride, plane.length / stride);
  for (let i = 0; i < plane.length; i++) plane[i] *= gains[i];
}
