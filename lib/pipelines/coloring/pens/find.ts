import { dropSmallComponents } from "../kernels/components";
import type { Lab } from "../kernels/lab";
import { giveBack } from "../kernels/shelf";
import { type Dot, takeDots } from "../lines/dots";
import { inkedShare } from "../lines/inked-share";
import { fillPinholes } from "../lines/pinholes";
import { clearSolids } from "../lines/solids";
import { modeFilter } from "../regions/mode-filter";
import { halfOf } from "./half";
import { type Colour, paletteOf } from "./palette";
import { colourOfEach, type Pen, pensAmong } from "./strokes";

/** Strokes that pens of any colour drew, light ones among them, on paper or between even fills. */
export interface PennedInk {
  mask: Uint8Array;
  dots: Dot[];
  /** How many colours they have, and all colours of the picture. */
  pens: number;
  palette: Colour[];
  /** How far beyond a stroke its colour bleeds, in pixels: a lossy file keeps colours at half its resolution. */
  bleed: number;
}

/** Half of the widest stroke, as a share of the long side: some 6 mm of a page. */
const widestShare = 0.017;
/** Half of the thinnest one: pixels, and the file's own pixels. What is thinner may be the flank between two fills. */
const thinnest = { pixels: 2, grain: 0.75 };
/** What outlines a picture is as long as this share of its width and height together, at least. */
const outlineShare = 0.4;
/** A stroke's colour bleeds over so many of the file's own pixels, and half-widths where the file was made larger from a small one. */
const bleeds = { grain: 3, half: 0.75 };
/** The blots of a lossy file ravel strokes: their outlines are smoothed over the file's own pixels, up to this part of a half-width. */
const raggedPart = 0.6;
/** Strokes and dots smaller than a square of this many half-widths are crumbs. */
const crumb = 3;
/** Strokes beside less of the clear edges than this, seen at half the resolution, outline nothing. */
const leastRoughly = 0.36;
/** Half-widths from which on a blot is a solid, and to which its neck is taken along; a dot's radius. */
const solidHalves = 2;
const neckHalves = 1.4;
const dotHalves = 3.5;

/**
 * Finds the pens of a picture that is made of a few even colours: those colours that are nowhere but in strokes of one
 * width. Null also where they plainly outline nothing; whether they outline the picture is not said.
 * @param grain length of one of the file's own pixels, in pixels.
 * @param unit length of one pixel of a standard picture, in pixels.
 */
export function findPens(lab: Lab, grain: number, unit: number): PennedInk | null {
  const small = halfOf(lab);
  const palette = paletteOf(small);
  const labels = colourOfEach(small, palette);
  const least = Math.max(thinnest.pixels, thinnest.grain * grain) / 2;
  const pens = pensAmong(labels, small, palette.length, least, widestShare * Math.max(small.width, small.height));
  const length = pens.reduce((sum, pen) => sum + pen.length, 0);
  if (length < outlineShare * (small.width + small.height)) {
    giveBack(small.L, small.a, small.b);
    return null;
  }
  const half = 2 * longestOf(pens).half;
  const reach = Math.max(1, Math.round(Math.min(grain / 2, raggedPart * (half / 2))));
  const strokes = modeFilter(strokesOf(labels, pens), small.width, small.height, reach);
  const roughly = inkedShare(small, Uint8Array.from(strokes), unit / 2);
  giveBack(small.L, small.a, small.b);
  if (roughly < leastRoughly) {
    giveBack(strokes);
    return null;
  }
  const mask = enlarged(strokes, small, lab);
  giveBack(strokes);
  fillPinholes(mask, lab.width, lab.height, half ** 2);
  const dots = takeDots(mask, lab.width, lab.height, (crumb * half) ** 2, dotHalves * half);
  const paper = new Uint8Array(mask.length);
  for (let i = 0; i < mask.length; i++) paper[i] = 1 - mask[i];
  clearSolids(mask, paper, lab.width, lab.height, neckHalves * half, solidHalves * half);
  dropSmallComponents(mask, lab.width, lab.height, (crumb * half) ** 2);
  return { mask, dots, pens: pens.length, palette, bleed: Math.max(bleeds.grain * grain, bleeds.half * half) };
}

const longestOf = (pens: Pen[]): Pen => pens.reduce((one, other) => (other.length > one.length ? other : one));

/** 1 on each pixel of a pen's colour. */
function strokesOf(labels: Int32Array, pens: Pen[]): Int32Array {
  const isPen = new Uint8Array(Math.max(...pens.map(({ colour }) => colour)) + 2);
  for (const { colour } of pens) isPen[colour + 1] = 1;
  const out = new Int32Array(labels.length);
  for (let i = 0; i < out.length; i++) if (labels[i] < isPen.length) out[i] = isPen[labels[i]];
  return out;
}

/** A mask at half the resolution at the full one. */
function enlarged(strokes: Int32Array, small: Lab, { width, height }: Lab): Uint8Array {
  const mask = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (y >> 1) * small.width;
    for (let x = 0, i = y * width; x < width; x++, i++) mask[i] = strokes[from + (x >> 1)];
  }
  return mask;
}
