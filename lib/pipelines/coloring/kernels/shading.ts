/**
 * What shading is told by: a picture blurred at the fine scale, and squares of its answers to a step at both scales, of
 * which each has half the step's height. Colour counts as in the gradient.
 */
export interface ShadingEvidence {
  width: number;
  height: number;
  L: Float32Array;
  a: Float32Array;
  b: Float32Array;
  fineL: Float32Array;
  coarseL: Float32Array;
  /** Across and down; the coarse ones are of light and colour together. */
  fineColour: Float32Array[];
  coarse: Float32Array[];
  /** Sigma of the fine scale in pixels. */
  sigma: number;
}

/** What is left of an edge that is nothing but shading. */
const rest = 0.2;
/** What a step answers at the fine scale as a part of what it does at the coarse one where it is soft and where crisp. */
const softAt = 0.58;
const crispAt = 0.715;
/** Deviation from a shadow's colour per unit of L that a shadow may have, and that none has. */
const shadowHue = 0.15;
const thingHue = 0.4;
/** Where the picture is compared, to either side of an edge, in sigmas of the fine scale. */
const sideReach = 2.6;
/** Lightness at which CIELAB's cube root would be 0, were it one down to black: colour grows with the L above it. */
const blackL = -16;

/** Colours that differ by less than so many deviations of the lightness's noise are one: lossy files keep them coarsely. */
const colourNoise = 12;
const mostColourNoise = 3.5;

/** Steps higher than this, in units of L, show how crisp the picture is: as crisp as this share of them is at most. */
const clearStep = 20;
const crispShare = 0.7;
/** A picture whose clear steps answer so much less at the fine scale is out of focus itself. */
const inFocus = 0.75;

/**
 * How much of each edge is a thing's, from 0 to 1. Two kinds of edges are no thing's: those of shadows and rounded
 * surfaces, which are soft and over which colour goes with the light as under a weaker lamp (van de Weijer, Gevers and
 * Geusebroek 2005, "Edge and corner detection by photometric quasi-invariants", section 3; in CIELAB that leaves a and b
 * over L + 16 as they are), and faint ones of colour alone in a lossy picture.
 * @param noise deviation of the picture's noise in units of L.
 * @param share is filled.
 */
export function weighThings(evidence: ShadingEvidence, noise: number, share: Float32Array): void {
  const { width, height } = evidence;
  const focus = Math.min(1, crispnessOf(evidence) / inFocus);
  const core = Math.min(mostColourNoise, colourNoise * noise);
  share.fill(1);
  for (let y = 1; y < height - 1; y++) weighLight(evidence, y, focus, share);
  if (core > 0) for (let y = 1; y < height - 1; y++) weighColour(evidence, y * width, 4 * core * core, share);
}

/** How much the clear steps answer at the fine scale as a part of what they do at the coarse one; 1 without any. */
function crispnessOf({ fineL, coarseL }: ShadingEvidence): number {
  const bins = new Uint32Array(256);
  const clear = (clearStep / 2) ** 2;
  let count = 0;
  for (let start = 0; start < fineL.length; start += stretch) {
    count += countCrispness(fineL, coarseL, start, clear, bins);
  }
  let bin = 0;
  for (let seen = bins[0]; seen < crispShare * count; seen += bins[++bin]);
  return count ? bin / binsPerUnit : 1;
}

const binsPerUnit = 128;
/** Pixels looked at in one go: a function that is called often is compiled sooner than one that runs long. */
const stretch = 1024;

function countCrispness(fine: Float32Array, coarse: Float32Array, start: number, clear: number, bins: Uint32Array) {
  let count = 0;
  for (let i = start, end = Math.min(fine.length, start + stretch); i < end; i++) {
    if (coarse[i] < clear) continue;
    bins[Math.min(bins.length - 1, (binsPerUnit * Math.sqrt(fine[i] / coarse[i])) | 0)]++;
    count++;
  }
  return count;
}

/** Takes faint colour off the edges in the row that begins at `start`; `core` is a square. */
function weighColour(evidence: ShadingEvidence, start: number, core: number, share: Float32Array): void {
  const { coarseL, fineL, width } = evidence;
  const [fineX, fineY] = evidence.fineColour;
  const [coarseX, coarseY] = evidence.coarse;
  for (let i = start + 1; i < start + width - 1; i++) {
    const coarse = coarseX[i] + coarseY[i];
    if (coarse < faintest * faintest || coarse > clearOf * core) continue;
    const colour = squareOfSum(fineX[i] + fineY[i], Math.max(0, coarse - coarseL[i]));
    const whole = squareOfSum(fineL[i], coarseL[i]) + colour;
    share[i] *= Math.sqrt(1 - Math.min(colour, core) / whole);
  }
}

/** An edge of so many times the square of what is taken off hardly changes by it. */
const clearOf = 8;

/** (√one + √other)² */
const squareOfSum = (one: number, other: number): number => one + other + 2 * Math.sqrt(one * other);

/** Takes shading off the edges in row `y`. */
function weighLight(evidence: ShadingEvidence, y: number, focus: number, share: Float32Array): void {
  const { coarseL, fineL, width } = evidence;
  for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
    const light = coarseL[i];
    if (light < faintest * faintest) continue;
    const crisp = Math.sqrt(fineL[i] / light);
    if (crisp >= crispAt * focus || light > strongest * strongest) continue;
    const soft = Math.min(1, (crispAt * focus - crisp) / (crispAt - softAt) / focus);
    share[i] *= 1 - (1 - rest) * soft * likeShadow(evidence, x, y);
  }
}

/** Half the heights of a step that is drawn at no level of detail and of one that no shadow makes, in units of L. */
const faintest = 0.5;
const strongest = 30;

/** How well the colours to either side of an edge agree with a shadow's, 0 to 1. */
function likeShadow({ L, a, b, width, height, sigma }: ShadingEvidence, x: number, y: number): number {
  const i = y * width + x;
  const dx = L[i + 1] - L[i - 1];
  const dy = L[i + width] - L[i - width];
  const reach = (sideReach * sigma) / Math.max(1e-6, Math.sqrt(dx * dx + dy * dy));
  const across = Math.round(reach * dx);
  const down = Math.round(reach * dy);
  const one = inside(y - down, height) * width + inside(x - across, width);
  const other = inside(y + down, height) * width + inside(x + across, width);
  const weaker = Math.sqrt((L[other] - blackL) / (L[one] - blackL));
  const offA = a[other] / weaker - a[one] * weaker;
  const offB = b[other] / weaker - b[one] * weaker;
  const off = Math.sqrt(offA * offA + offB * offB) / Math.max(1, Math.abs(L[other] - L[one]));
  return Math.min(1, Math.max(0, (thingHue - off) / (thingHue - shadowHue)));
}

const inside = (at: number, length: number): number => (at < 0 ? 0 : at < length ? at : length - 1);
