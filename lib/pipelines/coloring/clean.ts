import type { ColoringOptions } from "@/lib/contracts/coloring";
import type { StageContext } from "../pipeline";
import { aboveNoise, besideFaces, calmed, type DetailAim, detailAims } from "./detail-aims";
import { drawFeatures } from "./faces/strokes/draw";
import { drawJaws } from "./faces/strokes/jaw";
import { penFor } from "./faces/strokes/pen";
import type { Lab } from "./kernels/lab";
import { borrowInts, giveBack } from "./kernels/shelf";
import { awayFromInk } from "./lines/beside-ink";
import { dropCramped } from "./lines/cells";
import { traceBorders } from "./lines/cracks";
import { chooseDetails, type DetailEvidence } from "./lines/details";
import type { Dot } from "./lines/dots";
import { keepRuns, type LineGraph } from "./lines/line-graph";
import { refineToCrest } from "./lines/refine";
import { lengthUnit, type Outline } from "./outline";
import { absorbSmall } from "./regions/absorb";
import { cutAt, thresholdFor } from "./regions/hierarchy";
import { modeFilter } from "./regions/mode-filter";
import { mergeShades } from "./regions/shades";
import { trimTails } from "./regions/tails";
import type { Partition } from "./regions/watershed";

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
  /** Outlines of faces where the picture has none. */
  jaws: LineGraph;
  /** Eyes, brows, noses and mouths; smooth already. */
  features: LineGraph;
  dots: Dot[];
}

/** Reach of the majority filter in pixels of a standard picture. */
const ragReach = 3;
/** A region's tail is too narrow from this part of the radius that the region itself must have. */
const tailPart = 0.45;
/** A line this near to another says the same thing twice: mm on paper. */
const twinMm = 1.3;
/** A face's outline this near to another line runs along it: mm on paper. */
const jawTwinMm = 4;
/** The same beside ink, whose own half-width comes on top: nothing to color lies between. */
const besideInkMm = 2;
/** A border that is beside ink for at most so long crosses it and does not run along it: mm on paper. */
const crossInkMm = 8;
/** What a pen drew is no texture: whiskers, smiles and feathers may leave so many ends open. */
const endsOfPen = 16;
/** Gaps up to this long are closed: mm on paper. */
const bridgeMm = 4;

/** Stage 4: chooses the level of the hierarchy, takes away what no crayon can fill and what would be drawn twice. */
export function clean({ outline, options, scale, redrawn = 0 }: CleanInput, { span }: StageContext): Drawing {
  const calm = calmed(detailAims[options.detail], redrawn);
  const aim = besideFaces(aboveNoise(calm, outline.noise), outline.faces.length);
  const { width, height } = outline.lab;
  const partition = chooseRegions(outline, aim, scale, span);
  const traced = awayFromEdge(traceBorders(partition.labels, width, height), outline.lab, twinMm / scale);
  softenFaint(traced, outline);
  const crestReach = Math.max(2, Math.round(ragReach * lengthUnit(outline.lab)) + 1);
  const borders = refineToCrest(traced, outline.gradient.magnitude, width, height, crestReach);
  const inkLimits = { beside: besideInkMm / scale, crossing: crossInkMm / scale, shortest: aim.lineMm / scale };
  const kept = outline.inkMask ? awayFromInk(borders, outline.inkMask, width, height, inkLimits) : borders;
  const creases = outline.details ? chooseInside(outline, aim, partition, scale) : { ...kept, chains: [] };
  const limits = { twin: jawTwinMm / scale, bridge: jawTwinMm / scale };
  const jaws = drawJaws(outline.faces, drawnPixels([kept, creases], width, height), width, height, limits);
  const features = drawFeatures(outline.faces, penFor(options, scale));
  span.set("regions.kept", partition.count);
  span.set("lines.borders", kept.chains.length);
  span.set("lines.ink", outline.ink.chains.length);
  span.set("lines.creases", creases.chains.length);
  span.set("lines.features", features.chains.length);
  return { regions: partition.count, borders: kept, ink: outline.ink, creases, jaws, features, dots: outline.dots };
}

function chooseRegions(outline: Outline, aim: DetailAim, scale: number, span: StageContext["span"]): Partition {
  const { tree, basins, lab, gradient } = outline;
  const crayon = { area: aim.areaMm2 / (scale * scale), radius: aim.radiusMm / scale };
  const threshold = thresholdFor(tree, aim, crayon.area);
  const cut = cutAt(tree, threshold);
  span.set("regions.aim", aim.most);
  span.set("regions.threshold", Number(threshold.toFixed(3)));
  span.set(
    "regions.threshold_reason",
    threshold > aim.faintest ? "as many as aimed at" : "nothing fainter is worth a line, or few regions are there",
  );
  span.set("regions.cut", cut.count);
  const labels = borrowInts(basins.labels.length);
  for (let y = 0; y < lab.height; y++) renameRow(basins.labels, cut.regionOf, y * lab.width, lab.width, labels);
  const rough = absorbSmall({ labels, count: cut.count }, lab, gradient, { area: crayon.area / 2, radius: 0 });
  const reach = Math.max(1, Math.round(ragReach * lengthUnit(lab)));
  const smoother = modeFilter(rough.labels, lab.width, lab.height, reach);
  const smooth = modeFilter(smoother, lab.width, lab.height, reach);
  const trimmed = trimTails({ labels: smooth, count: rough.count }, lab.width, lab.height, tailPart * crayon.radius);
  const fillable = absorbSmall(trimmed, lab, gradient, crayon);
  giveBack(labels, rough.labels, smoother, smooth, trimmed.labels);
  return outline.inkMask && !aim.drawsShades ? mergeShades(fillable, lab, gradient, outline.inkMask) : fillable;
}

function renameRow(from: Int32Array, names: Int32Array, start: number, width: number, to: Int32Array): void {
  for (let i = start; i < start + width; i++) to[i] = names[from[i]];
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

function chooseInside(outline: Outline, aim: DetailAim, partition: Partition, scale: number): LineGraph {
  const { width, height } = outline.lab;
  const limits = {
    creaseContrast: aim.creaseContrast,
    stepContrast: aim.stepContrast,
    suppression: aim.suppression,
    shortest: aim.lineMm / scale,
    twin: aim.twinMm / scale,
    bridge: bridgeMm / scale,
    mostSteps: aim.mostSteps,
    mostOpenEnds: outline.holdsInk ? Math.max(aim.mostOpenEnds, endsOfPen) : aim.mostOpenEnds,
  };
  const borders = borderPixels(partition.labels, width, height);
  const lines = chooseDetails(outline.details as DetailEvidence, borders, limits);
  const roomy = dropCramped(lines, borders, width, height, {
    radius: aim.cellMm / scale,
    most: aim.mostCells,
    twig: limits.shortest / 3,
    shortest: limits.shortest,
  });
  return awayFromEdge(roomy, outline.lab, twinMm / scale);
}

function borderPixels(labels: Int32Array, width: number, height: number): Uint8Array {
  const mask = new Uint8Array(labels.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if ((x && labels[i] !== labels[i - 1]) || (y && labels[i] !== labels[i - width])) mask[i] = 1;
    }
  }
  return mask;
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
