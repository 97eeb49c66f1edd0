import type { LineGraph } from "./line-graph";

/**
 * Borders between regions, traced along the cracks between pixels from junction to junction (Kovalevsky 1989). The
 * picture's own edge is left out; lines that reach it end there. Vertices are pixel corners.
 */
export function traceBorders(labels: Int32Array, width: number, height: number): LineGraph {
  const walker = new CrackWalker(labels, width, height);
  const corners: Int32Array[] = walker.walkAll();
  return toGraph(corners, width, height);
}

const right = 1;
const down = 2;
const left = 4;
const up = 8;
/** How many of the four cracks a set of them holds. */
const degreeOf = Uint8Array.from(
  { length: 16 },
  (_, set) => (set & 1) + ((set >> 1) & 1) + ((set >> 2) & 1) + (set >> 3),
);

class CrackWalker {
  private readonly stride: number;
  /** Cracks that leave each corner, as a set of the four directions; walked ones are taken out. */
  private readonly cracks: Uint8Array;
  private readonly degree: Uint8Array;

  constructor(labels: Int32Array, width: number, height: number) {
    this.stride = width + 1;
    this.cracks = new Uint8Array(this.stride * (height + 1));
    for (let y = 0; y < height; y++) {
      for (let x = 0, i = y * width; x < width; x++, i++) {
        const corner = y * this.stride + x;
        if (y && labels[i] !== labels[i - width]) this.mark(corner, corner + 1, right, left);
        if (x && labels[i] !== labels[i - 1]) this.mark(corner, corner + this.stride, down, up);
      }
    }
    this.degree = this.cracks.map((set) => degreeOf[set]);
  }

  private mark(from: number, to: number, there: number, back: number): void {
    this.cracks[from] |= there;
    this.cracks[to] |= back;
  }

  walkAll(): Int32Array[] {
    const chains: Int32Array[] = [];
    for (const junctionsFirst of [true, false]) {
      for (let corner = 0; corner < this.cracks.length; corner++) {
        if (junctionsFirst && this.degree[corner] === 2) continue;
        while (this.cracks[corner]) chains.push(this.walk(corner));
      }
    }
    return chains;
  }

  private walk(start: number): Int32Array {
    const path = [start];
    let corner = start;
    do {
      corner = this.step(corner);
      path.push(corner);
    } while (this.degree[corner] === 2 && this.cracks[corner]);
    return Int32Array.from(path);
  }

  /** Takes one crack out of a corner and returns the corner at its other end. */
  private step(corner: number): number {
    const { cracks, stride } = this;
    const set = cracks[corner];
    const [way, back, offset] =
      set & right
        ? [right, left, 1]
        : set & down
          ? [down, up, stride]
          : set & left
            ? [left, right, -1]
            : [up, down, -stride];
    cracks[corner] &= ~way;
    cracks[corner + offset] &= ~back;
    return corner + offset;
  }
}

function toGraph(corners: Int32Array[], width: number, height: number): LineGraph {
  const stride = width + 1;
  const vertexOf = new Int32Array(stride * (height + 1)).fill(-1);
  let count = 0;
  for (const chain of corners) for (const corner of chain) if (vertexOf[corner] < 0) vertexOf[corner] = count++;
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  const fixed = new Uint8Array(count);
  for (const chain of corners) {
    for (let i = 0; i < chain.length; i++) {
      const column = chain[i] % stride;
      const row = (chain[i] / stride) | 0;
      const vertex = vertexOf[chain[i]];
      x[vertex] = column;
      y[vertex] = row;
      if (column === 0 || row === 0 || column === width || row === height) fixed[vertex] = 1;
      chain[i] = vertex;
    }
  }
  return { x, y, fixed, softness: new Float32Array(count), chains: corners };
}
