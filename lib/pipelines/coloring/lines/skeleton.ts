import { pixelsOf } from "../kernels/mask";
import { rootOf } from "../kernels/roots";
import { borrowBytes, borrowInts, giveBack } from "../kernels/shelf";
import { chainLength, endCounts, isClosed, type LineGraph } from "./line-graph";

/**
 * Lines one pixel wide as a graph: vertices are pixel centres. A diagonal link counts only where no two straight
 * links lead the same way, so that stairs do not look like junctions.
 */
export function traceSkeleton(mask: Uint8Array, width: number, height: number): LineGraph {
  const pixels = pixelsOf(mask);
  const links = linkPixels(mask, pixels, width, height);
  const steps = [-width, -width + 1, 1, width + 1, width, width - 1, -1, -width - 1];
  const degree = borrowBytes(links.length);
  for (const pixel of pixels) degree[pixel] = countBits(links[pixel]);
  const chains: Int32Array[] = [];
  for (const junctionsFirst of [true, false]) {
    for (const pixel of pixels) {
      if (!links[pixel] || (junctionsFirst && degree[pixel] === 2)) continue;
      while (links[pixel]) chains.push(walk(links, degree, steps, pixel));
    }
  }
  giveBack(links, degree);
  return toGraph(chains, width, height);
}

function countBits(set: number): number {
  let bits = 0;
  for (let rest = set; rest; rest &= rest - 1) bits++;
  return bits;
}

/** For each pixel of the mask the set of neighbours it is linked to: bit 0 north, then clockwise. */
function linkPixels(mask: Uint8Array, pixels: Int32Array, width: number, height: number): Uint8Array {
  const links = borrowBytes(mask.length);
  for (const pixel of pixels) links[pixel] = linksOf(mask, width, height, pixel);
  return links;
}

function linksOf(mask: Uint8Array, width: number, height: number, pixel: number): number {
  const y = (pixel / width) | 0;
  const x = pixel - y * width;
  if (!inside(mask, width, height, x, y)) return 0;
  const north = inside(mask, width, height, x, y - 1);
  const east = inside(mask, width, height, x + 1, y);
  const south = inside(mask, width, height, x, y + 1);
  const west = inside(mask, width, height, x - 1, y);
  let set = north | (east << 2) | (south << 4) | (west << 6);
  if (!north && !east && inside(mask, width, height, x + 1, y - 1)) set |= 2;
  if (!south && !east && inside(mask, width, height, x + 1, y + 1)) set |= 8;
  if (!south && !west && inside(mask, width, height, x - 1, y + 1)) set |= 32;
  if (!north && !west && inside(mask, width, height, x - 1, y - 1)) set |= 128;
  return set;
}

/** The mask without the picture's rim, which carries no links. */
function inside(mask: Uint8Array, width: number, height: number, x: number, y: number): number {
  return x > 0 && y > 0 && x < width - 1 && y < height - 1 ? mask[y * width + x] : 0;
}

function walk(links: Uint8Array, degree: Uint8Array, steps: number[], start: number): Int32Array {
  const path = [start];
  let pixel = start;
  do {
    const direction = 31 - Math.clz32(links[pixel] & -links[pixel]);
    const next = pixel + steps[direction];
    links[pixel] &= ~(1 << direction);
    links[next] &= ~(1 << ((direction + 4) % 8));
    pixel = next;
    path.push(pixel);
  } while (degree[pixel] === 2 && links[pixel]);
  return new Int32Array(path);
}

function toGraph(chains: Int32Array[], width: number, height: number): LineGraph {
  const vertexOf = borrowInts(width * height).fill(-1);
  let count = 0;
  for (const chain of chains) for (const pixel of chain) if (vertexOf[pixel] < 0) vertexOf[pixel] = count++;
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  for (const chain of chains) {
    for (let i = 0; i < chain.length; i++) {
      const vertex = vertexOf[chain[i]];
      x[vertex] = (chain[i] % width) + 0.5;
      y[vertex] = ((chain[i] / width) | 0) + 0.5;
      chain[i] = vertex;
    }
  }
  giveBack(vertexOf);
  return { x, y, fixed: new Uint8Array(count), softness: new Float32Array(count), chains };
}

/** Takes away side twigs of a skeleton: chains shorter than `shortest` pixels that end free at one end only. */
export function pruneTwigs(graph: LineGraph, shortest: number): LineGraph {
  const ends = endCounts(graph);
  const chains = graph.chains.filter((chain) => {
    if (isClosed(chain)) return true;
    const free = Number(ends[chain[0]] === 1) + Number(ends[chain[chain.length - 1]] === 1);
    return free !== 1 || chainLength(graph, chain) >= shortest;
  });
  return { ...graph, chains };
}

/** Takes away whole drawings (connected chains) shorter than `shortest` pixels in all. */
export function dropShortDrawings(graph: LineGraph, shortest: number): LineGraph {
  const root = new Int32Array(graph.x.length);
  for (let vertex = 0; vertex < root.length; vertex++) root[vertex] = vertex;
  for (const chain of graph.chains) {
    const one = rootOf(root, chain[0]);
    const other = rootOf(root, chain[chain.length - 1]);
    if (one !== other) root[Math.max(one, other)] = Math.min(one, other);
  }
  const length = new Float64Array(graph.x.length);
  for (const chain of graph.chains) length[rootOf(root, chain[0])] += chainLength(graph, chain);
  return { ...graph, chains: graph.chains.filter((chain) => length[rootOf(root, chain[0])] >= shortest) };
}
