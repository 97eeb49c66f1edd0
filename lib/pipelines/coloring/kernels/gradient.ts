import { blur, halfGaussian } from "./gaussian";
import type { Lab } from "./lab";

/** Colour change per pixel of two scales added up, split into the part across columns (`x`) and across rows (`y`). */
export interface Gradient {
  x: Float32Array;
  y: Float32Array;
  magnitude: Float32Array;
}

/** Hue edges count double: the eye draws them even where the light does not change. */
const chromaWeight = 2;

/**
 * Gradient of a Lab picture at two scales, after Di Zenzo (1986), with each scale weighted by its sigma
 * (Lindeberg 1998, gamma-normalised derivatives), so that a sharp step of 1 unit answers about 1 at either scale.
 * The coarse scale is worked at half the resolution.
 * @param fine sigma of the fine scale in pixels; the coarse one is twice that.
 */
export function twoScaleGradient(lab: Lab, fine: number): Gradient {
  const { width, height } = lab;
  const n = width * height;
  const gradient = { x: new Float32Array(n), y: new Float32Array(n), magnitude: new Float32Array(n) };
  const planes = [lab.L, lab.a, lab.b];
  addScale(planes, width, height, fine, gradient);
  addCoarseScale(planes, width, height, 2 * fine, gradient);
  for (let i = 0; i < n; i++) {
    gradient.magnitude[i] = Math.sqrt(gradient.x[i] * gradient.x[i] + gradient.y[i] * gradient.y[i]);
  }
  return gradient;
}

/** A Gaussian-blurred unit step has slope 1 / (sigma √(2π)); the two scales share the unit between them. */
const stepGain = Math.sqrt(2 * Math.PI) / 2;

function addScale(
  planes: Float32Array[],
  width: number,
  height: number,
  sigma: number,
  into: { x: Float32Array; y: Float32Array },
): void {
  const n = width * height;
  const half = halfGaussian(sigma);
  const scratch = new Float32Array(n);
  const [L, a, b] = planes.map((plane) => blur(plane, width, height, half, new Float32Array(n), scratch));
  const gain = (stepGain * sigma) / 2;
  const chroma = chromaWeight * chromaWeight;
  for (let y = 0; y < height; y++) {
    const up = y ? -width : 0;
    const down = y < height - 1 ? width : 0;
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const left = x ? i - 1 : i;
      const right = x < width - 1 ? i + 1 : i;
      const lx = L[right] - L[left];
      const ax = a[right] - a[left];
      const bx = b[right] - b[left];
      const ly = L[i + down] - L[i + up];
      const ay = a[i + down] - a[i + up];
      const by = b[i + down] - b[i + up];
      into.x[i] += gain * Math.sqrt(lx * lx + chroma * (ax * ax + bx * bx));
      into.y[i] += gain * Math.sqrt(ly * ly + chroma * (ay * ay + by * by));
    }
  }
}

function addCoarseScale(
  planes: Float32Array[],
  width: number,
  height: number,
  sigma: number,
  into: { x: Float32Array; y: Float32Array },
): void {
  const halfWidth = (width + 1) >> 1;
  const halfHeight = (height + 1) >> 1;
  const halved = planes.map((plane) => halve(plane, width, height));
  const coarse = { x: new Float32Array(halfWidth * halfHeight), y: new Float32Array(halfWidth * halfHeight) };
  addScale(halved, halfWidth, halfHeight, sigma / 2, coarse);
  addDoubled(coarse.x, halfWidth, halfHeight, into.x, width, height);
  addDoubled(coarse.y, halfWidth, halfHeight, into.y, width, height);
}

/** Half the resolution by the mean of 2 × 2 pixels; an odd last row or column is repeated. */
export function halve(plane: Float32Array, width: number, height: number): Float32Array {
  const outWidth = (width + 1) >> 1;
  const outHeight = (height + 1) >> 1;
  const out = new Float32Array(outWidth * outHeight);
  for (let y = 0; y < outHeight; y++) {
    const top = 2 * y * width;
    const bottom = Math.min(height - 1, 2 * y + 1) * width;
    for (let x = 0; x < outWidth; x++) {
      const left = 2 * x;
      const right = Math.min(width - 1, left + 1);
      out[y * outWidth + x] =
        0.25 * (plane[top + left] + plane[top + right] + plane[bottom + left] + plane[bottom + right]);
    }
  }
  return out;
}

/** Adds a half-resolution plane to a full one, bilinearly: a pixel takes 3/4 of its own cell and 1/4 of the nearest. */
function addDoubled(
  coarse: Float32Array,
  coarseWidth: number,
  coarseHeight: number,
  full: Float32Array,
  width: number,
  height: number,
): void {
  for (let y = 0; y < height; y++) {
    const own = (y >> 1) * coarseWidth;
    const other = Math.min(coarseHeight - 1, Math.max(0, (y >> 1) + (y & 1 ? 1 : -1))) * coarseWidth;
    for (let x = 0; x < width; x++) {
      const near = x >> 1;
      const far = Math.min(coarseWidth - 1, Math.max(0, near + (x & 1 ? 1 : -1)));
      full[y * width + x] +=
        0.5625 * coarse[own + near] +
        0.1875 * (coarse[own + far] + coarse[other + near]) +
        0.0625 * coarse[other + far];
    }
  }
}
