import type { Bustle } from "../kernels/bustle";
import type { Gradient } from "../kernels/gradient";
import type { Lab } from "../kernels/lab";
import type { Partition } from "./watershed";

/**
 * Regions and the borders between them, as sums that stay true when regions merge.
 * A border's `strength` is the gradient across it summed over its cracks, of which `across` separate columns and
 * `down` rows; `radius` is that of the largest circle known to fit in a region, in pixels.
 */
export interface RegionGraph {
  regions: number;
  area: Float64Array;
  L: Float64Array;
  a: Float64Array;
  b: Float64Array;
  texture: Float64Array;
  /** What the four sums are by area. */
  means: Record<"L" | "a" | "b" | "texture", Float64Array>;
  radius: Float32Array;
  borders: number;
  from: Int32Array;
  to: Int32Array;
  strength: Float64Array;
  across: Float64Array;
  down: Float64Array;
}

/** @param bustle what is taken off the gradient along borders, if anything. */
export function buildRegionGraph(partition: Partition, lab: Lab, gradient: Gradient, bustle?: Bustle): RegionGraph {
  const graph = emptyGraph(partition.count);
  for (let y = 0; y < lab.height; y++) sumRegions(partition.labels, y * lab.width, lab, gradient, graph);
  for (let region = 0; region < graph.regions; region++) takeMeans(graph, region);
  const index = new BorderIndex(graph);
  for (let y = 0; y < lab.height; y++) sumBorders(partition.labels, y, lab, gradient, bustle ?? null, index);
  return graph;
}

function emptyGraph(regions: number): RegionGraph {
  const capacity = Math.max(16, regions * 4);
  return {
    regions,
    area: new Float64Array(regions),
    L: new Float64Array(regions),
    a: new Float64Array(regions),
    b: new Float64Array(regions),
    texture: new Float64Array(regions),
    means: {
      L: new Float64Array(regions),
      a: new Float64Array(regions),
      b: new Float64Array(regions),
      texture: new Float64Array(regions),
    },
    radius: new Float32Array(regions),
    borders: 0,
    from: new Int32Array(capacity),
    to: new Int32Array(capacity),
    strength: new Float64Array(capacity),
    across: new Float64Array(capacity),
    down: new Float64Array(capacity),
  };
}

/** Adds the row of pixels that begins at `first`. A run of one region is summed up before it is written down. */
function sumRegions(labels: Int32Array, first: number, lab: Lab, gradient: Gradient, graph: RegionGraph): void {
  const { area, L, a, b, texture } = graph;
  const { magnitude } = gradient;
  const end = first + lab.width;
  for (let i = first; i < end; ) {
    const region = labels[i];
    const start = i;
    let sumL = 0;
    let sumA = 0;
    let sumB = 0;
    let sumTexture = 0;
    do {
      sumL += lab.L[i];
      sumA += lab.a[i];
      sumB += lab.b[i];
      sumTexture += magnitude[i];
      i++;
    } while (i < end && labels[i] === region);
    area[region] += i - start;
    L[region] += sumL;
    a[region] += sumA;
    b[region] += sumB;
    texture[region] += sumTexture;
  }
}

/** Brings a region's means up to its sums. */
export function takeMeans({ area, L, a, b, texture, means }: RegionGraph, region: number): void {
  const pixels = area[region];
  means.L[region] = L[region] / pixels;
  means.a[region] = a[region] / pixels;
  means.b[region] = b[region] / pixels;
  means.texture[region] = texture[region] / pixels;
}

/** How many times the bustle round it is taken off a border: grass and fur have no borders inside. */
const bustleWeight = 0.4;
const nothing = new Float32Array();

/** Adds the cracks to the right of and below a row of pixels. */
function sumBorders(
  labels: Int32Array,
  y: number,
  { width, height }: Lab,
  gradient: Gradient,
  bustle: Bustle | null,
  index: BorderIndex,
): void {
  const { strength, across, down } = index.graph;
  const { x: gx, y: gy } = gradient;
  const calm = bustle?.plane ?? nothing;
  const row = bustle ? (y >> 2) * bustle.stride : 0;
  // What lies below the last row is the row itself, from which nothing parts it.
  const below = y < height - 1 ? width : 0;
  // Cracks side by side mostly belong to one border.
  let lastOwn = -1;
  let lastUnder = -1;
  let lastBorder = -1;
  for (let x = 0, i = y * width; x < width; x++, i++) {
    const own = labels[i];
    const beside = x < width - 1 ? labels[i + 1] : own;
    const under = labels[i + below];
    if (beside === own && under === own) continue;
    const quiet = bustle ? bustleWeight * calm[row + (x >> 2)] : 0;
    if (beside !== own) {
      const border = index.between(own, beside);
      strength[border] += (gx[i] > gx[i + 1] ? gx[i] : gx[i + 1]) - quiet;
      across[border]++;
    }
    if (under !== own) {
      const border = own === lastOwn && under === lastUnder ? lastBorder : index.between(own, under);
      lastOwn = own;
      lastUnder = under;
      lastBorder = border;
      strength[border] += (gy[i] > gy[i + width] ? gy[i] : gy[i + width]) - quiet;
      down[border]++;
    }
  }
}

/** Finds the border of two regions by open addressing; a planar graph has fewer than three borders a region. */
class BorderIndex {
  private readonly slots: Int32Array;
  private readonly mask: number;

  constructor(readonly graph: RegionGraph) {
    let size = 64;
    while (size < graph.regions * 8) size *= 2;
    this.slots = new Int32Array(size).fill(-1);
    this.mask = size - 1;
  }

  between(one: number, other: number): number {
    const { graph, slots, mask } = this;
    const from = one < other ? one : other;
    const to = one < other ? other : one;
    let slot = (Math.imul(from, 0x9e3779b1) ^ Math.imul(to, 0x85ebca6b)) >>> 7;
    for (;;) {
      slot &= mask;
      const border = slots[slot];
      if (border < 0) break;
      if (graph.from[border] === from && graph.to[border] === to) return border;
      slot++;
    }
    const border = graph.borders++;
    slots[slot] = border;
    graph.from[border] = from;
    graph.to[border] = to;
    return border;
  }
}

/** Length of a border in pixels, from its cracks; true for straight ones of any direction. */
export const borderLength = (graph: RegionGraph, border: number): number =>
  Math.sqrt(graph.across[border] * graph.across[border] + graph.down[border] * graph.down[border]);

/** Distance of two regions' mean colours in CIELAB. */
export function colourDistance(graph: RegionGraph, one: number, other: number): number {
  const { L, a, b } = graph.means;
  const dL = L[one] - L[other];
  const da = a[one] - a[other];
  const db = b[one] - b[other];
  return Math.sqrt(dL * dL + da * da + db * db);
}
