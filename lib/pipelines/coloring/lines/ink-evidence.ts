import { chamferDistance, chamferUnit } from "../kernels/distance";
import type { Lab } from "../kernels/lab";
import { intsAt, kernels, lendAll } from "../kernels/planes/workbench";
import { measurePen, nearOfFine } from "./pen-width";

/** What tells drawn ink from the dark thin places of a photo. All are shares from 0 to 1. */
export interface InkEvidence {
  /** Part of the picture that is ink. */
  share: number;
  /** Part of everything but ink whose lightness hardly changes from pixel to pixel. */
  calm: number;
  /** The same within a stroke's neighbourhood: paper is calm right up to the line. 0 where all else says photo. */
  calmBeside: number;
  /** Part of the ink's outline that falls from paper to ink within a few pixels. */
  sharpFlanks: number;
  /**
   * The two above as the file's own pixels have them: where it was enlarged, flanks and what they blur are wider. 0 where
   * too little is calm for a picture of outlines.
   */
  calmAtGrain: number;
  sharpAtGrain: number;
  /**
   * Part of the strokes' middle lines where they are about as wide as everywhere; measured where asked for and in small files
   * whose flanks are sharp, else 0.
   */
  oneWidth: number;
}

/** Change of L between neighbours that still counts as calm, and in deviations of the noise. */
const calmStep = 1;
const calmNoise = 2.5;
/** The neighbourhood of a stroke, in pixels from it. */
const besideFrom = 4;
const besideTo = 12;
/** Pixels over which a flank is measured, to either side, and the part of the whole contrast it must cover. */
const flankReach = 3;
const flankPart = 0.6;
/** The same in the file's own pixels, and how far from a stroke and over how many pixels its neighbourhood is calm. */
const flankGrain = 1.6;
const blurGrain = 2.5;
const ringAtGrain = 13;

const least = { share: 0.003, calmBeside: 0.62, sharpFlanks: 0.8 };

/**
 * Over 40 photos in colour and in grey, 35 outlined scenes, also in black and white and scanned, and 59 icons: drawings
 * have calmBeside over 0.75 and sharpFlanks over 0.84. A photo may have up to 0.84 of the one or 0.82 of the other,
 * but only one of UDED's has much of both (0.78 and 0.85 at 0.75 megapixels) and is taken for a drawing.
 */
export const isDrawn = ({ share, calmBeside, sharpFlanks }: InkEvidence): boolean =>
  share > least.share && calmBeside > least.calmBeside && sharpFlanks > least.sharpFlanks;

/** Less than what `isDrawn` asks for, and what both come to together with the share of edges beside ink. */
const leastAtGrain = { calm: 0.6, calmAtGrain: 0.7, sharpAtGrain: 0.7, inked: 0.6, sum: 2.45, oneWidth: 0 };
/** The same of sharp strokes that are of one width on so much of their way: a pen's are, the dark places of a photo are not. */
const leastOfPen = { calm: 0.6, calmAtGrain: 0.67, sharpAtGrain: 0.88, inked: 0.5, sum: 2.18, oneWidth: 0.74 };
/** That is asked of files whose pixels are enlarged so much; others show the pen's own edges. */
const penGrain = 2;

/** Whether what is dark and thin may be outlines of a small or soft picture, whatever they outline. */
export const seemsDrawn = (evidence: InkEvidence): boolean => isOutlined(evidence, 1);

/**
 * Whether what is dark and thin outlines nearly everything, which makes up for softer flanks, or half and is a pen's. Over 130
 * outlined cartoons, clip art and stickers, small, shadowed and from lossy files, nine in ten come to more than the former
 * sum, or are sure by `isDrawn`; of 317 photos, 220 of them small and cut out, none does but two drawn ones. Of 150 more
 * cartoons, JPEGs of 200 pixels, both bounds and `isDrawn` together take 139 for outlined; beyond the former bound the
 * latter took of 487 other pictures, most of them photos, a drawn button and two road signs with black rims.
 * @param inked share of the clear edges that lie beside it.
 */
export const isOutlined = (evidence: InkEvidence, inked: number): boolean =>
  comesTo(leastAtGrain, evidence, inked) || comesTo(leastOfPen, evidence, inked);

const comesTo = (bound: typeof leastAtGrain, evidence: InkEvidence, inked: number): boolean => {
  const { share, calm, calmAtGrain, sharpAtGrain, oneWidth } = evidence;
  return (
    share > least.share &&
    calm > bound.calm &&
    calmAtGrain > bound.calmAtGrain &&
    sharpAtGrain > bound.sharpAtGrain &&
    inked > bound.inked &&
    calmAtGrain + sharpAtGrain + inked > bound.sum &&
    oneWidth >= bound.oneWidth
  );
};

/**
 * How a picture was taken: deviation of its noise in units of L, the length of one of the file's own pixels, and whether
 * the file lost what is as fine as those.
 */
export interface Graininess {
  noise: number;
  grain: number;
  isLossy: boolean;
}

export function judgeInk(
  lab: Lab,
  mask: Uint8Array,
  paper: Float32Array,
  { noise, grain }: Graininess,
  penWidth?: number,
): InkEvidence {
  const { width, height } = lab;
  const step = Math.max(calmStep, calmNoise * noise);
  const { ink, rim, sharp } = countInk(lab, mask, paper, flankReach, false);
  const pixels = Math.max(1, (width - 2 * flankReach) * (height - 2 * flankReach));
  const share = ink / pixels;
  const calm = countCalm(lab, mask, step) / Math.max(1, pixels - ink);
  const sharpFlanks = sharp / Math.max(1, rim);
  const mayOutline = calm > leastAtGrain.calm;
  const reachAtGrain = Math.max(flankReach, Math.round(flankGrain * grain));
  const atGrain = mayOutline ? countInk(lab, mask, paper, reachAtGrain, true) : { sharp: 0, rim: 0 };
  const sharpAtGrain = atGrain.sharp / Math.max(1, atGrain.rim);
  const isLikely = share > least.share && sharpFlanks > least.sharpFlanks;
  const mayBe = share > least.share && sharpAtGrain > leastAtGrain.sharpAtGrain;
  const oneWidth = penWidth ?? (mayBe && grain >= penGrain ? measurePen(mask, width, height, nearOfFine).oneWidth : 0);
  // Laid on the bench, where nothing else is laid until both have read it.
  const outward = isLikely || mayBe ? chamferDistance(mask, width, height) : null;
  return {
    share,
    calm,
    calmBeside: outward && isLikely ? calmBetween(lab, outward, step, besideFrom, besideTo) : 0,
    sharpFlanks,
    calmAtGrain: outward && mayBe ? calmBetween(lab, outward, step, ...besideGrain(grain)) : 0,
    sharpAtGrain,
    oneWidth,
  };
}

const besideGrain = (grain: number): [from: number, to: number] => {
  const from = Math.max(besideFrom + 2, blurGrain * grain);
  return [from, from + ringAtGrain];
};

/**
 * Pixels of the ink, of those the ones on its outline, and of those the ones with a sharp flank; none along the rim.
 * @param heedsThin strokes so thin that paper lies on both sides within reach are sharp as well.
 */
function countInk({ L, width, height }: Lab, mask: Uint8Array, paper: Float32Array, reach: number, heedsThin: boolean) {
  const [light, ground, bits, counts] = lendAll([L, paper, mask], 3);
  kernels.countFlanks(light, ground, bits, width, height, reach, flankPart, heedsThin, counts);
  const [ink, rim, sharp] = intsAt(counts, 3);
  return { ink, rim, sharp };
}

/** How many pixels are calm that are no ink; none along the rim. */
function countCalm({ L, width, height }: Lab, mask: Uint8Array, step: number): number {
  const [light, bits] = lendAll([L, mask]);
  return kernels.countCalm(light, bits, width, height, flankReach, step);
}

function isCalm(L: Float32Array, i: number, width: number, step: number): number {
  const here = L[i];
  return Math.abs(L[i + 1] - here) < step && Math.abs(L[i + width] - here) < step ? 1 : 0;
}

/** Share of the pixels so far from ink, in pixels, that are calm; none along the rim. `outward` is the chamfer distance from it. */
function calmBetween({ L, width, height }: Lab, outward: Uint16Array, step: number, from: number, to: number): number {
  const [near, far] = [from * chamferUnit, to * chamferUnit];
  let beside = 0;
  let calm = 0;
  for (let y = flankReach; y < height - flankReach; y++) {
    for (let x = flankReach, i = y * width + x; x < width - flankReach; x++, i++) {
      if (outward[i] <= near || outward[i] >= far) continue;
      beside++;
      calm += isCalm(L, i, width, step);
    }
  }
  return calm / Math.max(1, beside);
}
