import { rootOf } from "../kernels/roots";

/**
 * Lines as chains of shared vertices. Positions are pixels with the picture's top left corner at 0, 0. A chain lists
 * vertices; it is closed when its last vertex is its first. Chains meet only in vertices that they share.
 */
export interface LineGraph {
  x: Float32Array;
  y: Float32Array;
  /** 1 where a vertex lies on the picture's edge and may not move. */
  fixed: Uint8Array;
  /** How far a vertex yields to smoothing beyond the traced stairs: 0 on a crisp border, 1 on a faint one. */
  softness: Float32Array;
  chains: Int32Array[];
}

export const isClosed = (chain: Int32Array): boolean => chain.length > 3 && chain[0] === chain[chain.length - 1];

/** Length of a chain in pixels. */
export function chainLength(graph: LineGraph, chain: Int32Array): number {
  let length = 0;
  for (let i = 1; i < chain.length; i++) {
    const dx = graph.x[chain[i]] - graph.x[chain[i - 1]];
    const dy = graph.y[chain[i]] - graph.y[chain[i - 1]];
    // A square root takes a fifth of the time of Math.hypot.
    length += Math.sqrt(dx * dx + dy * dy);
  }
  return length;
}

/** How many chain ends meet in each vertex; 0 inside chains and for the start of a closed one. */
export function endCounts(graph: LineGraph): Uint8Array {
  const counts = new Uint8Array(graph.x.length);
  for (const chain of graph.chains) {
    if (isClosed(chain)) continue;
    counts[chain[0]]++;
    counts[chain[chain.length - 1]]++;
  }
  return counts;
}

/** How many ends of chains no other chain ends at or runs through. */
export function countFreeEnds({ chains, x }: LineGraph): number {
  const links = new Uint8Array(x.length);
  for (const chain of chains) {
    for (let i = 1; i < chain.length; i++) {
      links[chain[i - 1]]++;
      links[chain[i]]++;
    }
  }
  return links.reduce((sum, count) => sum + Number(count === 1), 0);
}

/** How many separate areas the chains close off: edges less vertices and parts, by Euler's formula. */
export function countHoles({ chains, x }: LineGraph): number {
  const root = Int32Array.from(x, (_, i) => i);
  let holes = 0;
  for (const chain of chains) {
    for (let i = 1; i < chain.length; i++) {
      const [one, other] = [rootOf(root, chain[i - 1]), rootOf(root, chain[i])];
      if (one === other) holes++;
      else root[one] = other;
    }
  }
  return holes;
}

/**
 * The runs of each chain whose vertices are `wanted`, lengthened by `overlap` vertices at either cut, as long as they
 * measure at least `shortest` pixels. Whole chains stay whatever their length.
 */
export function keepRuns(graph: LineGraph, wanted: Uint8Array, shortest: number, overlap: number): LineGraph {
  const chains: Int32Array[] = [];
  for (const chain of graph.chains) {
    let start = -1;
    for (let i = 0; i <= chain.length; i++) {
      const isWanted = i < chain.length && wanted[chain[i]] === 1;
      if (isWanted && start < 0) start = i;
      if (isWanted || start < 0) continue;
      const whole = start === 0 && i === chain.length;
      const run = whole ? chain : chain.slice(Math.max(0, start - overlap), Math.min(chain.length, i + overlap));
      if (whole || chainLength(graph, run) >= shortest) chains.push(run);
      start = -1;
    }
  }
  return { ...graph, chains };
}
