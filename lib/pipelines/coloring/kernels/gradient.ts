import { halfGaussian } from "./gaussian";
import { halved } from "./half";
import type { Lab } from "./lab";
import { collect, kernels, layOut, lend, planeAt, roomOf, slack, target } from "./planes/workbench";
import { weighThings } from "./shading";
import { emptyBytes, emptyFloats } from "./shelf";

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
export const twoScaleGradient = (lab: Lab, fine: number): Gradient => takeIn(lab, fine).combine();

/**
 * The same, with the parts across columns and rows weaker where shading makes them, as far as it can be told from things.
 * @param noise deviation of the picture's noise in units of L.
 */
export function gradientWithoutShading(lab: Lab, fine: number, noise: number): Gradient {
  const bench = takeIn(lab, fine);
  bench.weakenShading(noise);
  return bench.combine();
}

function takeIn(lab: Lab, fine: number): GradientBench {
  const bench = new GradientBench(lab.width, lab.height, fine);
  for (const colour of colours) bench.takeColour(colour, lab[colour]);
  return bench;
}

const colours = ["L", "a", "b"] as const;

/** The planes that the gradient is worked with, laid out in the kernels' memory. */
class GradientBench {
  private readonly n: number;
  private readonly halfWidth: number;
  private readonly halfHeight: number;
  private readonly at: Record<"full" | "scratch" | "smoothL" | "magnitude" | "slant", number>;
  /** The picture at the fine scale by colour, and squares of what light alone answers at both. */
  private readonly half: Record<"full" | "scratch" | "smooth" | "fineL" | "coarseL" | (typeof colours)[number], number>;
  private readonly line: number;
  private readonly rows: number;
  private readonly weights: number;
  /** The coarse gradient, across and down, the squares and the product of the fine one of colour, and what stays of all. */
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
    const halves = new Array<number>(8).fill(h);
    const places = layOut(n, n, n, n, n / 4, width + 2 * most, 6 * (width + slack), most, ...halves, h, h, h, h, h, h);
    const [full, scratch, smoothL, magnitude, slant, line, rows, weights] = places;
    this.at = { full, scratch, smoothL, magnitude, slant };
    const [halfFull, halfScratch, smooth, fineL, coarseL, L, a, b] = places.slice(8);
    this.half = { full: halfFull, scratch: halfScratch, smooth, fineL, coarseL, L, a, b };
    this.line = line;
    this.rows = rows;
    this.weights = weights;
    this.sums = places.slice(16);
    for (const sum of [fineL, coarseL, ...this.sums.slice(0, 5)]) planeAt(sum, h).fill(0);
    planeAt(this.sums[5], h).fill(1);
  }

  /** Adds what one plane of Lab contributes at half the resolution; light is blurred at full resolution too. */
  takeColour(colour: (typeof colours)[number], plane: Float32Array): void {
    const { at, fine, half, halfHeight, halfWidth, height, sums, width } = this;
    const [coarseX, coarseY, xx, yy, xy] = sums;
    const isLight = colour === "L";
    const full = lend(plane, at.full);
    kernels.halve(full, half.full, width, height);
    if (isLight) this.blur(full, at.smoothL, at.scratch, width, height, fine);
    this.blur(half.full, half[colour], half.scratch, halfWidth, halfHeight, fine / 2);
    this.blur(half.full, half.smooth, half.scratch, halfWidth, halfHeight, fine);
    const power = isLight ? 1 : chromaPower;
    const fineGain = ((stepGain * fine) / 4) ** 2 * power;
    const coarseGain = ((stepGain * fine) / 2) ** 2 * power;
    this.addSquares(half.smooth, coarseGain, coarseX, coarseY, 0);
    if (isLight) {
      this.addSquares(half.L, fineGain, half.fineL, half.fineL, 0);
      this.addSquares(half.smooth, coarseGain, half.coarseL, half.coarseL, 0);
    } else this.addSquares(half[colour], fineGain, xx, yy, xy);
  }

  private addSquares(plane: number, gain: number, xx: number, yy: number, xy: number): void {
    kernels.addSquares(plane, this.line, this.halfWidth, this.halfHeight, gain, xx, yy, xy);
  }

  /** Works out what stays of each edge across columns and rows; the magnitude stays as it is. */
  weakenShading(noise: number): void {
    const { fine, half, halfHeight, halfWidth, sums } = this;
    const [coarseX, coarseY, fineX, fineY, , share] = sums;
    const { L, a, b, fineL, coarseL } = half;
    const size = { width: halfWidth, height: halfHeight };
    const squares = { fineL, coarseL, fineColour: [fineX, fineY], coarse: [coarseX, coarseY] } as const;
    // Nobody needs the rows before both scales are combined.
    weighThings({ ...size, L, a, b, ...squares, sigma: fine / 2, histogram: this.rows }, noise, share);
  }

  private blur(source: number, target: number, scratch: number, width: number, height: number, sigma: number): void {
    const half = halfGaussian(sigma);
    planeAt(this.weights, half.length).set(half);
    kernels.blur(source, target, scratch, this.line, width, height, this.weights, half.length - 1);
  }

  combine(): Gradient {
    const { at, height, line, n, rows, sums, width } = this;
    const planes = { x: emptyFloats(n), y: emptyFloats(n), magnitude: emptyFloats(n), slant: emptyBytes(n) };
    const rooms = { x: at.full, y: at.scratch, magnitude: at.magnitude, slant: at.slant };
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
      target(planes.x, rooms.x),
      target(planes.y, rooms.y),
      target(planes.magnitude, rooms.magnitude),
      target(planes.slant, rooms.slant),
    );
    for (const name of ["x", "y", "magnitude", "slant"] as const) collect(planes[name], rooms[name]);
    return planes;
  }
}
