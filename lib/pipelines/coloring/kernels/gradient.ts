import { halfGaussian } from "./gaussian";
import { halved } from "./half";
import type { Lab } from "./lab";
import { kernels, layOut, planeAt, roomOf, slack } from "./planes/workbench";
import { copyFloats } from "./shelf";

/**
 * Colour change per pixel of two scales added up, split into the part across columns (`x`) and across rows (`y`). These
 * planes are borrowed from the shelf.
 */
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
  const bench = new GradientBench(width, height, fine);
  bench.takeColour(lab.L, false);
  bench.takeColour(lab.a, true);
  bench.takeColour(lab.b, true);
  return bench.combine(n);
}

/** The planes that the gradient is worked with, laid out in the kernels' memory. */
class GradientBench {
  private readonly n: number;
  private readonly halfWidth: number;
  private readonly halfHeight: number;
  private readonly at: Record<"full" | "scratch" | "smoothL" | "magnitude" | "slant", number>;
  private readonly half: Record<"full" | "scratch" | "smooth", number>;
  private readonly line: number;
  private readonly rows: number;
  private readonly weights: number;
  /** The coarse gradient, across and down, and the squares and the product of the fine one of colour. */
  private readonly sums: number[];

  constructor(
    private readonly width: number,
    private readonly height: number,
    private readonly fine: number,
  ) {
    const n = width * height;
    this.n = n;
    this.halfWidth = halved(width);
    this.halfHeight = halved(height);
    const h = this.halfWidth * this.halfHeight;
    const most = halfGaussian(fine).length;
    const places = layOut(n, n, n, n, n / 4, h, h, h, width + 2 * most, 5 * (width + slack), most, h, h, h, h, h);
    const [full, scratch, smoothL, magnitude, slant, halfFull, halfScratch, smooth, line, rows, weights] = places;
    this.at = { full, scratch, smoothL, magnitude, slant };
    this.half = { full: halfFull, scratch: halfScratch, smooth };
    this.line = line;
    this.rows = rows;
    this.weights = weights;
    this.sums = places.slice(11);
    for (const sum of this.sums) planeAt(sum, h).fill(0);
  }

  /** Adds what one plane of Lab contributes at half the resolution; light is blurred at full resolution too. */
  takeColour(plane: Float32Array, isChroma: boolean): void {
    const { at, fine, half, halfHeight, halfWidth, height, line, sums, width } = this;
    const [coarseX, coarseY, xx, yy, xy] = sums;
    planeAt(at.full, this.n).set(plane);
    kernels.halve(at.full, half.full, width, height);
    const power = isChroma ? chromaPower : 1;
    if (isChroma) {
      this.blur(half.full, half.smooth, half.scratch, halfWidth, halfHeight, fine / 2);
      const gain = ((stepGain * fine) / 4) ** 2 * power;
      kernels.addSquares(half.smooth, line, halfWidth, halfHeight, gain, xx, yy, xy);
    } else this.blur(at.full, at.smoothL, at.scratch, width, height, fine);
    this.blur(half.full, half.smooth, half.scratch, halfWidth, halfHeight, fine);
    const gain = ((stepGain * fine) / 2) ** 2 * power;
    kernels.addSquares(half.smooth, line, halfWidth, halfHeight, gain, coarseX, coarseY, 0);
  }

  private blur(source: number, target: number, scratch: number, width: number, height: number, sigma: number): void {
    const half = halfGaussian(sigma);
    planeAt(this.weights, half.length).set(half);
    kernels.blur(source, target, scratch, this.line, width, height, this.weights, half.length - 1);
  }

  combine(n: number): Gradient {
    const { at, height, line, rows, sums, width } = this;
    const h = this.halfWidth * this.halfHeight;
    kernels.roots(sums[0], h);
    kernels.roots(sums[1], h);
    const gain = (stepGain * this.fine) / 2;
    kernels.combine(
      at.smoothL,
      line,
      rows,
      width,
      height,
      gain,
      sums[0],
      roomOf(h),
      at.full,
      at.scratch,
      at.magnitude,
      at.slant,
    );
    return {
      x: copyFloats(planeAt(at.full, n)),
      y: copyFloats(planeAt(at.scratch, n)),
      magnitude: copyFloats(planeAt(at.magnitude, n)),
      slant: new Uint8Array(kernels.memory.buffer, at.slant, n).slice(),
    };
  }
}
