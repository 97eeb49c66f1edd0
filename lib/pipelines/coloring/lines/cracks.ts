import { bytesAt, intsAt, kernels, lendAll } from "../kernels/planes/workbench";
import { borrowBytes, borrowInts, copyBytes, giveBack } from "../kernels/shelf";
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
  /** Corners that cracks leave, in order, and how many do. */
  private readonly corners: Int32Array;
  private readonly degree: Uint8Array;

  constructor(labels: Int32Array, width: number, height: number) {
    this.stride = width + 1;
    const corners = this.stride * (height + 1);
    const [regions, list, plane] = lendAll([labels], corners, Math.ceil(corners / 4));
    const cracks = bytesAt(plane, corners).fill(0);
    kernels.markCracks(regions, width, height, plane);
    this.cracks = copyBytes(cracks);
    this.corners = intsAt(list, kernels.listSet(plane, corners, list)).slice();
    this.degree = borrowBytes(corners);
    for (let k = 0; k < this.corners.length; k++) this.degree[this.corners[k]] = degreeOf[cracks[this.corners[k]]];
  }

  /** Uses the walker up. */
  walkAll(): Int32Array[] {
    const chains: Int32Array[] = [];
    for (const junctionsFirst of [true, false]) {
      for (const corner of this.corners) {
        if (junctionsFirst && this.degree[corner] === 2) continue;
        while (this.cracks[corner]) chains.push(this.walk(corner));
      }
    }
    giveBack(this.cracks, this.degree);
    return chains;
  }

  private walk(start: number): Int32Array {
    const path = [start];
    let corner = start;
    do {
      corner = this.step(corner);
      path.push(corner);
    } while (this.degree[corner] === 2 && this.cracks[corner]);
    return new Int32Array(path);
  }

  /** Takes one crack out of a corner and returns the corner at its other end. */
  private step(corner: number): number {
    const set = this.cracks[corner];
    if (set & right) return this.take(corner, right, corner + 1, left);
    if (set & down) return this.take(corner, down, corner + this.stride, up);
    if (set & left) return this.take(corner, left, corner - 1, right);
    return this.take(corner, up, corner - this.stride, down);
  }

  private take(corner: number, way: number, other: number, back: number): number {
    this.cracks[corner] &= ~way;
    this.cracks[other] &= ~back;
    return other;
  }
}

function toGraph(corners: Int32Array[], width: number, height: number): LineGraph {
  const stride = width + 1;
  const vertexOf = borrowInts(stride * (height + 1)).fill(-1);
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
  giveBack(vertexOf);
  return { x, y, fixed, softness: new Float32Array(count), chains: corners };
}
