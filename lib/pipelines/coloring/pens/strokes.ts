import { chamferUnit, distanceToBorder } from "../kernels/distance";
import type { Lab } from "../kernels/lab";
import { findPieces } from "../kernels/pieces";
import { isRidge, penOf } from "../lines/pen-width";
import type { Colour } from "./palette";

/** A colour of the palette whose every part is a stroke of one width. */
export interface Pen {
  /** Place in the palette. */
  colour: number;
  /** Half of its width in pixels of what it was looked for in. */
  half: number;
  /** Pixels of its middle line. */
  length: number;
}

/** Farther from every colour of the palette than this, in CIELAB, a pixel has none. */
const mostApart = 22;
/** On so much of its middle line a pen is about as wide as everywhere. */
const leastOneWidth = 0.72;
/** A colour that is a mixture of what lies to its two sides on this part of its middle line is a blurred flank. */
const mostBetween = 0.35;
/** A light colour that parts two darker ones on this part of its middle line is a rim, of a sign or a sticker, to be coloured. */
const mostRim = 0.4;
/** A pen drew lines of this length at least, as a share of the picture's width and height together. */
const shortestShare = 0.05;
/** Pens of one drawing are at most so many times as wide as each other. */
const mostUnlike = 1.7;

/**
 * 1 + the place in the palette of the colour nearest to each pixel; 0 where none is near. Of equally near ones it is the
 * first.
 */
export function colourOfEach({ L, a, b }: Lab, palette: readonly Colour[]): Int32Array {
  const out = new Int32Array(L.length);
  const planes = [0, 1, 2].map((n) => Float64Array.from(palette, (colour) => colour[n]));
  const [paletteL, paletteA, paletteB] = planes;
  const squareTo = (i: number, k: number): number => {
    const l = L[i] - paletteL[k];
    const greenRed = a[i] - paletteA[k];
    const blueYellow = b[i] - paletteB[k];
    return l * l + greenRed * greenRed + blueYellow * blueYellow;
  };
  let best = -1;
  for (let i = 0; i < out.length; i++) {
    // The colour of the pixel before is the likeliest, and spares a look at those whose lightness alone is farther off.
    let least = best < 0 ? farthest : squareTo(i, best);
    if (least >= farthest) [best, least] = [-1, farthest];
    for (let k = 0; k < paletteL.length; k++) {
      const l = L[i] - paletteL[k];
      if (l * l > least || k === best) continue;
      const apart = squareTo(i, k);
      if (apart > least || (apart === least && k > best)) continue;
      least = apart;
      best = k;
    }
    out[i] = best + 1;
  }
  return out;
}

const farthest = mostApart * mostApart;

/**
 * Which colours are pens: they are nowhere but in strokes, all about as wide as the one that drew most.
 * @param least half-width below which a colour is the flank between two others, in pixels.
 * @param widest half of the widest pen, in pixels.
 */
export function pensAmong(labels: Int32Array, lab: Lab, count: number, least: number, widest: number): Pen[] {
  const ridges = ridgesOf(labels, lab, count, least);
  const pens: Pen[] = [];
  for (let colour = 0; colour < count; colour++) {
    const { depths, between, rim } = ridges[colour];
    const { half, oneWidth } = penOf(depths);
    const length = depths.reduce((sum, one) => sum + one, 0);
    const isStroke =
      length >= shortestShare * (lab.width + lab.height) &&
      half <= widest &&
      oneWidth >= leastOneWidth &&
      between < mostBetween * length &&
      rim < mostRim * length;
    if (isStroke && areLong(labels, lab, colour, half)) pens.push({ colour, half, length });
  }
  const main = pens.reduce<Pen | null>(
    (longest, pen) => (longest && longest.length >= pen.length ? longest : pen),
    null,
  );
  return pens.filter(({ half }) => main && Math.max(half / main.half, main.half / half) <= mostUnlike);
}

/** A stroke that covers so many squares of a half-width is long; of a pen's area so much is long strokes, of texture less. */
const longStroke = 32;
const leastLong = 0.75;

/** Whether a colour lies in long strokes and not in crumbs, as crayon and noise leave. */
function areLong(labels: Int32Array, { width, height }: Lab, colour: number, half: number): boolean {
  const mask = new Uint8Array(labels.length);
  for (let i = 0; i < labels.length; i++) if (labels[i] === colour + 1) mask[i] = 1;
  let [all, long] = [0, 0];
  for (const { isInk, area } of findPieces(mask, width, height).pieces) {
    if (!isInk) continue;
    all += area;
    if (area >= longStroke * half * half) long += area;
  }
  return long >= leastLong * all;
}

interface Ridge {
  /** How many pixels of a colour's middle lines lie how deep, in units of the chamfer distance. */
  depths: Uint32Array;
  /** How many of them are a mixture of what lies to either side. */
  between: number;
  /** How many are lighter than either side, and the sides of different colours. */
  rim: number;
}

function ridgesOf(labels: Int32Array, lab: Lab, count: number, least: number): Ridge[] {
  const { width, height } = lab;
  const depth = distanceToBorder(labels, width, height);
  const deepest = chamferUnit * Math.max(width, height);
  const ridges = Array.from({ length: count }, () => ({ depths: new Uint32Array(deepest + 1), between: 0, rim: 0 }));
  const shallow = least * chamferUnit;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      if (labels[i] === 0 || depth[i] < shallow || !isRidge(depth, i, width)) continue;
      const ridge = ridges[labels[i] - 1];
      ridge.depths[Math.min(deepest, depth[i])]++;
      addSides(ridge, labels, lab, x, y, depth[i] / chamferUnit);
    }
  }
  return ridges;
}

/** Beyond a stroke's flank its surroundings are looked at: so many of its half-widths and pixels from its middle. */
const beyond = { halves: 1.5, pixels: 3 };
/** A colour this near to the straight way from one to another, and nearer to neither end, is a mixture of them. CIELAB. */
const mixed = 12;

/** Counts what lies on the two sides of a middle line's pixel, for each way through it that leaves the stroke on both sides. */
function addSides(ridge: Ridge, labels: Int32Array, lab: Lab, x: number, y: number, half: number): void {
  const far = Math.ceil(beyond.halves * half + beyond.pixels);
  const here = y * lab.width + x;
  let [between, rim] = [0, 0];
  for (let way = 0; way < ways.length; way++) {
    const [dx, dy] = [far * ways[way][0], far * ways[way][1]];
    const one = placeWithin(lab, x - dx, y - dy);
    const other = placeWithin(lab, x + dx, y + dy);
    if (labels[one] === labels[here] || labels[other] === labels[here]) continue;
    if (isMixture(lab, here, one, other)) between = 1;
    if (isRim(labels, lab, here, one, other)) rim = 1;
  }
  ridge.between += between;
  ridge.rim += rim;
}

/** The pixel there, or the one at the edge that is nearest. */
const placeWithin = ({ width, height }: Lab, x: number, y: number): number =>
  Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x));

const ways = [
  [1, 0],
  [0, 1],
  [1, 1],
  [1, -1],
];

const isRim = (labels: Int32Array, { L }: Lab, here: number, one: number, other: number): boolean =>
  labels[one] !== labels[other] && L[here] > L[one] + mixed && L[here] > L[other] + mixed;

/** Whether a colour is what a blurred flank makes of the colours on its two sides. */
function isMixture({ L, a, b }: Lab, here: number, one: number, other: number): boolean {
  const [wayL, wayA, wayB] = [L[other] - L[one], a[other] - a[one], b[other] - b[one]];
  const [goneL, goneA, goneB] = [L[here] - L[one], a[here] - a[one], b[here] - b[one]];
  const square = wayL * wayL + wayA * wayA + wayB * wayB;
  const part = square ? (wayL * goneL + wayA * goneA + wayB * goneB) / square : 0;
  const length = Math.sqrt(square);
  if (part * length < mixed || (1 - part) * length < mixed) return false;
  const [offL, offA, offB] = [goneL - part * wayL, goneA - part * wayA, goneB - part * wayB];
  return offL * offL + offA * offA + offB * offB < mixed * mixed;
}
