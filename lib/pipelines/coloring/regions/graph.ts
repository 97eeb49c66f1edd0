import type { Bustle } from "../kernels/bustle";
import type { Gradient } from "../kernels/gradient";
import type { Lab } from "../kernels/lab";
import { kernels, lendAll, planeAt } from "../kernels/planes/workbench";
import type { Subject } from "../subject/find";
import type { Partition } from "./watershed";

/** What regions are told apart by. */
export interface Surface {
  lab: Lab;
  gradient: Gradient;
  /** What is taken off the gradient along borders, if anything, so many times: grass and fur have no borders inside. */
  bustle?: Bustle & { weight: number };
  /** What the picture is of, where that is known. */
  subject?: Subject | null;
}

/** Where in the kernels' memory there is room for what merging needs, until the next `layOut`. */
export interface MergingRoom {
  heap: number;
  places: number;
  links: number;
  areas: number;
  kept: number;
  gone: number;
  prices: number;
}

/**
 * Lays the graph of regions and the borders between them into the kernels' memory, as sums that stay true when regions
 * merge. A border's strength is the gradient across it summed over its cracks, of which so many lie in separate columns
 * and rows.
 * @param traits what the price asks about each region besides.
 */
export function layGraph(partition: Partition, surface: Surface, traits: Float32Array | null): MergingRoom {
  // Regions in one piece are a planar graph, which has fewer than three borders a region.
  for (let most = 3 * partition.count + 16; ; most *= 2) {
    const room = layWithin(partition, surface, traits, most);
    if (room) return room;
  }
}

/** @returns null where there are more borders than there is room for. */
function layWithin(
  { labels, count }: Partition,
  { lab, gradient, bustle }: Surface,
  traits: Float32Array | null,
  most: number,
): MergingRoom | null {
  const { width, height } = lab;
  const slotCount = 2 ** Math.ceil(Math.log2(2 * most));
  const planes = [labels, lab.L, lab.a, lab.b, gradient.magnitude, gradient.x, gradient.y, bustle?.plane ?? nothing];
  const graph = [22 * count, 6 * most, slotCount, width + 1, traits?.length ?? 0];
  const merging = [4 * most, most, 4 * most, 2 * count, count, count, 2 * count];
  const places = lendAll(planes, ...graph, ...merging);
  const [labelsAt, L, a, b, magnitude, x, y, calm] = places;
  const [regions, borders, slots, columns, traitsAt] = places.slice(planes.length);
  const [heap, placesAt, links, areas, kept, gone, prices] = places.slice(planes.length + graph.length);
  if (traits) planeAt(traitsAt, traits.length).set(traits);
  kernels.layGraph(regions, count, traits ? traitsAt : 0, borders, most, slots, slotCount, columns, width);
  kernels.sumRegions(labelsAt, L, a, b, magnitude, width, height);
  const quiet = [bustle ? calm : 0, bustle?.stride ?? 0, bustle?.weight ?? 0] as const;
  const hasRoom = kernels.sumBorders(labelsAt, x, y, ...quiet, width, height, true);
  return hasRoom ? { heap, places: placesAt, links, areas, kept, gone, prices } : null;
}

const nothing = new Float32Array();
