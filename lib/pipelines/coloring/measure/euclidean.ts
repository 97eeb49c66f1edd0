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
  const row = new Row(width, rim * rim);
  for (let start = 0; start < out.length; start += width) row.spread(out, start);
  return out;
}

/** Distance to the nearest wall straight above or below. */
function columnDistance(walls: Uint8Array, width: number, height: number, rim: number): Int32Array {
  const out = new Int32Array(width * height);
  const away = new Int32Array(width).fill(rim);
  for (let i = 0; i < out.length; ) {
    for (let x = 0; x < width; x++, i++) out[i] = away[x] = walls[i] ? 0 : away[x] + 1;
  }
  away.fill(rim);
  for (let i = out.length; i > 0; ) {
    for (let x = width - 1; x >= 0; x--) {
      i--;
      const here = away[x] + 1;
      away[x] = here < out[i] ? here : out[i];
      out[i] = away[x];
    }
  }
  return out;
}

/** A row with what stands at both of its ends, and the parabolas over it that are lowest somewhere. */
class Row {
  /** Squared height of each place's parabola, and that plus the place's own square. */
  private readonly squares: Int32Array;
  private readonly raised: Int32Array;
  /** Parabola `apex[k]` is the lowest from the place `from[k]` on. */
  private readonly apex: Int32Array;
  private readonly from: Int32Array;

  constructor(
    private readonly width: number,
    end: number,
  ) {
    this.squares = new Int32Array(width + 2).fill(end);
    this.raised = this.squares.map((square, place) => square + place * place);
    this.apex = new Int32Array(width + 2);
    this.from = new Int32Array(width + 3);
  }

  /** Makes distances along columns, in the row that begins at `start`, squared distances. */
  spread(distances: Int32Array, start: number): void {
    const { squares, raised, width } = this;
    for (let x = 1; x <= width; x++) {
      const square = distances[start + x - 1] * distances[start + x - 1];
      squares[x] = square;
      raised[x] = square + x * x;
    }
    this.envelope();
    this.readOut(distances, start - 1);
  }

  /** Places are whole, so that it is enough to know the first one at which a later parabola is as low. */
  private envelope(): void {
    const { raised, apex, from, width } = this;
    let k = 0;
    apex[0] = 0;
    from[0] = -1;
    for (let q = 1; q <= width + 1; q++) {
      let first = 0;
      for (;;) {
        const p = apex[k];
        // Rounded up; what is negative lies before the row, however far.
        const rise = raised[q] - raised[p];
        first = rise > 0 ? Math.ceil(rise / (2 * (q - p))) : 0;
        if (first > from[k]) break;
        k--;
      }
      k++;
      apex[k] = q;
      from[k] = first;
    }
    from[k + 1] = width + 2;
  }

  private readOut(distances: Int32Array, before: number): void {
    const { squares, apex, from, width } = this;
    for (let x = 1, k = 0; x <= width; k++) {
      const place = apex[k];
      const square = squares[place];
      const end = from[k + 1] <= width ? from[k + 1] : width + 1;
      for (; x < end; x++) distances[before + x] = (x - place) * (x - place) + square;
    }
  }
}
