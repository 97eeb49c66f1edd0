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

/** Gaussian blur, separable, borders repeated. `scratch` and `target` have the plane's length and may not be `source`. */
export function blur(
  source: Float32Array,
  width: number,
  height: number,
  half: Float32Array,
  target: Float32Array,
  scratch: Float32Array,
): Float32Array {
  blurRows(source, width, height, half, scratch);
  blurColumns(scratch, width, height, half, target);
  return target;
}

function blurRows(source: Float32Array, width: number, height: number, half: Float32Array, target: Float32Array): void {
  const radius = half.length - 1;
  const row = new Float32Array(width + 2 * radius);
  const middle = half[0];
  for (let y = 0; y < height; y++) {
    const start = y * width;
    row.set(source.subarray(start, start + width), radius);
    row.fill(source[start], 0, radius);
    row.fill(source[start + width - 1], radius + width);
    for (let x = 0; x < width; x++) {
      const at = x + radius;
      let sum = middle * row[at];
      for (let i = 1; i <= radius; i++) sum += half[i] * (row[at - i] + row[at + i]);
      target[start + x] = sum;
    }
  }
}

function blurColumns(
  source: Float32Array,
  width: number,
  height: number,
  half: Float32Array,
  target: Float32Array,
): void {
  const radius = half.length - 1;
  for (let y = 0; y < height; y++) {
    const out = y * width;
    const middle = half[0];
    for (let x = 0; x < width; x++) target[out + x] = middle * source[out + x];
    for (let i = 1; i <= radius; i++) {
      const above = Math.max(0, y - i) * width;
      const below = Math.min(height - 1, y + i) * width;
      const weight = half[i];
      for (let x = 0; x < width; x++) target[out + x] += weight * (source[above + x] + source[below + x]);
    }
  }
}
