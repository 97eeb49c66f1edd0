import { closing } from "../kernels/closing";
import { eachComponent } from "../kernels/components";
import { halve, halved, layEnlarged } from "../kernels/half";
import type { Lab } from "../kernels/lab";
import { bytesAt, kernels, planeAt } from "../kernels/planes/workbench";
import { copyBytes, copyFloats, giveBack } from "../kernels/shelf";

/** A connected thin thing of one tone, as letters are. Lengths are pixels; right and bottom lie outside. */
export interface Mark {
  pixels: Int32Array;
  /** Pixels of a row of the picture. */
  stride: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** Mean width of its strokes. */
  stroke: number;
  /** How far its tone is from the ground's, negative where it is lighter, in units of L. */
  contrast: number;
  /** L of the ground that it stands on. */
  ground: number;
  /** Mean colour. */
  a: number;
  b: number;
  /** Part of what lies just outside its outline that is plain ground, 0 to 1. */
  clear: number;
}

/** Fainter things are no writing, in units of L. */
const leastContrast = 20;
/** A pixel belongs to a mark from this part of the mark's greatest contrast on. */
const flank = 0.5;
/** Ground is plain where it is at most this part as deep as the mark, so many pixels outside its outline. */
const plain = 0.25;
const outside = 3;
/** Smallest mark, in pixels. */
const leastPixels = 5;

/**
 * Thin things that are darker or lighter than the ground under them, which is what a closing, or for light ones an opening,
 * by a square leaves (top-hats; Serra 1982, chapter XII). Each keeps what has half of its own contrast: letters that a blur
 * runs into each other come apart.
 * @param limits `widest` is the widest stroke looked for and `largest` the longest side of a mark, in pixels; `share` is the
 * part of the picture from which on what is found is its texture.
 */
export function findMarks(lab: Lab, limits: MarkLimits): Mark[] {
  const half = halve(lab.L, lab.width, lab.height);
  const dark = marksOf(lab, half, limits, 1);
  for (let start = 0; start < half.length; start += lab.width)
    negate(half, start, Math.min(half.length, start + lab.width));
  const light = marksOf(lab, half, limits, -1);
  giveBack(half);
  return [...dark, ...light];
}

interface MarkLimits {
  widest: number;
  largest: number;
  share: number;
}

function negate(values: Float32Array, start: number, end: number): void {
  for (let i = start; i < end; i++) values[i] = -values[i];
}

/** @param half L at half the resolution, times the sign. @param sign 1 for dark marks, -1 for light ones. */
function marksOf(lab: Lab, half: Float32Array, { widest, largest, share }: MarkLimits, sign: number): Mark[] {
  const { width, height } = lab;
  const found = depthBelowGround(lab, half, Math.max(1, Math.ceil(widest / 4)), sign, share);
  if (!found) return [];
  const { depth, mask } = found;
  eachComponent(mask, width, height, (pixels, size) => keepFlanks(mask, depth, pixels.subarray(0, size)));
  const marks: Mark[] = [];
  eachComponent(mask, width, height, (pixels, size) => {
    if (size < leastPixels) return;
    const box = boxOf(pixels.subarray(0, size), width);
    if (Math.max(box.right - box.left, box.bottom - box.top) > largest) return;
    marks.push(markOf(lab, mask, depth, pixels.slice(0, size), box, sign));
  });
  giveBack(depth, mask);
  return marks;
}

/**
 * How much darker, or with sign -1 lighter, each pixel is than its ground, and 1 on what may belong to a mark, flanks of
 * the faintest marks among it; null where more than `share` is deep enough for a mark by itself.
 * @param reach pixels at half the resolution.
 */
function depthBelowGround({ L, width, height }: Lab, half: Float32Array, reach: number, sign: number, share: number) {
  const n = L.length;
  const closed = closing(half, halved(width), halved(height), reach);
  const [depth, light, mask] = layEnlarged(closed, width, height, n, Math.ceil(n / 4));
  giveBack(closed);
  planeAt(light, n).set(L);
  const deep = kernels.markDepth(depth, light, n, sign, flank * leastContrast, leastContrast, mask);
  return deep > share * n ? null : { depth: copyFloats(planeAt(depth, n)), mask: copyBytes(bytesAt(mask, n)) };
}

function keepFlanks(mask: Uint8Array, depth: Float32Array, pixels: Int32Array): void {
  const deepest = deepestOf(depth, pixels);
  const least = deepest > leastContrast ? flank * deepest : Number.POSITIVE_INFINITY;
  for (const i of pixels) if (depth[i] < least) mask[i] = 0;
}

function deepestOf(depth: Float32Array, pixels: Int32Array): number {
  let most = 0;
  for (const i of pixels) if (depth[i] > most) most = depth[i];
  return most;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function boxOf(pixels: Int32Array, width: number): Box {
  let [left, right] = [width, 0];
  for (const i of pixels) {
    const x = i % width;
    if (x < left) left = x;
    if (x >= right) right = x + 1;
  }
  let [first, last] = [pixels[0], pixels[0]];
  for (const i of pixels) {
    if (i < first) first = i;
    if (i > last) last = i;
  }
  return { left, right, top: Math.floor(first / width), bottom: Math.floor(last / width) + 1 };
}

function markOf(lab: Lab, mask: Uint8Array, depth: Float32Array, pixels: Int32Array, box: Box, sign: number): Mark {
  const { L, a, b, width } = lab;
  let [ground, sumA, sumB] = [0, 0, 0];
  for (const i of pixels) {
    ground += L[i] + sign * depth[i];
    sumA += a[i];
    sumB += b[i];
  }
  const count = pixels.length;
  const deepest = deepestOf(depth, pixels);
  const { cracks, clear } = outlineOf(pixels, mask, depth, width, plain * deepest);
  const tone = { ground: ground / count, a: sumA / count, b: sumB / count, contrast: sign * deepest };
  return { pixels, stride: width, ...box, ...tone, stroke: (2 * count) / cracks, clear };
}

/** What `mask` says of the pixels of the mark that is looked at. */
const own = 2;

/**
 * Length of a mark's outline in sides of pixels, and how much of it has ground outside that is as shallow as `most`: a part
 * of what does not look across an eye, or a bay, at the mark itself.
 */
function outlineOf(pixels: Int32Array, mask: Uint8Array, depth: Float32Array, width: number, most: number) {
  const steps = [-1, 1, -width, width];
  let [cracks, inner, plainOnes] = [0, 0, 0];
  for (const i of pixels) mask[i] = own;
  for (const i of pixels) {
    for (const step of steps) {
      if (mask[i + step]) continue;
      cracks++;
      if (mask[i + outside * step] === own) inner++;
      else if (depth[i + outside * step] <= most) plainOnes++;
    }
  }
  for (const i of pixels) mask[i] = 1;
  return { cracks, clear: plainOnes / Math.max(1, cracks - inner) };
}
