/** What is taken to lie beyond the picture's edge. */
export type Outside = "wall" | "open";

/**
 * Squared Euclidean distance in pixels from the middle of each pixel to the middle of the nearest one where `walls` is
 * not 0. Linear in the number of pixels: Felzenszwalb and Huttenlocher, "Distance transforms of sampled functions"
 * (Theory of Computing 2012), columns first.
 */
export function squaredDistance(walls: Uint8Array, width: number, height: number, outside: Outside): Int32Array {
  const rim = outside === "wall" ? 0 : width + height;
  const out = columnDistance(walls, width, height, rim);
  // The row with what stands at both of its ends.
  const row = new Int32Array(width + 2).fill(rim * rim);
  const apex = new Int32Array(width + 2);
  const from = new Float64Array(width + 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) row[x + 1] = out[y * width + x];
    lowerEnvelope(row, apex, from);
    for (let x = 1, k = 0; x <= width; x++) {
      while (from[k + 1] < x) k++;
      const step = x - apex[k];
      out[y * width + x - 1] = step * step + row[apex[k]];
    }
  }
  return out;
}

/** Squared distance to the nearest wall straight above or below. */
function columnDistance(walls: Uint8Array, width: number, height: number, rim: number): Int32Array {
  const out = new Int32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) out[i] = walls[i] ? 0 : (y ? out[i - width] : rim) + 1;
  }
  for (let y = height - 1; y >= 0; y--) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const below = (y < height - 1 ? out[i + width] : rim) + 1;
      if (below < out[i]) out[i] = below;
    }
  }
  for (let i = 0; i < out.length; i++) out[i] *= out[i];
  return out;
}

/** Parabolas over `row` that are lowest somewhere: `apex[k]` is so from `from[k]` on. */
function lowerEnvelope(row: Int32Array, apex: Int32Array, from: Float64Array): void {
  let k = 0;
  apex[0] = 0;
  from[0] = Number.NEGATIVE_INFINITY;
  from[1] = Number.POSITIVE_INFINITY;
  for (let q = 1; q < row.length; q++) {
    let cross = crossing(row, apex[k], q);
    while (cross <= from[k]) {
      k--;
      cross = crossing(row, apex[k], q);
    }
    k++;
    apex[k] = q;
    from[k] = cross;
    from[k + 1] = Number.POSITIVE_INFINITY;
  }
}

const crossing = (row: Int32Array, p: number, q: number): number => (row[q] + q * q - row[p] - p * p) / (2 * q - 2 * p);
