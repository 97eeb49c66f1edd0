import { halve, halved } from "../kernels/half";
import type { Lab } from "../kernels/lab";

/** A picture at half the resolution, on planes that are borrowed from the shelf. */
export const halfOf = ({ L, a, b, width, height }: Lab): Lab => ({
  width: halved(width),
  height: halved(height),
  L: halve(L, width, height),
  a: halve(a, width, height),
  b: halve(b, width, height),
});
