import type { DrawingOptions } from "./rasterizer";

/** Most pixels of a drawing: resvg keeps several layers of them. */
const mostPixels = 8_000_000;
/** With filters, whose time grows with the pixels times their radius in pixels; a radius squared for feMorphology. */
const mostFiltered = 500_000;
const mostMorphed = 60_000;
/** Nanoseconds of any drawing, estimated: to read it and to begin; then for each element in it. */
const drawing = 1e6;
const element = 5_000;

/** Elements of a drawing: each takes its time, however few pixels there are. */
const mostElements = 40_000;
/** Vertices of a drawing with markers: contents of each are drawn in full, however few pixels it has. */
const mostMarkers = 4_000;

/** Nanoseconds for each pixel, estimated: to pack it as PNG, a layer laid over another, a step of a filter, and so on. */
const packing = 40;
/** Half of what one takes that is as large as the drawing, since most are not; so of pictures in it, which are smoothed. */
const layer = 12;
const image = 40;
const filterStep = 300;
const morphology = 20_000;
const octave = 400;
const patternFill = 200;
const kernelCell = 10;

/** Of CSS's filters by name those that blur, and how many steps one is at most. */
const filterFunction = /\b(?:blur|drop-shadow)\(/g;
const stepsOfFunction = 4;

/** What drawing an SVG takes, estimated; in nanoseconds. */
export interface DrawingCost {
  /** However few pixels it has. */
  fixed: number;
  /** Every layer, and every step of a filter, goes over all pixels. */
  perPixel: number;
  /** Pixels beyond which it is not drawn in any case. */
  mostPixels: number;
}

export function costOf(svg: string, { plainFilters = false, filterSpread = 1 }: DrawingOptions): DrawingCost {
  if (plainFilters) return { fixed: drawing, perPixel: layer, mostPixels };
  const filtered = svg.includes("<fe") || count(svg, filterFunction) > 0;
  const most = svg.includes("feMorphology") ? mostMorphed : filtered ? mostFiltered : mostPixels;
  const fixed = drawing + element * count(svg, /<[a-z]/g);
  return {
    fixed,
    perPixel:
      packing +
      layer * layersIn(svg) +
      image * count(svg, /<image/g) +
      patternFill * count(svg, /<pattern/g) +
      filtersIn(svg, filterSpread),
    mostPixels: most,
  };
}

/** Groups that are drawn apart and then laid over what is there; the drawing itself is one, and so is each marker. */
function layersIn(svg: string): number {
  const markers = /\smarker-(?:start|mid|end)="/.test(svg) ? count(svg, /[\d.]+/g) / 2 : 0;
  if (markers > mostMarkers || count(svg, /<[a-z]/g) > mostElements) return Number.POSITIVE_INFINITY;
  return 1 + markers + count(svg, /\s(?:opacity|mask|clip-path|filter)="|mix-blend-mode|isolation:isolate/g);
}

/** All filters' time for a pixel, as if each of those who have one had the average. */
function filtersIn(svg: string, spread: number): number {
  const steps = filterStep * count(svg, /<fe[A-Z]/g) + morphology * count(svg, /<feMorphology/g);
  const own = steps + octave * octavesIn(svg) + kernelCell * cellsIn(svg);
  const users = count(svg, /\sfilter="/g) / Math.max(1, count(svg, /<filter[\s>]/g));
  const functions = stepsOfFunction * filterStep * count(svg, filterFunction);
  return (own * users + functions) * Math.max(spread, regionIn(svg));
}

/** How much larger than the picture the largest filter region is that the text tells of, transforms aside. At least 1. */
function regionIn(svg: string): number {
  const [, width, height] = /viewBox="\S+ \S+ (\S+) ([^"\s]+)"/.exec(svg) ?? [];
  let most = 1;
  for (const [tag] of svg.matchAll(/<filter\s[^>]*>/g)) {
    if (!tag.includes("userSpaceOnUse")) continue;
    const side = (name: string) => Number(new RegExp(`\\s${name}="([^"]+)"`).exec(tag)?.[1]) || 0;
    most = Math.max(most, (side("width") * side("height")) / (Number(width) * Number(height)) || 1);
  }
  return most;
}

/** Noise without a number of octaves has one. */
const octavesIn = (svg: string): number =>
  count(svg, /<feTurbulence/g) + sum(svg, /<feTurbulence[^>]*\snumOctaves="([\d.e+]+)"/g, (octaves) => octaves);
const cellsIn = (svg: string): number => sum(svg, /<feConvolveMatrix[^>]*\sorder="([\d.e+]+)/g, (order) => order ** 2);

function sum(svg: string, pattern: RegExp, measure: (value: number) => number): number {
  let total = 0;
  for (const [, digits] of svg.matchAll(pattern)) total += measure(Number(digits) || 0);
  return total;
}

function count(svg: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of svg.matchAll(pattern)) found++;
  return found;
}
