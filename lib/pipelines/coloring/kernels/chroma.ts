/** Reach of the windows in pixels: a chroma sample covers two pixels across and two down, and interpolation two more. */
const reach = 2;
/** Luma that varies by less than this deviation says nothing of where colours end, of 255. */
const flat = 10;

/**
 * Ends colours where the light ends again, in a picture whose chroma was kept at half the resolution: the guided filter
 * of He, Sun and Tang (ECCV 2010), chroma in each window a linear function of luma. Luma stays as it is. Changes the
 * bytes in place.
 * @param rgb 8 bits, at the file's own resolution.
 */
export function sharpenChroma(rgb: Uint8Array, width: number, height: number): void {
  const luma = new Float32Array(width * height);
  for (let i = 0; i < luma.length; i++) luma[i] = 0.299 * rgb[3 * i] + 0.587 * rgb[3 * i + 1] + 0.114 * rgb[3 * i + 2];
  const guide = guideOf(luma, width, height);
  // Blue and red less luma are Cb and Cr but for a factor.
  const [blue, red] = [2, 0].map((channel) =>
    guided(
      guide,
      luma.map((y, i) => rgb[3 * i + channel] - y),
    ),
  );
  for (let i = 0; i < luma.length; i++) {
    const [r, b] = [luma[i] + red[i], luma[i] + blue[i]];
    rgb[3 * i] = byte(r);
    rgb[3 * i + 1] = byte((luma[i] - 0.299 * r - 0.114 * b) / 0.587);
    rgb[3 * i + 2] = byte(b);
  }
}

const byte = (value: number): number => Math.min(255, Math.max(0, Math.round(value)));

interface Guide {
  luma: Float32Array;
  mean: Float32Array;
  variance: Float32Array;
  width: number;
  height: number;
}

function guideOf(luma: Float32Array, width: number, height: number): Guide {
  const mean = boxMean(luma, width, height);
  const squares = boxMean(
    luma.map((y) => y * y),
    width,
    height,
  );
  return { luma, mean, variance: squares.map((square, i) => square - mean[i] * mean[i]), width, height };
}

function guided({ luma, mean, variance, width, height }: Guide, plane: Float32Array): Float32Array {
  const average = boxMean(plane, width, height);
  const products = boxMean(
    plane.map((value, i) => value * luma[i]),
    width,
    height,
  );
  const slope = products.map((product, i) => (product - average[i] * mean[i]) / (variance[i] + flat * flat));
  const offset = slope.map((a, i) => average[i] - a * mean[i]);
  const [slopes, offsets] = [boxMean(slope, width, height), boxMean(offset, width, height)];
  return luma.map((y, i) => slopes[i] * y + offsets[i]);
}

/** Mean over a square of `reach` pixels to each side, of what of it lies in the picture. */
function boxMean(plane: Float32Array, width: number, height: number): Float32Array {
  const rows = new Float32Array(plane.length);
  for (let y = 0; y < height; y++) meanAlong(plane, rows, y * width, 1, width);
  const out = new Float32Array(plane.length);
  for (let x = 0; x < width; x++) meanAlong(rows, out, x, width, height);
  return out;
}

/** Means along one line of a plane: `count` values, `step` apart. */
function meanAlong(from: Float32Array, to: Float32Array, start: number, step: number, count: number): void {
  let sum = 0;
  for (let k = 0; k < Math.min(reach, count); k++) sum += from[start + k * step];
  for (let k = 0; k < count; k++) {
    if (k + reach < count) sum += from[start + (k + reach) * step];
    if (k > reach) sum -= from[start + (k - reach - 1) * step];
    to[start + k * step] = sum / (Math.min(count - 1, k + reach) - Math.max(0, k - reach) + 1);
  }
}
