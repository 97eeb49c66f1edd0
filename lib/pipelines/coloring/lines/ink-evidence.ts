import { chamferDistance, chamferUnit } from "../kernels/distance";
import type { Lab } from "../kernels/lab";
import { intsAt, kernels, lendAll } from "../kernels/planes/workbench";

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
  /** Part of the strokes' middle lines where they are about as wide as everywhere; measured where asked for, else 0. */
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

const least = { share: 0.003, calmBeside: 0.62, sharpFlanks: 0.8 };

/**
 * Over 40 photos in colour and in grey, 35 outlined scenes, also in black and white and scanned, and 59 icons: drawings
 * have calmBeside over 0.75 and sharpFlanks over 0.84. A photo may have up to 0.84 of the one or 0.82 of the other,
 * but only one of UDED's has much of both (0.78 and 0.85 at 0.75 megapixels) and is taken for a drawing.
 */
export const isDrawn = ({ share, calmBeside, sharpFlanks }: InkEvidence): boolean =>
  share > least.share && calmBeside > least.calmBeside && sharpFlanks > least.sharpFlanks;

export function judgeInk(lab: Lab, mask: Uint8Array, paper: Float32Array, noise: number, oneWidth = 0): InkEvidence {
  const { width, height } = lab;
  const step = Math.max(calmStep, calmNoise * noise);
  const { ink, rim, sharp, calm } = countAll(lab, mask, paper, step);
  const pixels = Math.max(1, (width - 2 * flankReach) * (height - 2 * flankReach));
  const share = ink / pixels;
  const sharpFlanks = sharp / Math.max(1, rim);
  const isLikely = share > least.share && sharpFlanks > least.sharpFlanks;
  return {
    share,
    calm: calm / Math.max(1, pixels - ink),
    calmBeside: isLikely ? calmBesideInk(lab, mask, step) : 0,
    sharpFlanks,
    oneWidth,
  };
}

/**
 * Pixels of the ink, of those the ones on its outline, and of those the ones with a sharp flank; and how many of the others
 * are calm. None along the rim.
 */
function countAll({ L, width, height }: Lab, mask: Uint8Array, paper: Float32Array, step: number) {
  const [light, ground, bits, counts] = lendAll([L, paper, mask], 3);
  kernels.countFlanks(light, ground, bits, width, height, flankReach, flankPart, counts);
  const calm = kernels.countCalm(light, bits, width, height, flankReach, step);
  const [ink, rim, sharp] = intsAt(counts, 3);
  return { ink, rim, sharp, calm };
}

function isCalm(L: Float32Array, i: number, width: number, step: number): number {
  const here = L[i];
  return Math.abs(L[i + 1] - here) < step && Math.abs(L[i + width] - here) < step ? 1 : 0;
}

function calmBesideInk({ L, width, height }: Lab, mask: Uint8Array, step: number): number {
  const outward = chamferDistance(mask, width, height);
  let beside = 0;
  let calm = 0;
  for (let y = flankReach; y < height - flankReach; y++) {
    for (let x = flankReach, i = y * width + x; x < width - flankReach; x++, i++) {
      if (outward[i] <= besideFrom * chamferUnit || outward[i] >= besideTo * chamferUnit) continue;
      beside++;
      calm += isCalm(L, i, width, step);
    }
  }
  return calm / Math.max(1, beside);
}
