import { intsAt, kernels } from "../kernels/planes/workbench";
import { layGraph, type Surface } from "./graph";
import type { Partition } from "./watershed";

/** What merging the two regions of a border costs, as kernels/planes/prices.as works it out; Infinity forbids it. */
export interface Price {
  /** Tells the kernels which price it is. */
  set(): void;
  /** What it asks about each region besides; of two that merge the greater stays. */
  traits: Float32Array | null;
}

/** Merges in their order, until the kernels' memory is used for something else. */
export interface Merges {
  count: number;
  kept: Int32Array;
  gone: Int32Array;
  prices: Float64Array;
  /** Pixels of each region before. */
  areas: Float64Array;
}

/**
 * Merges neighbouring regions, cheapest border first, until only forbidden borders are left. Of two regions the one with
 * fewer borders goes. Borders that a merge did not touch are priced again only when they come to the top (lazy greedy),
 * which keeps the work near-linear for regions with hundreds of neighbours.
 */
export function mergeRegions(partition: Partition, surface: Surface, price: Price): Merges {
  const { heap, places, links, areas, kept, gone, prices } = layGraph(partition, surface, price.traits);
  price.set();
  const count = kernels.merge(heap, places, links, areas, kept, gone, prices);
  const { buffer } = kernels.memory;
  return {
    count,
    kept: intsAt(kept, count),
    gone: intsAt(gone, count),
    prices: new Float64Array(buffer, prices, count),
    areas: new Float64Array(buffer, areas, partition.count),
  };
}
