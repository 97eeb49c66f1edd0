import type { StageContext } from "../pipeline";
import type { DetailAim } from "./detail-aims";
import { borrowBytes, borrowInts, giveBack } from "./kernels/shelf";
import { countCells, dropCramped } from "./lines/cells";
import { chooseDetails, type DetailEvidence } from "./lines/details";
import type { LineGraph } from "./lines/line-graph";
import { lengthUnit, noLines, type Outline } from "./outline";
import { absorbSmall, type CrayonLimits } from "./regions/absorb";
import { aimForMore } from "./regions/enough";
import { cutAt, thresholdFor } from "./regions/hierarchy";
import { modeFilter } from "./regions/mode-filter";
import { settleBorders } from "./regions/settle";
import { mergeShades } from "./regions/shades";
import { trimTails } from "./regions/tails";
import type { Partition } from "./regions/watershed";

/** Reach of the majority filter in pixels of a standard picture. */
export const ragReach = 3;
/** How far borders are settled anew, in pixels of a standard picture: about the width of an edge that was blurred. */
const settleReach = 5;
/** A region's tail is too narrow from this part of the radius that the region itself must have. */
const tailPart = 0.45;
/** What a pen drew is no texture: whiskers, smiles and feathers may leave so many ends open. */
const endsOfPen = 16;
/** Gaps up to this long are closed: mm on paper. */
const bridgeMm = 4;

/**
 * Regions, whose labels are borrowed from the shelf, and the lines inside them; in a drawing there are none, for those are
 * its ink.
 */
export interface Chosen {
  threshold: number;
  /** Regions of the hierarchy at the threshold, before those that no crayon can fill were merged. */
  cut: number;
  partition: Partition;
  inside: LineGraph;
  /** How many cells for a crayon both make. Counted only where regions alone may be too few, and not in a drawing. */
  cells: number | null;
}

/**
 * Chooses what is drawn of a picture: the level of the hierarchy for the aim, or a lower one where the page would have too
 * few cells and comes to have enough by it.
 * @param scale millimetres of paper per pixel.
 */
export function chooseLines(outline: Outline, aim: DetailAim, scale: number, span: StageContext["span"]): Chosen {
  const { tree } = outline;
  const smallest = crayonOf(aim, scale).area;
  const first = chooseAt(outline, aim, thresholdFor(tree, aim, smallest), scale);
  const more = first.cells === null ? null : aimForMore(tree, aim, smallest, { ...aim, ...first, cells: first.cells });
  if (more) giveBack(first.partition.labels);
  const chosen = more ? chooseAt(outline, aim, thresholdFor(tree, more, smallest), scale) : first;
  span.set("regions.aim", aim.most);
  span.set("regions.threshold", Number(chosen.threshold.toFixed(3)));
  span.set("regions.threshold_reason", more ? "fainter, for as many as aimed at" : reasonFor(chosen, aim));
  span.set("regions.cut", chosen.cut);
  return chosen;
}

function reasonFor({ threshold, cells }: Chosen, aim: DetailAim): string {
  if (threshold > aim.faintest) return "as many as aimed at";
  if (cells !== null && cells < aim.fewestCells)
    return `the picture has not the ${aim.fewestCells} aimed at, nothing fainter is worth a line`;
  return "nothing fainter is worth a line";
}

function chooseAt(outline: Outline, aim: DetailAim, threshold: number, scale: number): Chosen {
  const { width, height } = outline.lab;
  const { regionOf, count: cut } = cutAt(outline.tree, threshold);
  const partition = fillable(outline, aim, { labels: regionOf, count: cut }, scale);
  if (!outline.details) return { threshold, cut, partition, inside: noLines, cells: null };
  const borders = borderPixels(partition.labels, width, height);
  const inside = chooseInside(outline, aim, borders, scale);
  const isEnough = partition.count >= aim.fewestCells;
  const cells = isEnough ? null : countCells(inside, borders, width, height, aim.cellMm / scale);
  giveBack(borders);
  return { threshold, cut, partition, inside, cells };
}

const crayonOf = (aim: DetailAim, scale: number): CrayonLimits => ({
  area: aim.areaMm2 / (scale * scale),
  radius: aim.radiusMm / scale,
});

/** The regions of a cut, whose labels are those of the basins, smoothed and merged until a crayon can fill each. */
function fillable(outline: Outline, aim: DetailAim, cut: Partition, scale: number): Partition {
  const { basins, lab, gradient, subject } = outline;
  const crayon = crayonOf(aim, scale);
  const labels = borrowInts(basins.labels.length);
  for (let y = 0; y < lab.height; y++) renameRow(basins.labels, cut.labels, y * lab.width, lab.width, labels);
  const surface = { lab, gradient, subject };
  const crumb = { area: crayon.area / 2, radius: 0 };
  const rough = absorbSmall({ labels, count: cut.count }, surface, crumb);
  giveBack(labels);
  const reach = Math.max(1, Math.round(ragReach * lengthUnit(lab)));
  const smooth = modeFilter(rough.labels, lab.width, lab.height, reach);
  giveBack(rough.labels);
  const trimmed = trimTails({ labels: smooth, count: rough.count }, lab.width, lab.height, tailPart * crayon.radius);
  giveBack(smooth);
  const loose = absorbSmall(trimmed, surface, crayon);
  giveBack(trimmed.labels);
  const settled = settleBorders(loose, gradient.magnitude, lab.width, lab.height, settleReach * lengthUnit(lab));
  giveBack(loose.labels);
  const even = modeFilter(settled, lab.width, lab.height, reach);
  giveBack(settled);
  const roomy = absorbSmall({ labels: even, count: loose.count }, surface, crumb);
  giveBack(even);
  if (!outline.inkMask || aim.drawsShades) return roomy;
  const merged = mergeShades(roomy, surface, outline.inkMask);
  giveBack(roomy.labels);
  return merged;
}

function renameRow(from: Int32Array, names: Int32Array, start: number, width: number, to: Int32Array): void {
  for (let i = start; i < start + width; i++) to[i] = names[from[i]];
}

function chooseInside(outline: Outline, aim: DetailAim, borders: Uint8Array, scale: number): LineGraph {
  const { width, height } = outline.lab;
  const limits = {
    creaseContrast: aim.creaseContrast,
    stepContrast: aim.stepContrast,
    // Where a computer drew there is no texture that could pass for lines, but for the line's own edges.
    suppression: outline.isGraphic ? 0 : aim.suppression,
    shortest: aim.lineMm / scale,
    twin: aim.twinMm / scale,
    bridge: bridgeMm / scale,
    mostSteps: aim.mostSteps,
    mostOpenEnds: outline.holdsInk || outline.isGraphic ? Math.max(aim.mostOpenEnds, endsOfPen) : aim.mostOpenEnds,
  };
  const lines = chooseDetails(outline.details as DetailEvidence, borders, limits);
  return dropCramped(lines, borders, width, height, {
    radius: aim.cellMm / scale,
    most: aim.mostCells,
    twig: limits.shortest / 3,
    shortest: limits.shortest,
  });
}

function borderPixels(labels: Int32Array, width: number, height: number): Uint8Array {
  const mask = borrowBytes(labels.length);
  for (let y = 0; y < height; y++) markBorders(labels, y * width, width, y ? width : 0, mask);
  return mask;
}

/** Marks where the labels of the row that begins at `start` are not those to the left or so many pixels before. */
function markBorders(labels: Int32Array, start: number, width: number, above: number, mask: Uint8Array): void {
  let left = labels[start];
  for (let i = start; i < start + width; i++) {
    if (labels[i] !== left || labels[i] !== labels[i - above]) mask[i] = 1;
    left = labels[i];
  }
}
