/** A relief in levels, with a one-pixel rim of the highest around it, so that no neighbour needs a bounds check. */
export interface Relief {
  surface: Uint8Array;
  /** Height of one level. */
  step: number;
}

export const levels = 256;

/** Quantises linearly up to the 99.5th percentile of the heights, which are at least 0. */
export function relief(height: Float32Array, width: number, rows: number): Relief {
  const stride = width + 2;
  const step = upperPercentile(height) / (levels - 1);
  const scale = 1 / step;
  const surface = new Uint8Array(stride * (rows + 2)).fill(levels - 1);
  for (let y = 0, i = 0; y < rows; y++) {
    const to = (y + 1) * stride + 1;
    for (let x = 0; x < width; x++, i++) {
      const level = (height[i] * scale) | 0;
      surface[to + x] = level < levels ? level : levels - 1;
    }
  }
  return { surface, step };
}

function upperPercentile(values: Float32Array): number {
  let top = 0;
  for (let i = 0; i < values.length; i++) if (values[i] > top) top = values[i];
  if (top <= 0) return 1;
  const bins = 2048;
  const histogram = new Uint32Array(bins);
  const scale = (bins - 1) / top;
  for (let i = 0; i < values.length; i++) histogram[(values[i] * scale) | 0]++;
  let above = values.length * 0.005;
  let bin = bins - 1;
  while (bin > 0 && above >= histogram[bin]) above -= histogram[bin--];
  return (bin + 1) / scale;
}
