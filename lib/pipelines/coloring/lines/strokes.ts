import { isClosed, type LineGraph } from "./line-graph";

/** Vertices away from a junction at which a chain's direction is taken. */
const look = 8;
/** Two chains run on into each other when they turn by less than this at their junction: cos 40°. */
const leastAgreement = Math.cos((40 * Math.PI) / 180);

/**
 * Joins chains across junctions where one runs straight on into another, so that a pen would not be lifted there:
 * the straightest pair of each junction first. A chain that merely ends at a junction stays its own stroke.
 */
export function joinStrokes(graph: LineGraph): LineGraph {
  const partner = pairEnds(graph);
  const { chains } = graph;
  const used = new Uint8Array(chains.length);
  const strokes: Int32Array[] = [];
  for (let chain = 0; chain < chains.length; chain++) {
    if (used[chain]) continue;
    strokes.push(follow(chains, partner, used, startOf(partner, chain)));
  }
  return { ...graph, chains: strokes };
}

/** An end is twice its chain's number, plus 1 for the chain's last vertex. */
function pairEnds(graph: LineGraph): Int32Array {
  const { chains } = graph;
  const partner = new Int32Array(chains.length * 2).fill(-1);
  const endsAt = new Map<number, number[]>();
  chains.forEach((chain, number) => {
    if (isClosed(chain)) return;
    for (const end of [0, 1]) {
      const vertex = chain[end ? chain.length - 1 : 0];
      const list = endsAt.get(vertex);
      if (list) list.push(2 * number + end);
      else endsAt.set(vertex, [2 * number + end]);
    }
  });
  for (const ends of endsAt.values()) pairJunction(graph, ends, partner);
  return partner;
}

function pairJunction(graph: LineGraph, ends: number[], partner: Int32Array): void {
  const ways = ends.map((end) => leaving(graph, end));
  const pairs: { i: number; j: number; agreement: number }[] = [];
  for (let i = 0; i < ends.length; i++) {
    for (let j = i + 1; j < ends.length; j++) {
      // Two ends of one chain may meet here; joined they would make a loop without a start.
      if (ends[i] >> 1 === ends[j] >> 1) continue;
      const agreement = -(ways[i].x * ways[j].x + ways[i].y * ways[j].y);
      if (agreement > leastAgreement || ends.length === 2) pairs.push({ i, j, agreement });
    }
  }
  pairs.sort((one, other) => other.agreement - one.agreement || one.i - other.i || one.j - other.j);
  for (const { i, j } of pairs) {
    if (partner[ends[i]] >= 0 || partner[ends[j]] >= 0) continue;
    partner[ends[i]] = ends[j];
    partner[ends[j]] = ends[i];
  }
}

/** Unit direction in which a chain leaves its end. */
function leaving(graph: LineGraph, end: number): { x: number; y: number } {
  const chain = graph.chains[end >> 1];
  const from = end & 1 ? chain[chain.length - 1] : chain[0];
  const away = Math.min(look, chain.length - 1);
  const to = end & 1 ? chain[chain.length - 1 - away] : chain[away];
  const x = graph.x[to] - graph.x[from];
  const y = graph.y[to] - graph.y[from];
  const length = Math.hypot(x, y) || 1;
  return { x: x / length, y: y / length };
}

/** The end at which the stroke through a chain begins; any of its ends when the stroke is a loop. */
function startOf(partner: Int32Array, chain: number): number {
  let end = 2 * chain;
  for (let before = partner[end]; before >= 0; before = partner[end]) {
    end = before ^ 1;
    if (end === 2 * chain) break;
  }
  return end;
}

function follow(chains: Int32Array[], partner: Int32Array, used: Uint8Array, start: number): Int32Array {
  const path: number[] = [];
  for (let end = start; end >= 0 && !used[end >> 1]; end = partner[end ^ 1]) {
    const chain = chains[end >> 1];
    used[end >> 1] = 1;
    const isReversed = (end & 1) === 1;
    for (let i = path.length ? 1 : 0; i < chain.length; i++) {
      path.push(chain[isReversed ? chain.length - 1 - i : i]);
    }
  }
  return new Int32Array(path);
}
