import type { Bustle } from "./bustle";

/** How many times the bustle counts in the middle of a picture, and in its corners. */
const inMiddle = 0.75;
const inCorner = 1.75;

/**
 * Lets the bustle of a photo count for less near its middle and for more towards its corners, in place: people hold what
 * they photograph into the middle and look for it there (Judd et al. 2009, "Learning to predict where humans look",
 * section 3), so leaves and grass beside it are left out before its own fur and feathers.
 */
export function heedMiddle({ plane, stride }: Bustle): void {
  const rows = plane.length / stride;
  const squares = Float32Array.from({ length: stride }, (_, x) => ((2 * x + 1) / stride - 1) ** 2);
  for (let y = 0; y < rows; y++) {
    const down = ((2 * y + 1) / rows - 1) ** 2;
    for (let x = 0; x < stride; x++) {
      plane[y * stride + x] *= inMiddle + (inCorner - inMiddle) * 0.5 * (squares[x] + down);
    }
  }
}
