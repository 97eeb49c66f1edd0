import type { StageContext } from "../../pipeline";
import type { Lab } from "../kernels/lab";
import { borrowFloats } from "../kernels/shelf";
import { enlarge } from "../net/enlarge";
import { subjectNetwork } from "./network";
import { shrink } from "./shrink";

/** What a photo is of, told from what it stands before: people, and animals and single things as well. */
export interface Subject {
  /** How much of each place is the subject, 0 to 1, at a quarter of the resolution; borrowed from the shelf. */
  plane: Float32Array;
  stride: number;
  /** The picture's width in pixels. */
  width: number;
  /** Its share of the picture, 0 to 1. */
  share: number;
  /** How clearly it stands apart, times the weight that it is given: more than 0 and up to 1. */
  certainty: number;
}

/** Pixels that the network looks at, across and down. */
const side = 256;

/**
 * How undecided the network may be, as the mean of 1 - p where it says p: up to 0.15 on what anyone would point at, 0.4 and
 * more on landscapes, crowds and patterns.
 */
const decided = 0.15;
const undecided = 0.4;
/** Shares of the picture at which a subject begins to count and does, and at which it is all there is. */
const specks = 0.005;
const leastShare = 0.02;
const mostShare = 0.6;
const wholePicture = 0.95;

/**
 * The subject of a picture; null where none stands apart from the rest, or nothing else is there.
 * @param weight how much is made of it, more than 0 and up to 1.
 */
export function findSubject(lab: Lab, weight: number, span: StageContext["span"]): Subject | null {
  const [mask] = subjectNetwork().run(shrink(lab, side)).values();
  const { share, doubt } = describe(mask);
  const certainty =
    ramp(doubt, undecided, decided) * ramp(share, specks, leastShare) * ramp(share, wholePicture, mostShare);
  span.set("subject.share", Number(share.toFixed(3)));
  span.set("subject.certainty", Number(certainty.toFixed(3)));
  if (certainty === 0) return null;
  const stride = (lab.width + 3) >> 2;
  const rows = (lab.height + 3) >> 2;
  const plane = borrowFloats(stride * rows);
  enlarge(mask, [side, side, 1], plane, [rows, stride]);
  return { plane, stride, width: lab.width, share, certainty: certainty * weight };
}

function describe(mask: Float32Array): { share: number; doubt: number } {
  let sum = 0;
  let undecidedSum = 0;
  for (let start = 0; start < mask.length; start += side) {
    const row = sumsOf(mask, start, sum, undecidedSum);
    sum = row.sum;
    undecidedSum = row.undecided;
  }
  return { share: sum / mask.length, doubt: sum > 0 ? undecidedSum / sum : 1 };
}

/** Sums with those of the row that begins at `start`. */
function sumsOf(mask: Float32Array, start: number, before: number, undecidedBefore: number) {
  let sum = before;
  let undecided = undecidedBefore;
  for (let i = start; i < start + side; i++) {
    sum += mask[i];
    undecided += mask[i] * (1 - mask[i]);
  }
  return { sum, undecided };
}

/** 0 at `from` and beyond, 1 at `to` and beyond, evenly between. */
const ramp = (value: number, from: number, to: number): number =>
  Math.min(1, Math.max(0, (value - from) / (to - from)));
