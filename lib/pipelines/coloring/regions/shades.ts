import { eachComponent } from "../kernels/components";
import type { Gradient } from "../kernels/gradient";
import type { Lab } from "../kernels/lab";
import { compact } from "./absorb";
import { agglomerate, type MergeCost } from "./agglomerate";
import { buildRegionGraph, colourDistance, type RegionGraph } from "./graph";
import type { Partition } from "./watershed";

/** Colours of one hue differ by at most this angle, in degrees; with less chroma than this a colour has no hue. */
const sameHue = 32;
const leastChroma = 12;
/** Farther apart than this in CIELAB they are two colours, however alike their hues: brown on orange, cream on brown. */
const mostApart = 36;

/**
 * Merges the shades of what the pen drew: neighbours of one hue, of which neither reaches the picture's edge without
 * crossing ink. Where a pen drew the outlines, a border that it left out between two shades is shading.
 */
export function mergeShades(whole: Partition, lab: Lab, gradient: Gradient, ink: Uint8Array): Partition {
  const partition = partAtInk(whole, ink, lab.width, lab.height);
  const graph = buildRegionGraph(partition, lab, gradient);
  const isPaper = atEdge(partition, lab.width, lab.height);
  const into = new Int32Array(partition.count).map((_, i) => i);
  agglomerate(graph, new CostOfShades(isPaper), (kept, gone) => {
    into[gone] = kept;
  });
  return compact(partition.labels, into);
}

class CostOfShades implements MergeCost {
  constructor(private readonly isPaper: Uint8Array) {}

  of(graph: RegionGraph, one: number, other: number): number {
    const { isPaper } = this;
    if (isPaper[one] || isPaper[other] || !isOneHue(graph, one, other)) return Number.POSITIVE_INFINITY;
    const apart = colourDistance(graph, one, other);
    return apart < mostApart ? apart : Number.POSITIVE_INFINITY;
  }
}

function isOneHue({ a, b, area }: RegionGraph, one: number, other: number): boolean {
  const chroma = (region: number) => Math.hypot(a[region], b[region]) / area[region];
  const [first, second] = [chroma(one), chroma(other)];
  if (first < leastChroma || second < leastChroma) return first < leastChroma && second < leastChroma;
  const turn = Math.atan2(a[one] * b[other] - b[one] * a[other], a[one] * a[other] + b[one] * b[other]);
  return Math.abs(turn) <= (sameHue * Math.PI) / 180;
}

/** Gives what lies within outlines labels of its own: white inside is not the paper round it. */
function partAtInk({ labels, count }: Partition, ink: Uint8Array, width: number, height: number): Partition {
  const edge = atEdge({ labels, count }, width, height);
  const isOpen = new Uint8Array(labels.length);
  const parted = new Int32Array(labels.length);
  for (let i = 0; i < labels.length; i++) {
    isOpen[i] = !ink[i] && edge[labels[i]] ? 1 : 0;
    parted[i] = labels[i] + count;
  }
  eachComponent(isOpen, width, height, (pixels, size) => {
    if (!reachesEdge(pixels, size, width, height)) return;
    for (let i = 0; i < size; i++) parted[pixels[i]] = labels[pixels[i]];
  });
  return { labels: parted, count: 2 * count };
}

function reachesEdge(pixels: Int32Array, size: number, width: number, height: number): boolean {
  for (let i = 0; i < size; i++) {
    const x = pixels[i] % width;
    if (x === 0 || x === width - 1 || pixels[i] < width || pixels[i] >= (height - 1) * width) return true;
  }
  return false;
}

function atEdge({ labels, count }: Partition, width: number, height: number): Uint8Array {
  const touches = new Uint8Array(count);
  for (let x = 0; x < width; x++) touches[labels[x]] = touches[labels[labels.length - 1 - x]] = 1;
  for (let y = 0; y < height; y++) touches[labels[y * width]] = touches[labels[y * width + width - 1]] = 1;
  return touches;
}
