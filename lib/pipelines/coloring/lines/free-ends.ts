import { chainLength, endCounts, isClosed, type LineGraph } from "./line-graph";

/** Takes away chains that end in nowhere, the shortest first, until at most so many ends are left. */
export function dropFreeEnds(graph: LineGraph, most: number): LineGraph {
  const counts = endCounts(graph);
  const freeEnds = (chain: Int32Array): number =>
    isClosed(chain) ? 0 : Number(counts[chain[0]] === 1) + Number(counts[chain[chain.length - 1]] === 1);
  const loose = graph.chains
    .map((chain) => ({ chain, ends: freeEnds(chain), length: chainLength(graph, chain) }))
    .filter(({ ends }) => ends > 0)
    .sort((one, other) => other.length - one.length);
  let left = most;
  const gone = new Set<Int32Array>();
  for (const { chain, ends } of loose) {
    left -= ends;
    if (left < 0) gone.add(chain);
  }
  return { ...graph, chains: graph.chains.filter((chain) => !gone.has(chain)) };
}
