import { blur } from "./gaussian";
import { halve, halved } from "./half";
import type { Lab } from "./lab";
import { borrowFloats, giveBack } from "./shelf";

/**
 * How high the steps round each place are that are left when seen from afar, in units of CIELAB, at a quarter of the
 * resolution: a lone edge keeps all of its height, while the edges of bark, wood grain and fur cancel each other out
 * (the coarse scales of Martin, Fowlkes and Malik 2004, "Learning to detect natural image boundaries", section 3).
 * @param sigma scale at which it is seen, in pixels.
 * @returns a plane that is borrowed from the shelf.
 */
export function lastingSteps({ L, a, b, width, height }: Lab, sigma: number): Float32Array {
  const [halfWidth, halfHeight] = [halved(width), halved(height)];
  const [stride, rows] = [halved(halfWidth), halved(halfHeight)];
  const steps = borrowFloats(stride * rows);
  for (const plane of [L, a, b]) {
    const half = halve(plane, width, height);
    const quarter = halve(half, halfWidth, halfHeight);
    const soft = blur(quarter, stride, rows, sigma / 4);
    for (let y = 0; y < rows; y++) addSquares(soft, y, stride, rows, steps);
    giveBack(half, quarter, soft);
  }
  // The steepest slope of a step of height 1 under a Gaussian is 1 / (sigma √2π) a pixel; differences are over two.
  const heightOfSlope = ((sigma / 4) * Math.sqrt(2 * Math.PI)) / 2;
  for (let i = 0; i < steps.length; i++) steps[i] = heightOfSlope * Math.sqrt(steps[i]);
  return steps;
}

/** Adds the squares of the differences across and down at a row. */
function addSquares(plane: Float32Array, y: number, stride: number, rows: number, sums: Float32Array): void {
  const row = y * stride;
  const above = Math.max(0, y - 1) * stride;
  const below = Math.min(rows - 1, y + 1) * stride;
  for (let x = 0; x < stride; x++) {
    const across = plane[row + Math.min(stride - 1, x + 1)] - plane[row + Math.max(0, x - 1)];
    const down = plane[below + x] - plane[above + x];
    sums[row + x] += across * across + down * down;
  }
}
