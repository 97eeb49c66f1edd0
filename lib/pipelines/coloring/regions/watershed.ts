import { levels, relief } from "./relief";

/** A partition: every pixel has a label from 0 to count - 1. */
export interface Partition {
  labels: Int32Array;
  count: number;
}

const outside = -2;
const unlabelled = -1;
const queued = -3;

/** Basins shallower than this are no basins of their own, in units of the relief: what noise alone digs. */
const leastDepth = 3;
/** A basin that has grown past this share of the picture when it meets another stays one, however shallow. */
const crumbShare = 2.5e-5;

/**
 * Watershed by flooding from every regional minimum (Meyer 1991), with one first-in-first-out queue per level.
 * No line pixels: every pixel belongs to a basin. Where two floods meet, the one that began less than `leastDepth`
 * below is united with the other (dynamics: Grimaud 1992), so that ripples part nothing.
 * @param height the relief; quantised linearly to 256 levels up to its 99.5th percentile.
 */
export function watershed(height: Float32Array, width: number, rows: number): Partition {
  const { surface, step } = relief(height, width, rows);
  const flood = new Flood(surface, width + 2, Math.max(1, Math.round(leastDepth / step)), crumbShare * height.length);
  flood.labelMinima();
  flood.run();
  return flood.basins(width, rows);
}

class Flood {
  private readonly labels: Int32Array;
  private readonly next: Int32Array;
  private readonly head = new Int32Array(levels).fill(-1);
  private readonly tail = new Int32Array(levels).fill(-1);
  /** For each label the basin it was united with, itself at first, and the level of its minimum. */
  private root = new Int32Array();
  private floor = new Uint8Array();
  /** Pixels flooded under each label, and what was united with it at the time. */
  private size = new Int32Array();
  private lowest = 0;

  /** @param shallow depth in levels below which a basin is united with the one it meets. */
  constructor(
    private readonly surface: Uint8Array,
    private readonly stride: number,
    private readonly shallow: number,
    private readonly crumb: number,
  ) {
    const n = surface.length;
    this.labels = new Int32Array(n).fill(unlabelled);
    this.labels.fill(outside, 0, stride).fill(outside, n - stride);
    for (let i = stride; i < n; i += stride) this.labels[i - 1] = this.labels[i] = outside;
    this.next = new Int32Array(n);
  }

  /** Gives each plateau without a lower neighbour its label. */
  labelMinima(): void {
    const { surface, labels, stride, next: stack } = this;
    const seen = new Uint8Array(surface.length);
    const floors: number[] = [];
    const sizes: number[] = [];
    for (let start = stride; start < surface.length - stride; start++) {
      if (seen[start] || labels[start] === outside) continue;
      const level = surface[start];
      if (hasLower(surface, start, stride, level)) continue;
      const size = this.gatherPlateau(start, seen);
      if (size < 0) continue;
      for (let at = 0; at < size; at++) labels[stack[at]] = floors.length;
      floors.push(level);
      sizes.push(size);
    }
    this.floor = Uint8Array.from(floors);
    this.size = Int32Array.from(sizes);
    this.root = new Int32Array(floors.length);
    for (let label = 0; label < floors.length; label++) this.root[label] = label;
  }

  /** Collects a plateau in `next`, which serves as stack; returns its size in pixels, or -1 if it is no minimum. */
  private gatherPlateau(start: number, seen: Uint8Array): number {
    const { surface, labels, stride, next: stack } = this;
    const level = surface[start];
    let isMinimum = true;
    let size = 0;
    stack[size++] = start;
    seen[start] = 1;
    for (let at = 0; at < size; at++) {
      const pixel = stack[at];
      if (isMinimum && hasLower(surface, pixel, stride, level)) isMinimum = false;
      for (let side = 0; side < 4; side++) {
        const beside = side & 2 ? (side & 1 ? pixel + stride : pixel - stride) : side & 1 ? pixel + 1 : pixel - 1;
        if (surface[beside] !== level || seen[beside] || labels[beside] === outside) continue;
        seen[beside] = 1;
        stack[size++] = beside;
      }
    }
    return isMinimum ? size : -1;
  }

  run(): void {
    const { labels, stride, head, next } = this;
    for (let i = stride; i < labels.length - stride; i++) if (labels[i] >= 0) this.queueNeighbours(i, 0);
    for (this.lowest = 0; this.lowest < levels; ) {
      const pixel = head[this.lowest];
      if (pixel < 0) {
        this.lowest++;
        continue;
      }
      head[this.lowest] = next[pixel];
      this.label(pixel);
      this.queueNeighbours(pixel, this.lowest);
    }
  }

  /** Gives a pixel the label of its lowest neighbour that has one. */
  private label(pixel: number): void {
    const { labels, surface, stride } = this;
    let label = unlabelled;
    let lowestBeside = levels;
    let isMeeting = false;
    for (let side = 0; side < 4; side++) {
      const beside = side & 2 ? (side & 1 ? pixel + stride : pixel - stride) : side & 1 ? pixel + 1 : pixel - 1;
      const other = labels[beside];
      if (other < 0) continue;
      if (label >= 0 && other !== label) isMeeting = true;
      if (surface[beside] >= lowestBeside) continue;
      lowestBeside = surface[beside];
      label = other;
    }
    labels[pixel] = label;
    this.size[label]++;
    if (isMeeting) this.meet(pixel);
  }

  private meet(pixel: number): void {
    const { labels, stride } = this;
    this.unite(labels[pixel], labels[pixel - 1]);
    this.unite(labels[pixel], labels[pixel + 1]);
    this.unite(labels[pixel], labels[pixel - stride]);
    this.unite(labels[pixel], labels[pixel + stride]);
  }

  /** Unites two basins if the shallower of them is hardly one at the level that floods now. */
  private unite(one: number, other: number): void {
    if (other < 0 || other === one) return;
    const { floor, root, size } = this;
    const a = find(root, one);
    const b = find(root, other);
    if (a === b) return;
    const isLower = floor[a] < floor[b] || (floor[a] === floor[b] && a < b);
    const deep = isLower ? a : b;
    const flat = isLower ? b : a;
    if (this.lowest - floor[flat] >= this.shallow || size[flat] > this.crumb) return;
    root[flat] = deep;
    size[deep] += size[flat];
  }

  private queueNeighbours(pixel: number, level: number): void {
    const { labels, stride } = this;
    if (labels[pixel - 1] === unlabelled) this.push(pixel - 1, level);
    if (labels[pixel + 1] === unlabelled) this.push(pixel + 1, level);
    if (labels[pixel - stride] === unlabelled) this.push(pixel - stride, level);
    if (labels[pixel + stride] === unlabelled) this.push(pixel + stride, level);
  }

  /** Queues a pixel for its own level, or for the one that floods now if that is higher. */
  private push(pixel: number, flooding: number): void {
    const { head, tail, next, surface } = this;
    const level = surface[pixel] > flooding ? surface[pixel] : flooding;
    this.labels[pixel] = queued;
    next[pixel] = -1;
    if (head[level] < 0) head[level] = pixel;
    else next[tail[level]] = pixel;
    tail[level] = pixel;
  }

  /** The labels without the rim, numbered in the order of their basins' first minima. */
  basins(width: number, rows: number): Partition {
    const { labels, root, stride } = this;
    const number = new Int32Array(root.length).fill(-1);
    let count = 0;
    for (let label = 0; label < root.length; label++) {
      const top = find(root, label);
      if (number[top] < 0) number[top] = count++;
      number[label] = number[top];
    }
    const out = new Int32Array(width * rows);
    for (let y = 0, i = 0; y < rows; y++) {
      const from = (y + 1) * stride + 1;
      for (let x = 0; x < width; x++, i++) out[i] = number[labels[from + x]];
    }
    return { labels: out, count };
  }
}

const hasLower = (surface: Uint8Array, pixel: number, stride: number, level: number): boolean =>
  surface[pixel - 1] < level ||
  surface[pixel + 1] < level ||
  surface[pixel - stride] < level ||
  surface[pixel + stride] < level;

function find(root: Int32Array, of: number): number {
  let at = of;
  while (root[at] !== at) at = root[at] = root[root[at]];
  return at;
}
