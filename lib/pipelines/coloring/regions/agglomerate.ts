import { type RegionGraph, takeMeans } from "./graph";
import { IndexedHeap } from "./heap";

/**
 * Price of merging the two regions of a border; Infinity forbids it. Reads the graph's sums as they stand. It is asked
 * several times a merge; as the method of a class it answers sooner than as a function made for the occasion.
 */
export interface MergeCost {
  of(graph: RegionGraph, one: number, other: number, border: number): number;
}

const none = -1;
/** Marks a neighbour of which it is not known yet whether it has a border with the region that stays. */
const asked = -2;

/**
 * Merges neighbouring regions, cheapest border first, until only forbidden borders are left. The graph's sums are
 * changed in place. Borders that a merge did not touch are priced again only when they come to the top
 * (lazy greedy), which keeps the work near-linear for regions with hundreds of neighbours.
 * @param merged hears each merge in order: what stays, what went, at what cost.
 */
export function agglomerate(
  graph: RegionGraph,
  cost: MergeCost,
  merged: (kept: number, gone: number, cost: number) => void,
): void {
  const incident = new IncidenceLists(graph);
  const heap = new IndexedHeap(graph.borders);
  for (let border = 0; border < graph.borders; border++) {
    heap.set(border, cost.of(graph, graph.from[border], graph.to[border], border));
  }
  const borderTo = new Int32Array(graph.regions).fill(none);
  while (heap.size) {
    const border = heap.peek();
    const believed = heap.keyOf(border);
    if (believed === Number.POSITIVE_INFINITY) return;
    const now = cost.of(graph, graph.from[border], graph.to[border], border);
    if (now > believed) {
      heap.set(border, now);
      continue;
    }
    const fromIsLonger = incident.count[graph.from[border]] >= incident.count[graph.to[border]];
    const kept = fromIsLonger ? graph.from[border] : graph.to[border];
    const gone = fromIsLonger ? graph.to[border] : graph.from[border];
    heap.delete(border);
    incident.remove(kept, border);
    addRegion(graph, kept, gone);
    merged(kept, gone, now);
    moveBorders(graph, incident, heap, borderTo, kept, gone, border, cost);
  }
}

function addRegion(graph: RegionGraph, kept: number, gone: number): void {
  graph.area[kept] += graph.area[gone];
  graph.L[kept] += graph.L[gone];
  graph.a[kept] += graph.a[gone];
  graph.b[kept] += graph.b[gone];
  graph.texture[kept] += graph.texture[gone];
  takeMeans(graph, kept);
  if (graph.radius[gone] > graph.radius[kept]) graph.radius[kept] = graph.radius[gone];
}

/** Hands the borders of `gone` to `kept`; two borders with the same neighbour become one. */
function moveBorders(
  graph: RegionGraph,
  incident: IncidenceLists,
  heap: IndexedHeap,
  borderTo: Int32Array,
  kept: number,
  gone: number,
  crossed: number,
  cost: MergeCost,
): void {
  findTwins(graph, incident, borderTo, kept, gone);
  const { from, to } = graph;
  for (let k = incident.first(gone), after = none; k >= 0; k = after) {
    after = incident.next[k];
    const border = k >> 1;
    const other = from[border] === gone ? to[border] : from[border];
    const twin = borderTo[other];
    borderTo[other] = none;
    if (border === crossed) continue;
    if (twin >= 0) {
      graph.strength[twin] += graph.strength[border];
      graph.across[twin] += graph.across[border];
      graph.down[twin] += graph.down[border];
      heap.delete(border);
      incident.remove(other, border);
      heap.set(twin, cost.of(graph, kept, other, twin));
    } else {
      if (from[border] === gone) from[border] = kept;
      else to[border] = kept;
      incident.insert(kept, k);
      heap.set(border, cost.of(graph, kept, other, border));
    }
  }
}

/** Notes for each neighbour of `gone` its border with `kept`, if it has one. */
function findTwins(
  { from, to }: RegionGraph,
  incident: IncidenceLists,
  borderTo: Int32Array,
  kept: number,
  gone: number,
): void {
  for (let k = incident.first(gone); k >= 0; k = incident.next[k]) {
    const border = k >> 1;
    borderTo[from[border] === gone ? to[border] : from[border]] = asked;
  }
  for (let k = incident.first(kept); k >= 0; k = incident.next[k]) {
    const border = k >> 1;
    const other = from[border] === kept ? to[border] : from[border];
    if (borderTo[other] === asked) borderTo[other] = border;
  }
}

/** For each region a doubly linked list of its borders. Border e hangs in as 2e at one end and 2e + 1 at the other. */
class IncidenceLists {
  readonly next: Int32Array;
  readonly count: Int32Array;
  private readonly previous: Int32Array;
  private readonly heads: Int32Array;
  private readonly owner: Int32Array;

  constructor(graph: RegionGraph) {
    this.next = new Int32Array(graph.borders * 2);
    this.previous = new Int32Array(graph.borders * 2);
    this.owner = new Int32Array(graph.borders * 2);
    this.heads = new Int32Array(graph.regions).fill(none);
    this.count = new Int32Array(graph.regions);
    for (let border = 0; border < graph.borders; border++) {
      this.insert(graph.from[border], 2 * border);
      this.insert(graph.to[border], 2 * border + 1);
    }
  }

  first(region: number): number {
    return this.heads[region];
  }

  insert(region: number, link: number): void {
    const head = this.heads[region];
    this.next[link] = head;
    this.previous[link] = none;
    if (head >= 0) this.previous[head] = link;
    this.heads[region] = link;
    this.owner[link] = region;
    this.count[region]++;
  }

  remove(region: number, border: number): void {
    const link = this.owner[2 * border] === region ? 2 * border : 2 * border + 1;
    const before = this.previous[link];
    const after = this.next[link];
    if (before >= 0) this.next[before] = after;
    else this.heads[region] = after;
    if (after >= 0) this.previous[after] = before;
    this.count[region]--;
  }
}
