import type { ColoringOptions } from "@/lib/contracts/coloring";
import type { StageContext } from "../pipeline";
import { detailAims, fromNear } from "./detail-aims";
import { calmFaces } from "./faces/calm";
import { type Face, facesIn } from "./faces/face";
import { type Bustle, bustleOf } from "./kernels/bustle";
import { chamferDistance, chamferUnit } from "./kernels/distance";
import { blur } from "./kernels/gaussian";
import { type Gradient, gradientWithoutShading } from "./kernels/gradient";
import type { Lab } from "./kernels/lab";
import { lastingSteps } from "./kernels/lasting";
import { heedMiddle } from "./kernels/middle";
import { paintOver } from "./kernels/paint-over";
import { giveBack } from "./kernels/shelf";
import { thin } from "./kernels/thin";
import { findCreases } from "./lines/creases";
import type { DetailEvidence } from "./lines/details";
import { type Dot, withDots } from "./lines/dots";
import type { LineGraph } from "./lines/line-graph";
import { squareMiters } from "./lines/miters";
import { findPenWork } from "./lines/pen-work";
import { dropShortDrawings, pruneTwigs, traceSkeleton } from "./lines/skeleton";
import { findSpots, type Spot } from "./lines/spots";
import { findSteps } from "./lines/steps";
import type { Canvas } from "./normalize";
import { evenOut } from "./pens/even-out";
import { buildHierarchy, type Hierarchy, mergeWeights } from "./regions/hierarchy";
import { type Partition, watershed } from "./regions/watershed";
import { findSubject, type Subject } from "./subject/find";
import { heedSubject, weakenBehind } from "./subject/heed";
import { findWords, type Word } from "./words/words";

/** Everything that could be drawn; what is drawn is chosen in the next stage. Lengths are pixels. */
export interface Outline {
  kind: "drawing" | "picture";
  /** Deviation of the noise, in units of L. */
  noise: number;
  /** Length of one of the file's own pixels. */
  grain: number;
  /** Whether a pen drew lines in it, all outlines or single ones such as whiskers. */
  holdsInk: boolean;
  /** Whether so much of it is calm that a computer drew it. */
  isGraphic: boolean;
  /** Share of a photo that is a plain ground round a thing, 0 to 1. */
  ground: number;
  /** Share of the clear edges that lie beside ink, 0 to 1; 0 where no ink is. */
  inked: number;
  /** How far beyond ink of other colours than dark ones it bleeds, in pixels. */
  bleed: number;
  /** The picture with drawn lines painted over, and its gradient: what the regions are made of. */
  lab: Lab;
  gradient: Gradient;
  basins: Partition;
  /** What the picture is of, where that is known. */
  subject: Subject | null;
  tree: Hierarchy;
  /** Centre lines of strokes that are drawn in the picture; none in one without. */
  ink: LineGraph;
  /** Round spots of ink. */
  dots: Dot[];
  /** Small dark spots of a picture that stand alone, such as eyes, the most salient first; none in a drawing. */
  spots: Spot[];
  /** 1 where a pixel belongs to such a stroke or spot. */
  inkMask: Uint8Array | null;
  /** What lines could be drawn inside regions; none in a drawing, whose lines are its ink. */
  details: DetailEvidence | null;
  /** Rows of small letters, painted over in `lab`; in a drawing those that are no ink. */
  words: Word[];
  /** Human faces; none in a drawing. Their features are painted over in `lab`. */
  faces: Face[];
}

export interface OutlineInput {
  canvas: Canvas;
  options: ColoringOptions;
}

/** The scale at which bark and wood grain are seen from afar, in pixels of a picture of standard size. */
const lastingSigma = 8;
/** In a JPEG edges are looked for over so many of the file's own pixels at least: what is finer may be its loss. */
const lossSigma = 0.65;
/** Pixels of a picture of standard size; lengths in pixels go with the root of the picture's size against this. */
const standardPixels = 750_000;

export const noLines: LineGraph = {
  x: new Float32Array(),
  y: new Float32Array(),
  fixed: new Uint8Array(),
  softness: new Float32Array(),
  chains: [],
};

/** Length of one pixel of a standard picture in pixels of this one. */
export const lengthUnit = ({ width, height }: { width: number; height: number }): number =>
  Math.sqrt((width * height) / standardPixels);

/** Stage 3: finds drawn lines, then the hierarchy of regions of the picture without them, then creases. */
export function outline({ canvas, options }: OutlineInput, { span }: StageContext): Outline {
  const { lab } = canvas;
  const unit = lengthUnit(lab);
  const ink = findPenWork(lab, canvas, unit);
  const { holdsInk, inked } = ink;
  const kind = ink.isOutlined ? "drawing" : "picture";
  span.set("kind", kind);
  span.set("ink.inked", round(inked));
  span.set("ink.pens", ink.pens);
  for (const [name, value] of Object.entries(ink.evidence)) span.set(`ink.${name}`, round(value));
  const faces = kind === "picture" ? facesIn(lab, canvas.placement.scale, span) : [];
  const aim = detailAims[kind === "picture" ? options.detail : "detailed"];
  const subject = kind === "picture" ? findSubject(lab, aim.subjectWeight, span) : null;
  const inkMask = kind === "drawing" ? withDots(ink.mask, ink.dots, lab.width) : null;
  const isGraphic = ink.evidence.calm >= calmOfGraphic;
  const ground = kind === "picture" && !isGraphic ? canvas.ground : 0;
  const words = wordsIn(canvas, inkMask, isGraphic);
  const drawn = maskOfAll(inkMask, words, lab);
  const bare = drawn ? paintOver(lab, widen(drawn, lab, Math.max(ink.bleed, flankOf(unit, canvas.grain)))) : lab;
  if (drawn && ink.palette.length) evenOut(bare, ink.palette);
  const surface = calmFaces(bare, faces);
  if (bare !== lab && surface !== bare) giveBack(bare.L, bare.a, bare.b);
  span.set("words", words.length);
  const seen = isGraphic || ground > 0 ? fromNear : aim;
  const fine = Math.max(seen.edgeSigma * unit, canvas.isLossy ? lossSigma * canvas.grain : 0);
  // What is faint by colour alone is no loss of the file in a drawing, but a shade that was laid on.
  const gradient = gradientWithoutShading(surface, fine, kind === "drawing" ? 0 : canvas.noise);
  const lasting = aim.drawsGrain ? null : lastingSteps(surface, lastingSigma * unit);
  const bustle = bustleOf(gradient, lab.width, lab.height, unit, lasting);
  if (lasting) {
    if (subject) heedSubject(bustle, subject);
    else heedMiddle(bustle);
    giveBack(lasting);
  }
  const basins = watershed(gradient.magnitude, lab.width, lab.height);
  span.set("regions.basins", basins.count);
  const surroundings = { ...bustle, weight: aim.bustleWeight };
  const weights = { ...mergeWeights, referenceShare: seen.referenceShare };
  const tree = buildHierarchy(basins, { lab: surface, gradient, bustle: surroundings, subject }, weights);
  const strokes = kind === "drawing" ? traceInk(ink.mask, lab, unit) : noLines;
  span.set("ink.strokes", strokes.chains.length);
  return {
    kind,
    noise: canvas.noise,
    grain: canvas.grain,
    holdsInk,
    isGraphic,
    ground,
    inked,
    bleed: ink.bleed,
    lab: surface,
    gradient,
    basins,
    subject,
    tree,
    ink: strokes,
    dots: inkMask ? ink.dots : [],
    spots: kind === "picture" ? findSpots(surface.L, surface.width, surface.height, unit) : [],
    inkMask,
    words,
    details: kind === "picture" ? findDetails(surface, gradient, bustle, subject, unit) : null,
    faces,
  };
}

/** How far beyond ink its colour still shows, in pixels: a flank, which is so many of the file's own pixels wide. */
const flankOf = (unit: number, grain: number): number => Math.max(3, 2.5 * unit, flankGrain * grain);
const flankGrain = 1.5;

/** Letters of broader strokes are colored like any other shape: mm on paper. */
const broadestStrokeMm = 3.2;
/** Where so much of the picture is calm a computer drew it: few letters make a word, and no texture passes for lines. */
const calmOfGraphic = 0.89;

/** Words, but for those that are ink already. */
function wordsIn({ lab, placement }: Canvas, inkMask: Uint8Array | null, isGraphic: boolean): Word[] {
  const widest = Math.min(broadestStrokeMm / placement.scale, 0.02 * Math.max(lab.width, lab.height));
  const words = findWords(lab, widest, isGraphic ? "graphic" : "photo");
  if (!inkMask) return words;
  return words.filter(({ marks }) => marks.every(({ pixels }) => !inkMask[pixels[pixels.length >> 1]]));
}

/** 1 on everything that is drawn or written; null where nothing is. */
function maskOfAll(inkMask: Uint8Array | null, words: Word[], { L }: Lab): Uint8Array | null {
  if (!words.length) return inkMask;
  const all = inkMask ? inkMask.slice() : new Uint8Array(L.length);
  for (const { marks } of words) for (const { pixels } of marks) for (const pixel of pixels) all[pixel] = 1;
  return all;
}

/** Scale at which fine lines are looked for in a picture of standard size, as sigma in pixels. */
const lineSigma = 1.4;

function findDetails(
  { L, width, height }: Lab,
  gradient: Gradient,
  bustle: Bustle,
  subject: Subject | null,
  unit: number,
): DetailEvidence {
  const sigma = lineSigma * unit;
  const smooth = blur(L, width, height, sigma);
  const steps = findSteps(gradient, smooth, width, height, sigma);
  const creases = findCreases(smooth, width, height, sigma);
  giveBack(smooth);
  if (subject) weakenBehind([steps, creases], subject);
  return { width, height, unit, creases, steps, bustle };
}

/** Gives the planes of an outline back to the shelf, when no more is drawn from it. */
export function giveOutlineBack({ lab, gradient, basins, subject, details }: Outline): void {
  giveBack(lab.L, lab.a, lab.b, gradient.x, gradient.y, gradient.magnitude, basins.labels);
  if (subject) giveBack(subject.plane);
  if (details) giveBack(details.creases, details.steps, details.bustle.plane);
}

function widen(mask: Uint8Array, { width, height }: Lab, reach: number): Uint8Array {
  const distance = chamferDistance(mask, width, height);
  const most = reach * chamferUnit;
  const out = new Uint8Array(distance.length);
  for (let i = 0; i < out.length; i++) out[i] = distance[i] <= most ? 1 : 0;
  return out;
}

function traceInk(mask: Uint8Array, { width, height }: Lab, unit: number): LineGraph {
  const middles = thin(mask, width, height);
  const skeleton = traceSkeleton(middles, width, height);
  giveBack(middles);
  const lines = squareMiters(skeleton, mask, width, height, 8 * unit);
  return dropShortDrawings(pruneTwigs(lines, 8 * unit), 8 * unit);
}

const round = (value: number): number => Number(value.toFixed(4));
