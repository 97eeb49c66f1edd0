import { isClosed, type LineGraph } from "./line-graph";

/**
 * Strokes laid out one behind the other, so that the neighbours of a place are the places before and behind it. A closed
 * stroke begins with its last vertex but one. A vertex is led at one place, its home inside the first stroke that passes
 * through it, and copied to the others; one that no stroke passes through, or that may not move, has none.
 */
export interface Threads {
  /** Vertex at each place. */
  vertex: Int32Array;
  /** First place of each stroke and, at the end, the number of places. */
  starts: Int32Array;
  /** Places that are copied, and for each of them the home it is copied from. */
  copies: Int32Array;
  homes: Int32Array;
  /** Places whose vertex stays where it is. */
  still: Int32Array;
}

export function threadsOf(strokes: LineGraph): Threads {
  const starts = placesOf(strokes.chains);
  const vertex = new Int32Array(starts[strokes.chains.length]);
  const home = new Int32Array(strokes.x.length).fill(-1);
  for (const [number, chain] of strokes.chains.entries()) {
    const lead = isClosed(chain) ? 1 : 0;
    const first = starts[number] + lead;
    if (lead) vertex[starts[number]] = chain[chain.length - 2];
    vertex.set(chain, first);
    for (let i = 1; i < chain.length - 1; i++) if (home[chain[i]] < 0) home[chain[i]] = first + i;
    if (lead && home[chain[0]] < 0) home[chain[0]] = first;
  }
  const isHeld = (place: number) => strokes.fixed[vertex[place]] || home[vertex[place]] < 0;
  const away: number[] = [];
  const still: number[] = [];
  for (let place = 0; place < vertex.length; place++) {
    if (isHeld(place)) still.push(place);
    else if (home[vertex[place]] !== place) away.push(place);
  }
  const copies = new Int32Array(away);
  return { vertex, starts, copies, homes: copies.map((place) => home[vertex[place]]), still: new Int32Array(still) };
}

function placesOf(chains: Int32Array[]): Int32Array {
  const starts = new Int32Array(chains.length + 1);
  for (let i = 0; i < chains.length; i++) starts[i + 1] = starts[i] + chains[i].length + (isClosed(chains[i]) ? 1 : 0);
  return starts;
}
