import { blur, halfGaussian } from "./gaussian";
import { halve, halved, Upsampler } from "./half";
import type { Lab } from "./lab";

/** Colour change per pixel of two scales added up, split into the part across columns (`x`) and across rows (`y`). */
export interface Gradient {
  x: Float32Array;
  y: Float32Array;
  magnitude: Float32Array;
  /** 1 where the change runs down to the right or up to the left, 0 where it runs along the other diagonal. */
  slant: Uint8Array;
}

/** Hue edges count double: the eye draws them even where the light does not change. */
const chromaWeight = 2;
const chromaPower = chromaWeight * chromaWeight;
/** A Gaussian-blurred unit step has slope 1 / (sigma √(2π)); the two scales share the unit between them. */
const stepGain = Math.sqrt(2 * Math.PI) / 2;

/**
 * Gradient of a Lab picture at two scales, after Di Zenzo (1986), with each scale weighted by its sigma
 * (Lindeberg 1998, gamma-normalised derivatives), so that a sharp step of 1 unit answers about 1 at either scale.
 * The coarse scale is worked at half the resolution, and so is colour at the fine one: cameras record no more of it.
 * @param fine sigma of the fine scale in pixels; the coarse one is twice that.
 */
export function twoScaleGradient(lab: Lab, fine: number): Gradient {
  const { width, height } = lab;
  const n = width * height;
  const out = {
    x: new Float32Array(n),
    y: new Float32Array(n),
    magnitude: new Float32Array(n),
    slant: new Uint8Array(n),
  };
  const smooth = blur(lab.L, width, height, halfGaussian(fine), new Float32Array(n), new Float32Array(n));
  combine(smooth, width, height, (stepGain * fine) / 2, halfPlanes(lab, fine), out);
  return out;
}

/** What the half resolution adds: the coarse gradient, and the squares and the product of the fine one of colour. */
interface HalfPlanes {
  coarseX: Float32Array;
  coarseY: Float32Array;
  colourXX: Float32Array;
  colourYY: Float32Array;
  colourXY: Float32Array;
}

function halfPlanes(lab: Lab, fine: number): HalfPlanes {
  const width = halved(lab.width);
  const height = halved(lab.height);
  const n = width * height;
  const plane = () => new Float32Array(n);
  const scratch = plane();
  const half = [lab.L, lab.a, lab.b].map((full) => halve(full, lab.width, lab.height));
  const out = {
    coarseX: plane(),
    coarseY: plane(),
    colourXX: plane(),
    colourYY: plane(),
    colourXY: plane(),
  };
  const smooth = plane();
  const fineWeights = halfGaussian(fine / 2);
  const fineGain = ((stepGain * fine) / 4) ** 2 * chromaPower;
  for (const chroma of [half[1], half[2]]) {
    blur(chroma, width, height, fineWeights, smooth, scratch);
    addSquares(smooth, width, height, fineGain, out.colourXX, out.colourYY, out.colourXY);
  }
  const coarseWeights = halfGaussian(fine);
  const coarseGain = ((stepGain * fine) / 2) ** 2;
  half.forEach((source, i) => {
    blur(source, width, height, coarseWeights, smooth, scratch);
    addSquares(smooth, width, height, coarseGain * (i ? chromaPower : 1), out.coarseX, out.coarseY, null);
  });
  for (let i = 0; i < n; i++) {
    out.coarseX[i] = Math.sqrt(out.coarseX[i]);
    out.coarseY[i] = Math.sqrt(out.coarseY[i]);
  }
  return out;
}

function addSquares(
  plane: Float32Array,
  width: number,
  height: number,
  gain: number,
  xx: Float32Array,
  yy: Float32Array,
  xy: Float32Array | null,
): void {
  for (let y = 0; y < height; y++) {
    const up = y ? -width : 0;
    const down = y < height - 1 ? width : 0;
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const dx = plane[x < width - 1 ? i + 1 : i] - plane[x ? i - 1 : i];
      const dy = plane[i + down] - plane[i + up];
      xx[i] += gain * dx * dx;
      yy[i] += gain * dy * dy;
      if (xy) xy[i] += gain * dx * dy;
    }
  }
}

/** At 3 nothing would be left of an endless ramp, but little of what is out of focus either. */
const rampWeight = 2;

/**
 * Height of a step from its answers at both scales. A sharp step answers alike at both, a ramp twice as much at the
 * coarse one; what the coarse one has more is taken off.
 */
function stepOf(fine: number, coarse: number): number {
  const more = coarse - fine;
  return more > 0 ? fine + coarse - rampWeight * more : fine + coarse;
}

function combine(L: Float32Array, width: number, height: number, gain: number, half: HalfPlanes, out: Gradient): void {
  const rows = new Upsampler(width, height);
  const coarseX = new Float32Array(width);
  const coarseY = new Float32Array(width);
  const xx = new Float32Array(width);
  const yy = new Float32Array(width);
  const xy = new Float32Array(width);
  for (let y = 0; y < height; y++) {
    rows.row(half.coarseX, y, coarseX);
    rows.row(half.coarseY, y, coarseY);
    rows.row(half.colourXX, y, xx);
    rows.row(half.colourYY, y, yy);
    rows.row(half.colourXY, y, xy);
    const up = y ? -width : 0;
    const down = y < height - 1 ? width : 0;
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const dx = gain * (L[x < width - 1 ? i + 1 : i] - L[x ? i - 1 : i]);
      const dy = gain * (L[i + down] - L[i + up]);
      const gx = stepOf(Math.sqrt(dx * dx + xx[x]), coarseX[x]);
      const gy = stepOf(Math.sqrt(dy * dy + yy[x]), coarseY[x]);
      out.x[i] = gx;
      out.y[i] = gy;
      out.magnitude[i] = Math.sqrt(gx * gx + gy * gy);
      out.slant[i] = dx * dy + xy[x] > 0 ? 1 : 0;
    }
  }
}
