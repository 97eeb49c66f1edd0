import type { ColoringOptions } from "@/lib/contracts/coloring";
import type { StageContext } from "../pipeline";
import { chooseLines, ragReach } from "./choose";
import { aboveNoise, besideFaces, calmed, type DetailAim, detailAims, onGround } from "./detail-aims";
import { isOnFace } from "./faces/face";
import { drawFeatures } from "./faces/strokes/draw";
import { drawHairlines } from "./faces/strokes/hairline";
import { drawJaws } from "./faces/strokes/jaw";
import type { Own } from "./faces/strokes/own";
import { penFor } from "./faces/strokes/pen";
import type { Lab } from "./kernels/lab";
import { giveBack } from "./kernels/shelf";
import { awayFromInk, ledToInk, nearestTo, verticesAway } from "./lines/beside-ink";
import { traceBorders } from "./lines/cracks";
import type { Dot } from "./lines/dots";
import { dropFreeEnds } from "./lines/free-ends";
import { chainLength, isClosed, keepRuns, type LineGraph } from "./lines/line-graph";
import { refineToCrest } from "./lines/refine";
import { dropShortDrawings } from "./lines/skeleton";
import { clearOfLines, type Spot } from "./lines/spots";
import { speckMm } from "./measure/specks";
import { lengthUnit, type Outline } from "./outline";
import type { Partition } from "./regions/watershed";
import type { Subject } from "./subject/find";
import { sharesOf } from "./subject/gains";
import { type Letters, writeLetters } from "./words/letters";

export interface CleanInput {
  outline: Outline;
  options: ColoringOptions;
  /** Millimetres of paper per pixel. */
  scale: number;
  /** How often the page has been drawn before and was no good. */
  redrawn?: number;
}

/** What will be drawn, still on the pixel grid: kinds of lines, each a graph of its own, and dots. */
export interface Drawing {
  regions: number;
  borders: LineGraph;
  ink: LineGraph;
  creases: LineGraph;
  /** Upper and lower outlines of faces where no other line is. */
  hairlines: LineGraph;
  jaws: LineGraph;
  /** Eyes, brows, noses and mouths; smooth already. */
  features: LineGraph;
  ofFaces: Own;
  dots: Dot[];
  /** Small writing, smooth already. */
  letters: Letters;
}

/** A line this near to another says the same thing twice: mm on paper. */
const twinMm = 1.3;
/** A face's outline this near to another line runs along it: mm on paper. */
const jawTwinMm = 4;
/** The same beside ink, whose own half-width comes on top: nothing to color lies between. */
const besideInkMm = 2;
/** And so many of the file's own pixels, where a small one was enlarged to twice its length or more. */
const besideGrain = 0.8;
/** Where a pen outlined so much, borders that it left out are shades, and those need not close. */
const penDrewAll = 0.75;
/** The middle of ink is at most so far ahead of where it cuts a border off: mm on paper. */
const toInkMm = 6;
/** Hatching and hair of a pen are drawn as they are; where that was no good, so many of its ends may lie open. */
const mostEndsOfInk = 90;
/** And drawings that are shorter in all go: mm on paper, each time. */
const shortestAgainMm = 10;
/** And a ring round where one was is drawn from this width on: mm on paper. */
const narrowRingMm = 3;
/** Writing of this height has room for the dots of its letters: mm on paper. */
const dottedMm = 5;
/** A dot that stands for a spot is drawn where no line passes its middle so near: mm on paper. */
const aroundSpotMm = 2.2;
/** A border that is beside ink for at most so long crosses it and does not run along it: mm on paper. */
const crossInkMm = 8;

/** Stage 4: chooses the level of the hierarchy, takes away what no crayon can fill and what would be drawn twice. */
export function clean({ outline, options, scale, redrawn = 0 }: CleanInput, { span }: StageContext): Drawing {
  const calm = calmed(detailAims[options.detail], redrawn);
  const { lines: features, own: ofFaces } = drawFeatures(outline.faces, penFor(options, scale));
  const aim = besideFaces(onGround(aboveNoise(calm, outline.noise), outline.ground), ofFaces.holes);
  const { width, height } = outline.lab;
  const { partition, inside } = chooseLines(outline, aim, scale, span);
  if (outline.subject) span.set("regions.of_subject", regionsOf(outline.subject, partition));
  const traced = awayFromEdge(traceBorders(partition.labels, width, height), outline.lab, twinMm / scale);
  giveBack(partition.labels);
  softenFaint(traced, outline);
  const crestReach = Math.max(2, Math.round(ragReach * lengthUnit(outline.lab)) + 1);
  const borders = refineToCrest(traced, outline.gradient.magnitude, width, height, crestReach);
  const ink = redrawn ? calmInk(outline.ink, redrawn, scale) : outline.ink;
  const inkMask = outline.inkMask && redrawn === 1 ? ofStrokesLeft(outline.inkMask, ink, outline) : outline.inkMask;
  const between = inkMask ? betweenInk(borders, inkMask, ink, outline, aim.lineMm, scale) : borders;
  const kept = outline.inkMask && redrawn === 1 ? withoutTraces(between, outline.inkMask, outline, scale) : between;
  const creases = awayFromEdge(inside, outline.lab, twinMm / scale);
  const limits = { twin: jawTwinMm / scale, bridge: jawTwinMm / scale };
  const drawn = drawnPixels([kept, creases], width, height);
  const hairlines = drawHairlines(outline.faces, outline.lab, drawn, limits);
  const withHair = outline.faces.length ? drawnPixels([kept, creases, hairlines], width, height) : drawn;
  const jaws = drawJaws(outline.faces, withHair, width, height, limits);
  const letters = writeLetters(outline.words, {
    least: aim.letterMm / scale,
    leastWithDots: dottedMm / scale,
    shortest: speckMm / scale,
  });
  span.set("lines.letters", letters.lines.chains.length);
  span.set("regions.kept", partition.count);
  span.set("lines.borders", kept.chains.length);
  span.set("lines.ink", ink.chains.length);
  span.set("lines.creases", creases.chains.length);
  span.set("lines.features", features.chains.length);
  span.set("lines.hairlines", hairlines.chains.length);
  const beside = outline.spots.filter((spot) => !outline.faces.some((face) => isOnFace(face, spot)));
  const spots = clearOfLines(salientSpots(beside, aim), drawn, width, height, aroundSpotMm / scale);
  span.set("dots.spots", spots.length);
  const dots = [...outline.dots, ...spots];
  return { regions: partition.count, borders: kept, ink, creases, hairlines, jaws, features, ofFaces, dots, letters };
}

/** A pen's strokes without small writing and without most of what ends in nowhere, the calmer the more often it was no good. */
const calmInk = (ink: LineGraph, redrawn: number, scale: number): LineGraph =>
  dropFreeEnds(dropShortDrawings(ink, (redrawn * shortestAgainMm) / scale), mostEndsOfInk / redrawn);

/** How near to ink a border runs along it, in pixels. */
const besideInk = ({ grain, bleed }: Outline, scale: number): number =>
  Math.max(besideInkMm / scale + besideGrain * Math.max(0, grain - 2), 1.5 * bleed);

/** The mask of ink without what belongs to strokes that are no longer drawn: what they outlined gets its borders instead. */
function ofStrokesLeft(inkMask: Uint8Array, ink: LineGraph, outline: Outline): Uint8Array {
  const left = new Set(ink.chains);
  const gone = { ...ink, chains: outline.ink.chains.filter((chain) => !left.has(chain)) };
  if (!gone.chains.length) return inkMask;
  const { width, height } = outline.lab;
  const [drawn, lost] = [ink, gone].map((lines) => drawnPixels([lines], width, height));
  return nearestTo(inkMask, drawn, lost, width, height);
}

/** Without narrow rings round ink that is no longer drawn: they are what is left of its ticks, hairs and freckles. */
function withoutTraces(borders: LineGraph, inkMask: Uint8Array, outline: Outline, scale: number): LineGraph {
  const { width, height } = outline.lab;
  const away = verticesAway(borders, inkMask, width, height, besideInk(outline, scale));
  const isTrace = (chain: Int32Array): boolean =>
    isClosed(chain) && meanWidth(borders, chain) * scale < narrowRingMm && !chain.some((vertex) => away[vertex]);
  return { ...borders, chains: borders.chains.filter((chain) => !isTrace(chain)) };
}

/** Twice what a ring encloses by its length: the width of a narrow one, in pixels. */
function meanWidth(borders: LineGraph, ring: Int32Array): number {
  const { x, y } = borders;
  let doubled = 0;
  for (let i = 1; i < ring.length; i++) doubled += x[ring[i - 1]] * y[ring[i]] - x[ring[i]] * y[ring[i - 1]];
  return Math.abs(doubled) / chainLength(borders, ring);
}

/** How many regions are the subject for the most part. */
const regionsOf = (subject: Subject, partition: Partition): number =>
  sharesOf(subject, partition).filter((share) => share > 0.5).length;

const salientSpots = (spots: Spot[], { mostSpots, spotSalience }: DetailAim): Spot[] =>
  spots.slice(0, mostSpots).filter(({ salience }) => salience >= spotSalience);

/** Borders where no ink runs beside them, led on to the middle of ink that cut them off. `shortest` in mm on paper. */
function betweenInk(
  borders: LineGraph,
  inkMask: Uint8Array,
  ink: LineGraph,
  outline: Outline,
  shortest: number,
  scale: number,
): LineGraph {
  const { width, height } = outline.lab;
  const limits = { beside: besideInk(outline, scale), crossing: crossInkMm / scale, shortest: shortest / scale };
  const kept = awayFromInk(borders, inkMask, width, height, limits);
  if (outline.inked > penDrewAll) return kept;
  return ledToInk(kept, drawnPixels([ink], width, height), width, height, toInkMm / scale);
}

/** Gradient at which a border begins to be crisp, and at which it is entirely, in units of Lab. */
const crispFrom = 9;
const crispAt = 22;

/** Faint borders, in fur or shadow, are ragged by chance: the fainter a chain is on average, the softer. */
function softenFaint({ chains, x, y, softness }: LineGraph, { lab, gradient }: Outline): void {
  const { width, height } = lab;
  for (const chain of chains) {
    let sum = 0;
    for (const vertex of chain) {
      sum += gradient.magnitude[Math.min(height - 1, y[vertex]) * width + Math.min(width - 1, x[vertex])];
    }
    const strength = sum / chain.length;
    const soft = Math.min(1, Math.max(0, (crispAt - strength) / (crispAt - crispFrom)));
    for (const vertex of chain) softness[vertex] = soft;
  }
}

/** A line that runs along the picture's edge says nothing; one that only reaches it does. `reach` in pixels. */
function awayFromEdge(lines: LineGraph, { width, height }: Lab, reach: number): LineGraph {
  const { x, y } = lines;
  const wanted = new Uint8Array(x.length);
  for (let i = 0; i < wanted.length; i++) {
    wanted[i] = Math.min(x[i], y[i], width - x[i], height - y[i]) > reach ? 1 : 0;
  }
  for (const chain of lines.chains) fillShortGaps(chain, wanted, 4 * reach);
  return keepRuns(lines, wanted, 0, 0);
}

/** Wants every run of unwanted vertices that is at most `longest` vertices long. */
function fillShortGaps(chain: Int32Array, wanted: Uint8Array, longest: number): void {
  for (let i = 0; i < chain.length; ) {
    let end = i;
    while (end < chain.length && !wanted[chain[end]]) end++;
    if (end - i <= longest) for (let k = i; k < end; k++) wanted[chain[k]] = 1;
    i = end + 1;
  }
}

/** 1 on the pixels that lines run through. */
function drawnPixels(graphs: LineGraph[], width: number, height: number): Uint8Array {
  const drawn = new Uint8Array(width * height);
  for (const { chains, x, y } of graphs) {
    for (const chain of chains) {
      for (const vertex of chain)
        drawn[Math.min(height - 1, y[vertex] | 0) * width + Math.min(width - 1, x[vertex] | 0)] = 1;
    }
  }
  return drawn;
}
