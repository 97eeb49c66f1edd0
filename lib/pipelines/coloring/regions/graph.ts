import type { Bustle } from "../kernels/bustle";
import type { Gradient } from "../kernels/gradient";
import type { Lab } from "../kernels/lab";
import { intsAt, kernels, layOut, planeAt } from "../kernels/planes/workbench";
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

/** Rows that are copied to the kernels at a time; a multiple of the 4 that share a row of the bustle. */
const bandRows = 32;

/**
 * Lays the graph of regions and the borders between them into the kernels' memory, as sums that stay true when regions
 * merge. A border's strength is the gradient across it summed over its cracks, of which so many lie in separate columns
 * and rows.
 * @param traits what the price asks about each region besides.
 */
export function layGraph(partition: Partition, surface: Surface, traits: Float32Array | null): MergingRoom {
  // Regions in one piece are a planar graph, which has fewer than three borders a region.
  for (let most = 3 * partition.count + 16; ; most *= 2) {
    const room = new GraphBench(partition, surface, traits, most).lay();
    if (room) return room;
  }
}

/** The graph and the rows that it is summed up from, laid out in the kernels' memory. */
class GraphBench {
  private readonly room: MergingRoom;
  private readonly band: Record<"labels" | "L" | "a" | "b" | "magnitude" | "x" | "y", number>;
  private readonly bustle: number;

  constructor(
    private readonly partition: Partition,
    private readonly surface: Surface,
    traits: Float32Array | null,
    most: number,
  ) {
    const { width } = surface.lab;
    const { count } = partition;
    const slotCount = 2 ** Math.ceil(Math.log2(2 * most));
    const few = [traits?.length ?? 0, surface.bustle?.plane.length ?? 0, width + 1];
    const rows = bandRows * width;
    const bands = [rows + width, rows, rows, rows, rows, rows, rows + width];
    const merging = [4 * most, most, 4 * most, 2 * count, count, count, 2 * count];
    const places = layOut(22 * count, 6 * most, slotCount, ...few, ...bands, ...merging);
    const [regions, borders, slots, traitsAt, bustle, columns, labels, L, a, b, magnitude, x, y] = places;
    const [heap, placesAt, links, areas, kept, gone, prices] = places.slice(13);
    if (traits) planeAt(traitsAt, traits.length).set(traits);
    if (surface.bustle) planeAt(bustle, surface.bustle.plane.length).set(surface.bustle.plane);
    kernels.layGraph(regions, count, traits ? traitsAt : 0, borders, most, slots, slotCount, columns, width);
    this.bustle = surface.bustle ? bustle : 0;
    this.band = { labels, L, a, b, magnitude, x, y };
    this.room = { heap, places: placesAt, links, areas, kept, gone, prices };
  }

  /** @returns null where there are more borders than there is room for. */
  lay(): MergingRoom | null {
    const { height } = this.surface.lab;
    for (let y = 0; y < height; y += bandRows) {
      if (!this.addRows(y, Math.min(bandRows, height - y), y + bandRows >= height)) return null;
    }
    return this.room;
  }

  private addRows(first: number, rows: number, isLast: boolean): boolean {
    const { band, bustle, partition, surface } = this;
    const { lab, gradient } = surface;
    const { width } = lab;
    const start = first * width;
    const end = start + rows * width;
    const andBelow = isLast ? end : end + width;
    intsAt(band.labels, andBelow - start).set(partition.labels.subarray(start, andBelow));
    const copy = (values: Float32Array, to: number, stop: number) =>
      planeAt(to, stop - start).set(values.subarray(start, stop));
    copy(lab.L, band.L, end);
    copy(lab.a, band.a, end);
    copy(lab.b, band.b, end);
    copy(gradient.magnitude, band.magnitude, end);
    copy(gradient.x, band.x, end);
    copy(gradient.y, band.y, andBelow);
    kernels.sumRegions(band.labels, band.L, band.a, band.b, band.magnitude, width, rows);
    const stride = surface.bustle?.stride ?? 0;
    const calm = bustle && bustle + 4 * stride * (first >> 2);
    const weight = surface.bustle?.weight ?? 0;
    return Boolean(kernels.sumBorders(band.labels, band.x, band.y, calm, stride, weight, width, rows, isLast));
  }
}
