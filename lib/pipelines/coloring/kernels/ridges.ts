import type { Gradient } from "./gradient";
import { borrowFloats } from "./shelf";

/**
 * Thin lines of steepest change: pixels whose gradient is the largest along its own direction (Canny 1986, section
 * VI, with the neighbours interpolated).
 * @returns the gradient's magnitude on such a line, 0 beside it; borrowed from the shelf.
 */
export function thinRidges(gradient: Gradient, width: number, height: number): Float32Array {
  const out = borrowFloats(gradient.magnitude.length);
  for (let y = 1; y < height - 1; y++) thinRow(gradient, width, y * width, out);
  return out;
}

function thinRow({ x: gx, y: gy, magnitude, slant }: Gradient, width: number, start: number, out: Float32Array): void {
  for (let i = start + 1; i < start + width - 1; i++) {
    const here = magnitude[i];
    if (here < faintest) continue;
    const across = gx[i];
    const down = gy[i];
    const side = across > down ? 1 : width;
    const corner = slant[i] ? width + 1 : across > down ? 1 - width : width - 1;
    const part = across > down ? down / across : across / down;
    const ahead = magnitude[i + side] + part * (magnitude[i + corner] - magnitude[i + side]);
    if (here < ahead) continue;
    const behind = magnitude[i - side] + part * (magnitude[i - corner] - magnitude[i - side]);
    if (here > behind) out[i] = here;
  }
}

/** Fainter change than this is never drawn, in units of L. */
const faintest = 2;
