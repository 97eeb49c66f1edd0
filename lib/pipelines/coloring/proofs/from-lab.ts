import type { Lab } from "../kernels/lab";
import type { ProofPixels } from "./proofs";

const gammaSteps = 4096;
/** sRGB bytes of linear light (IEC 61966-2-1), sampled. */
const gamma = new Uint8Array(gammaSteps + 1);
for (let i = 0; i <= gammaSteps; i++) {
  const light = i / gammaSteps;
  gamma[i] = Math.round(255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055));
}

/** CIELAB (D65) to sRGB bytes, of as many of its pixels as make the long side `longest`. */
export function fromLab(lab: Lab, longest: number): ProofPixels {
  const { width, height } = lab;
  const step = Math.max(1, Math.max(width, height) / longest);
  const [columns, rows] = [Math.max(1, Math.floor(width / step)), Math.max(1, Math.floor(height / step))];
  const bytes = new Uint8Array(columns * rows * 3);
  for (let row = 0; row < rows; row++) {
    writeRow(
      lab,
      Math.floor((row + 0.5) * step) * width,
      step,
      bytes.subarray(3 * row * columns, 3 * (row + 1) * columns),
    );
  }
  return { width: columns, height: rows, channels: 3, bytes };
}

/** Every `step`th pixel of the row that begins at `start`. */
function writeRow({ L, a, b }: Lab, start: number, step: number, row: Uint8Array): void {
  for (let column = 0, out = 0; out < row.length; column++, out += 3) {
    const at = start + Math.floor((column + 0.5) * step);
    writePixel(row, out, L[at], a[at], b[at]);
  }
}

function writePixel(bytes: Uint8Array, out: number, L: number, a: number, b: number): void {
  const middle = (L + 16) / 116;
  const x = 0.95047 * uncurved(middle + a / 500);
  const y = uncurved(middle);
  const z = 1.08883 * uncurved(middle - b / 200);
  bytes[out] = encoded(3.2404542 * x - 1.5371385 * y - 0.4985314 * z);
  bytes[out + 1] = encoded(-0.969266 * x + 1.8760108 * y + 0.041556 * z);
  bytes[out + 2] = encoded(0.0556434 * x - 0.2040259 * y + 1.0572252 * z);
}

/** The inverse of CIE 15's f. */
const uncurved = (t: number): number => (t > 6 / 29 ? t * t * t : (t - 16 / 116) / 7.787);

const encoded = (light: number): number => gamma[Math.min(gammaSteps, Math.max(0, (light * gammaSteps + 0.5) | 0))];
