/**
 * Grey closing by a square of side 2 × reach + 1 pixels: dark things narrower than the square are filled with what
 * surrounds them. Running maxima and minima after van Herk (1992): three comparisons a pixel, whatever the reach.
 */
export function closing(plane: Float32Array, width: number, height: number, reach: number): Float32Array {
  const out = Float32Array.from(plane);
  runLines(out, width, height, reach, false);
  runLines(out, width, height, reach, true);
  return out;
}

/** One pass along rows and one along columns: the largest value within `reach`, or with `lowest` the smallest. */
function runLines(plane: Float32Array, width: number, height: number, reach: number, lowest: boolean): void {
  const longest = Math.max(width, height);
  const line = new RunningExtreme(longest, reach, lowest);
  for (let y = 0; y < height; y++) line.apply(plane, y * width, 1, width);
  for (let x = 0; x < width; x++) line.apply(plane, x, width, height);
}

class RunningExtreme {
  private readonly padded: Float32Array;
  private readonly ahead: Float32Array;
  private readonly behind: Float32Array;
  private readonly sign: number;

  constructor(
    longest: number,
    private readonly reach: number,
    lowest: boolean,
  ) {
    const window = 2 * reach + 1;
    const size = (Math.ceil((longest + 2 * reach) / window) + 1) * window;
    this.padded = new Float32Array(size);
    this.ahead = new Float32Array(size);
    this.behind = new Float32Array(size);
    this.sign = lowest ? -1 : 1;
  }

  apply(plane: Float32Array, start: number, step: number, count: number): void {
    const { padded, ahead, behind, reach, sign } = this;
    const window = 2 * reach + 1;
    const size = Math.ceil((count + 2 * reach) / window) * window;
    padded.fill(-1e9, 0, size);
    for (let i = 0, at = start; i < count; i++, at += step) padded[i + reach] = sign * plane[at];
    for (let i = 0; i < size; i++) {
      ahead[i] = i % window && ahead[i - 1] > padded[i] ? ahead[i - 1] : padded[i];
    }
    for (let i = size - 1; i >= 0; i--) {
      behind[i] = (i + 1) % window && behind[i + 1] > padded[i] ? behind[i + 1] : padded[i];
    }
    for (let i = 0, at = start; i < count; i++, at += step) {
      const right = ahead[i + 2 * reach];
      const left = behind[i];
      plane[at] = sign * (right > left ? right : left);
    }
  }
}
