import type { Lab } from "../kernels/lab";
import type { Colour } from "./palette";

/** So near to one of its colours, in CIELAB, lies nearly all of a picture that has even colours only. */
const near = 6;
const leastNear = 0.86;
/** What is off a colour by less than the first is the file's loss, by more than the second something else. */
const lossTo = 8;
const lossNoMore = 18;

/**
 * Gives the pixels between the strokes of a picture of a few even colours these colours, where they differ by no more than
 * what JPEG and GIF lose: their blocks and the ripples beside edges would be borders. Pictures with shading stay as they
 * are. Changes `lab` in place.
 */
export function evenOut(lab: Lab, palette: readonly Colour[]): void {
  if (nearShare(lab, palette) < leastNear) return;
  for (let i = 0; i < lab.L.length; i++) {
    const colour = nearest(lab, i, palette);
    const [dL, da, db] = [colour[0] - lab.L[i], colour[1] - lab.a[i], colour[2] - lab.b[i]];
    const part = lossPart(Math.sqrt(dL * dL + da * da + db * db));
    lab.L[i] += part * dL;
    lab.a[i] += part * da;
    lab.b[i] += part * db;
  }
}

/** How much of so large a difference is the file's loss, 0 to 1; falls without a step, which would be a border. */
const lossPart = (apart: number): number => Math.min(1, Math.max(0, (lossNoMore - apart) / (lossNoMore - lossTo)));

function nearShare(lab: Lab, palette: readonly Colour[]): number {
  if (!palette.length) return 0;
  let count = 0;
  for (let i = 0; i < lab.L.length; i++) if (squareTo(lab, i, nearest(lab, i, palette)) < near * near) count++;
  return count / lab.L.length;
}

function nearest(lab: Lab, i: number, palette: readonly Colour[]): Colour {
  let best = palette[0];
  let least = Number.POSITIVE_INFINITY;
  for (const colour of palette) {
    const square = squareTo(lab, i, colour);
    if (square >= least) continue;
    least = square;
    best = colour;
  }
  return best;
}

const squareTo = ({ L, a, b }: Lab, i: number, [l0, a0, b0]: Colour): number =>
  (L[i] - l0) ** 2 + (a[i] - a0) ** 2 + (b[i] - b0) ** 2;
