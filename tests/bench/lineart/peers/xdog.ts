import { blur } from "@/lib/pipelines/coloring/kernels/gaussian";
import type { Picture } from "../scenes/render";

/** Extended difference of Gaussians: Winnemöller, Kyprianidis and Olsen, Computers & Graphics 2012, equations 7 and 5. */
const sigma = 1.2;
const ratio = 1.6;
const sharpness = 18;

/** Thresholds on a scale from 0 to 1 that are tried; its free parameter. */
export const xdogLevels = [0.45, 0.55, 0.65, 0.75, 0.85];

/** One map for each level, 1 = black. The soft threshold's steepness does not matter once the drawing is black on white. */
export function xdog({ rgb, width, height }: Picture, levels = xdogLevels): Uint8Array[] {
  const grey = new Float32Array(width * height);
  for (let i = 0; i < grey.length; i++) {
    grey[i] = (0.299 * rgb[3 * i] + 0.587 * rgb[3 * i + 1] + 0.114 * rgb[3 * i + 2]) / 255;
  }
  const narrow = blur(grey, width, height, sigma);
  const wide = blur(grey, width, height, ratio * sigma);
  return levels.map((level) => {
    const mask = new Uint8Array(grey.length);
    for (let i = 0; i < mask.length; i++) mask[i] = (1 + sharpness) * narrow[i] - sharpness * wide[i] < level ? 1 : 0;
    return mask;
  });
}
