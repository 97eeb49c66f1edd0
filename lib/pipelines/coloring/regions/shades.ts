import { eachComponent } from "../kernels/components";
import { kernels } from "../kernels/planes/workbench";
import { borrowInts, giveBack } from "../kernels/shelf";
import { compact } from "./absorb";
import type { Surface } from "./graph";
import { mergeRegions, type Price } from "./merging";
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
export function mergeShades(whole: Partition, surface: Surface, ink: Uint8Array): Partition {
  const { width, height } = surface.lab;
  const partition = partAtInk(whole, ink, width, height);
  const isPaper = Float32Array.from(atEdge(partition, width, height));
  const merged = compact(partition, mergeRegions(partition, surface, shadesPrice(isPaper)));
  giveBack(partition.labels);
  return merged;
}

const shadesPrice = (isPaper: Float32Array): Price => ({
  set: () => kernels.priceShades(Math.cos((sameHue * Math.PI) / 180), leastChroma, mostApart),
  traits: isPaper,
});

/** Gives what lies within outlines labels of its own: white inside is not the paper round it. */
function partAtInk({ labels, count }: Partition, ink: Uint8Array, width: number, height: number): Partition {
  const edge = atEdge({ labels, count }, width, height);
  const isOpen = new Uint8Array(labels.length);
  const parted = borrowInts(labels.length);
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
