import { collect, kernels, lendAll, missing, target } from "./planes/workbench";
import { emptyFloats } from "./shelf";

/** Half of a normalised Gaussian: the middle weight, then one side out to 2.7 sigma. `sigma` is in pixels. */
export function halfGaussian(sigma: number): Float32Array {
  const radius = Math.max(1, Math.ceil(2.7 * sigma));
  const half = new Float32Array(radius + 1);
  let sum = 0;
  for (let i = 0; i <= radius; i++) {
    half[i] = Math.exp((-i * i) / (2 * sigma * sigma));
    sum += i ? 2 * half[i] : half[i];
  }
  for (let i = 0; i <= radius; i++) half[i] /= sum;
  return half;
}

/** Gaussian blur, separable, borders repeated; borrowed from the shelf. `sigma` is in pixels. */
export function blur(plane: Float32Array, width: number, height: number, sigma: number): Float32Array {
  const n = plane.length;
  const half = halfGaussian(sigma);
  const radius = half.length - 1;
  const out = emptyFloats(n);
  const [source, weights, to, scratch, line] = lendAll([plane, half], missing(out), n, width + 2 * radius);
  kernels.blur(source, target(out, to), scratch, line, width, height, weights, radius);
  collect(out, to);
  return out;
}
