import { closing } from "../kernels/closing";
import { dropSmallComponents } from "../kernels/components";
import { halve, halved, layEnlarged } from "../kernels/half";
import type { Lab } from "../kernels/lab";
import { bytesAt, kernels, lend, lendAll, missing, planeAt } from "../kernels/planes/workbench";
import { copyBytes, copyFloats, giveBack } from "../kernels/shelf";
import { type Dot, takeDots } from "./dots";
import { type Graininess, type InkEvidence, isDrawn, judgeInk, seemsDrawn } from "./ink-evidence";
import { takeOutShapes } from "./ink-shapes";
import { inkTone, medianTone } from "./ink-tone";
import { measurePen, type PenWidth } from "./pen-width";
import { fillPinholes } from "./pinholes";
import { clearSolids } from "./solids";

/** Lines that are drawn in the picture already, and what speaks for their being drawn. */
export interface Ink {
  mask: Uint8Array;
  /** Round spots of ink; they are not in the mask. */
  dots: Dot[];
  evidence: InkEvidence;
}

/** Ink is darker than the paper round it by this many units of L and by this share of the paper's own L. */
const leastContrast = 16;
const leastShare = 0.45;
/** Pens are black, grey, brown or navy; thin things of a stronger colour are shapes. Chroma in CIELAB. */
const mostChroma = 32;
/**
 * But for what is darker than the paper by this share of its L: that is a dark pen, or one whose black a lossy file stained.
 * What is as thick as a marker's bars and of a strong colour is a shape all the same.
 */
const darkShares = { pen: 0.6, marker: 1 };
/**
 * And but for a pen's line in a small JPEG below this L: black that is narrower than a sample of chroma has the colour of
 * what it outlines. Its lightness is its own, and pure red, green and magenta are lighter.
 */
const stainedBlack = 40;
/** From so many times its own size on such a file's lines are as narrow. */
const stainedGrain = 2;

/** Half of the widest stroke looked for, as a share of the long side: ordinary outlines, then the bars of icons. */
const reachShares = { pen: 0.016, marker: 0.06 };

/** A hole in ink that is smaller than a square of this side is none, as a share of the long side: 0.7 mm of A4's width. */
const pinholeShare = 0.0038;

/** Nearly all of the picture must be calm before thick bars are taken for strokes and not for shapes. */
const calmOfIcon = 0.85;
/** So much less of it is calm with each pixel that the file's own are enlarged by, for flanks are wider. */
const calmOfGrain = 0.016;
/** A pen is as wide here as there, on at least this part of its way; the rest are solids and where strokes meet. */
const leastOneWidth = 0.6;
/** The same where little is calm because the file was enlarged: a black case round lamps has bars, but of many widths. */
const oneWidthOfGrain = 0.9;

/**
 * Finds drawn strokes. Bars as thick as an icon's are believed only where everything drawn has one width, and only
 * when they say much more than what a fine pen could have drawn.
 */
export function findInk(lab: Lab, graininess: Graininess): Ink {
  const ink = drawnInk(lab, graininess);
  if (!isDrawn(ink.evidence) && !seemsDrawn(ink.evidence)) return ink;
  fillPinholes(ink.mask, lab.width, lab.height, (pinholeShare * Math.max(lab.width, lab.height)) ** 2);
  takeOutShapes(ink.mask, lab, ink.penHalf);
  return ink;
}

function drawnInk(lab: Lab, graininess: Graininess): DrawnInk {
  const half = halve(lab.L, lab.width, lab.height);
  const ink = bestInk(lab, half, graininess);
  giveBack(half);
  return ink;
}

function bestInk(lab: Lab, half: Float32Array, graininess: Graininess): DrawnInk {
  const fine = inkWithin(lab, half, graininess, "pen");
  if (fine.evidence.calm < calmOfIcon - calmOfGrain * (graininess.grain - 1)) return fine;
  const thick = inkWithin(lab, half, graininess, "marker");
  const isOnePen = thick.evidence.oneWidth >= (fine.evidence.calm < calmOfIcon ? oneWidthOfGrain : leastOneWidth);
  return isOnePen && thick.evidence.share > 1.5 * fine.evidence.share ? thick : fine;
}

interface DrawnInk extends Ink {
  /** Half the width of the one pen that drew everything, in pixels; null where there is none. */
  penHalf: number | null;
}

/**
 * Dark things narrower than twice the reach, by the black top-hat (closing less picture; Serra 1982, chapter XII).
 * @param half L at half the resolution.
 */
function inkWithin(lab: Lab, half: Float32Array, graininess: Graininess, tool: keyof typeof reachShares): DrawnInk {
  const { width, height } = lab;
  const reach = Math.max(2, Math.round(reachShares[tool] * Math.max(width, height)));
  const isStained = tool === "pen" && graininess.isLossy && graininess.grain >= stainedGrain;
  const colour = { dark: darkShares[tool], black: isStained ? stainedBlack : 0 };
  const { paper, mask } = inkOnPaper(half, lab, reach, colour);
  const pen = tool === "marker" ? takeOnePen(mask, lab.L, width, height) : null;
  const speck = 4 * Math.round(reachShares.pen * Math.max(width, height));
  const dots = takeDots(mask, width, height, speck, pen ? largestDot * pen.half : reach);
  const [low, solid] = pen ? [markerNeck * pen.half, markerSolid * pen.half] : [neck * reach, reach];
  takeOutSolids(mask, lab.L, width, height, low, solid);
  dropSmallComponents(mask, width, height, speck);
  const evidence = judgeInk(lab, mask, paper, graininess, pen?.oneWidth);
  giveBack(paper);
  return { mask, dots, evidence, penHalf: pen?.half ?? null };
}

/** Leaves in the mask only what has the tone of most of it. */
function takeOnePen(mask: Uint8Array, L: Float32Array, width: number, height: number): PenWidth {
  const lightest = medianTone(L, mask) + onePenTone;
  for (let i = 0; i < mask.length; i++) if (L[i] > lightest) mask[i] = 0;
  return measurePen(mask, width, height);
}

/** Paper has no fine detail: the closing is worked at half the resolution. */
function inkOnPaper(
  half: Float32Array,
  lab: Lab,
  reach: number,
  { dark, black }: { dark: number; black: number },
): { paper: Float32Array; mask: Uint8Array } {
  const { L, width, height } = lab;
  const n = L.length;
  const closed = closing(half, halved(width), halved(height), Math.ceil(reach / 2));
  const planes = [L, lab.a, lab.b];
  const [ground, mask, ...rooms] = layEnlarged(closed, width, height, Math.ceil(n / 4), ...planes.map(missing));
  giveBack(closed);
  const [light, a, b] = planes.map((plane, i) => lend(plane, rooms[i]));
  const marked = bytesAt(mask, n).fill(0);
  kernels.markInk(ground, light, a, b, n, leastContrast, leastShare, mostChroma * mostChroma, dark, black, mask);
  return { paper: copyFloats(planeAt(ground, n)), mask: marked.slice() };
}

/** One pen's strokes are at most so much lighter than most of its ink: dark hair and shade are none. Units of L. */
const onePenTone = 20;
/** A solid narrows to this part of the widest stroke before a line begins. */
const neck = 0.6;
/** The same in half-widths of a marker, and the least depth of a solid: where two strokes meet it is at most 2. */
const markerNeck = 1.3;
const markerSolid = 2;
/** Radius of the largest round spot that is a dot and not a solid, in half-widths of a marker. */
const largestDot = 3.5;

/** Takes areas filled with the ink's tone out of the mask, so that they come out hollow. Lengths in pixels. */
function takeOutSolids(
  mask: Uint8Array,
  L: Float32Array,
  width: number,
  height: number,
  low: number,
  solid: number,
): void {
  const paper = lighterThan(L, inkTone(L, mask));
  clearSolids(mask, paper, width, height, low, solid);
  giveBack(paper);
}

/** 1 where L is above a tone; borrowed. */
function lighterThan(L: Float32Array, tone: number): Uint8Array {
  const [plane, mask] = lendAll([L], Math.ceil(L.length / 4));
  kernels.markAbove(plane, L.length, tone, mask);
  return copyBytes(bytesAt(mask, L.length));
}
