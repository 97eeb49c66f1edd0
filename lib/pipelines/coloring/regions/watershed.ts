/** A partition: every pixel has a label from 0 to count - 1. */
export interface Partition {
  labels: Int32Array;
  count: number;
}

const levels = 256;
const outside = -2;
const unlabelled = -1;

/**
 * Watershed by flooding from every regional minimum (Meyer 1991), with one first-in-first-out queue per level.
 * No line pixels: every pixel belongs to a basin.
 * @param height the relief; quantised linearly to 256 levels up to its 99.5th percentile.
 */
export function watershed(height: Float32Array, width: number, rows: number): Partition {
  const stride = width + 2;
  const relief = quantise(height, width, rows, stride);
  const flood = new Flood(relief, stride);
  const count = flood.labelMinima();
  flood.run();
  return { labels: withoutRim(flood.labels, width, rows, stride), count };
}

/** Levels with a one-pixel rim around them, so that no neighbour needs a bounds check. */
function quantise(height: Float32Array, width: number, rows: number, stride: number): Uint8Array {
  const scale = (levels - 1) / upperPercentile(height);
  const relief = new Uint8Array(stride * (rows + 2)).fill(levels - 1);
  for (let y = 0; y < rows; y++) {
    const to = (y + 1) * stride + 1;
    for (let x = 0; x < width; x++) relief[to + x] = Math.min(levels - 1, height[y * width + x] * scale);
  }
  return relief;
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

function withoutRim(labels: Int32Array, width: number, rows: number, stride: number): Int32Array {
  const out = new Int32Array(width * rows);
  for (let y = 0; y < rows; y++) {
    const from = (y + 1) * stride + 1;
    out.set(labels.subarray(from, from + width), y * width);
  }
  return out;
}

class Flood {
  readonly labels: Int32Array;
  private readonly steps: Int32Array;
  private readonly next: Int32Array;
  private readonly head = new Int32Array(levels).fill(-1);
  private readonly tail = new Int32Array(levels).fill(-1);
  private readonly waiting: Uint8Array;
  private lowest = levels;

  constructor(
    private readonly relief: Uint8Array,
    stride: number,
  ) {
    const n = relief.length;
    this.labels = new Int32Array(n).fill(unlabelled);
    this.labels.fill(outside, 0, stride).fill(outside, n - stride);
    for (let i = stride; i < n; i += stride) this.labels[i - 1] = this.labels[i] = outside;
    this.steps = Int32Array.of(-1, 1, -stride, stride);
    this.next = new Int32Array(n);
    this.waiting = new Uint8Array(n);
  }

  /** Gives each plateau without a lower neighbour its label. `next` serves as the plateau's stack. */
  labelMinima(): number {
    const { relief, labels, steps, next: stack } = this;
    const seen = new Uint8Array(relief.length);
    let count = 0;
    for (let start = 0; start < relief.length; start++) {
      if (seen[start] || labels[start] === outside) continue;
      const level = relief[start];
      let isMinimum = true;
      let size = 0;
      stack[size++] = start;
      seen[start] = 1;
      for (let at = 0; at < size; at++) {
        for (let k = 0; k < 4; k++) {
          const beside = stack[at] + steps[k];
          if (labels[beside] === outside) continue;
          if (relief[beside] < level) isMinimum = false;
          else if (relief[beside] === level && !seen[beside]) {
            seen[beside] = 1;
            stack[size++] = beside;
          }
        }
      }
      if (!isMinimum) continue;
      for (let at = 0; at < size; at++) labels[stack[at]] = count;
      count++;
    }
    return count;
  }

  run(): void {
    const { labels, steps, head, next } = this;
    for (let i = 0; i < labels.length; i++) if (labels[i] >= 0) this.queueNeighbours(i, 0);
    this.lowest = 0;
    while (this.lowest < levels) {
      const pixel = head[this.lowest];
      if (pixel < 0) {
        this.lowest++;
        continue;
      }
      head[this.lowest] = next[pixel];
      let label = unlabelled;
      let lowestBeside = levels;
      for (let k = 0; k < 4; k++) {
        const beside = pixel + steps[k];
        if (labels[beside] >= 0 && this.relief[beside] < lowestBeside) {
          lowestBeside = this.relief[beside];
          label = labels[beside];
        }
      }
      labels[pixel] = label;
      this.queueNeighbours(pixel, this.lowest);
    }
  }

  private queueNeighbours(pixel: number, level: number): void {
    const { labels, steps, waiting, relief } = this;
    for (let k = 0; k < 4; k++) {
      const beside = pixel + steps[k];
      if (labels[beside] !== unlabelled || waiting[beside]) continue;
      waiting[beside] = 1;
      this.push(beside, relief[beside] > level ? relief[beside] : level);
    }
  }

  private push(pixel: number, level: number): void {
    const { head, tail, next } = this;
    next[pixel] = -1;
    if (head[level] < 0) head[level] = pixel;
    else next[tail[level]] = pixel;
    tail[level] = pixel;
  }
}
