import type { Lab } from "../kernels/lab";
import { finderNetwork } from "./networks";
import { look, type View } from "./view";

/** A face as it was first found. Lengths are pixels of the picture. */
export interface Found {
  /** How sure the network is, 0 to 1. */
  confidence: number;
  x: number;
  y: number;
  width: number;
  height: number;
  /** x and y of the near eye, the far eye, the tip of the nose, the mouth and both ears. */
  points: number[];
}

/** Pixels that the network looks at. */
const across = 128;
/** How many boxes start at each place of the two grids (Bazarevsky et al. 2019, BlazeFace). */
const grids = [
  { side: 16, boxes: 2 },
  { side: 8, boxes: 6 },
];
const valuesPerBox = 16;

/** Short side over long side from which a picture is seen as a whole. */
const nearlySquare = 0.8;
/** Part of the long side that one of two squares takes at least, so that they overlap. */
const leastPart = 0.6;

/** Boxes that overlap by more than this part of what both cover are the same face. */
const sameFace = 0.3;

/** Confidence from afar, where a group's faces are a few pixels, from which it is worth to look closer at a place. */
const leastHint = 0.2;
/** Sides of close views over the picture's long side, and the part of a side from one to the next at most. */
const closeParts = { near: 0.5, nearest: 0.33 };
const closeStep = 0.6;
/** So many faces are a group, in which there may be smaller ones: theirs is less than this part of the long side. */
const group = { faces: 3, height: 0.12 };

/**
 * Human faces in a picture, the surest box of each. The network sees squares, and faces from about a tenth of their
 * side: the picture is seen from afar, where that hints at faces also from close by, and a group from still closer.
 * @param least the confidence from which a face counts.
 * @param hint the confidence from afar from which a picture may hold people at all.
 */
export function findFaces(lab: Lab, { least, hint }: { least: number; hint: number }): Found[] {
  const afar = viewsOf(lab).flatMap((view) => findIn(lab, view, leastHint));
  if (!afar.some(({ confidence }) => confidence >= hint)) return [];
  const near = lookCloser(lab, closeParts.near, afar);
  const faces = surest([afar, ...near], least);
  if (!isGroup(faces, Math.max(lab.width, lab.height))) return faces;
  return surest([afar, ...near, ...lookCloser(lab, closeParts.nearest, near.flat())], least);
}

/** What is seen in the close views that hold a hint. */
function lookCloser(lab: Lab, part: number, hints: Found[]): Found[][] {
  const isIn =
    ({ x, y, side }: View) =>
    (box: Found) =>
      Math.max(Math.abs(box.x - x), Math.abs(box.y - y)) < side / 2;
  const views = closeViewsOf(lab, part).filter((view) => hints.some(isIn(view)));
  return views.map((view) => wholeIn(view, lab, findIn(lab, view, leastHint)));
}

/** One box of each face: the mean of those seen at once, and of several looks' the surest. */
function surest(seen: Found[][], least: number): Found[] {
  const sure = seen.map((boxes) => boxes.filter(({ confidence }) => confidence >= least));
  return mergeSame(
    sure.flatMap((boxes) => mergeSame(boxes, meanOf)),
    ([first]) => first,
  );
}

const isGroup = (faces: Found[], long: number): boolean =>
  faces.filter(({ height }) => height < group.height * long).length >= group.faces;

/** Squares of a part of the picture's long side that cover it, each overlapping the next by a face. */
export function closeViewsOf({ width, height }: { width: number; height: number }, part: number): View[] {
  const side = part * Math.max(width, height);
  const middles = (length: number): number[] => {
    if (length <= side) return [length / 2];
    const steps = Math.ceil((length - side) / (closeStep * side));
    return Array.from({ length: steps + 1 }, (_, i) => side / 2 + (i * (length - side)) / steps);
  };
  return middles(height).flatMap((y) => middles(width).map((x) => ({ x, y, side, turn: 0 })));
}

/** A face that takes more of a close view's side is better seen from further away. */
const mostOfView = 0.6;

/** Without faces that are too near, or that the edge of the view cuts, unless it is the picture's. */
function wholeIn({ x, y, side }: View, { width, height }: Lab, boxes: Found[]): Found[] {
  const isInside = (middle: number, size: number, viewed: number, length: number) =>
    (middle - size / 2 > viewed - side / 2 || viewed - side / 2 <= 0) &&
    (middle + size / 2 < viewed + side / 2 || viewed + side / 2 >= length);
  return boxes.filter(
    (box) =>
      box.width < mostOfView * side && isInside(box.x, box.width, x, width) && isInside(box.y, box.height, y, height),
  );
}

/** The whole of a picture that is nearly square; of others two squares that cover it along its long side. */
export function viewsOf({ width, height }: { width: number; height: number }): View[] {
  const long = Math.max(width, height);
  const middle = { x: width / 2, y: height / 2, turn: 0 };
  if (long * nearlySquare <= Math.min(width, height)) return [{ ...middle, side: long }];
  const side = Math.max(Math.min(width, height), leastPart * long);
  const shift = (long - side) / 2;
  const [dx, dy] = width >= height ? [shift, 0] : [0, shift];
  return [-1, 1].map((way) => ({ ...middle, x: middle.x + way * dx, y: middle.y + way * dy, side }));
}

export function findIn(lab: Lab, view: View, least: number): Found[] {
  const outputs = finderNetwork().run(look(lab, view, across, -1, 1));
  const scores = outputs.get("classificators") as Float32Array;
  const values = outputs.get("regressors") as Float32Array;
  const leastScore = Math.log(least / (1 - least));
  const found: Found[] = [];
  let box = 0;
  for (const { side, boxes } of grids) {
    for (let place = 0; place < side * side; place++) {
      for (let i = 0; i < boxes; i++, box++) {
        if (scores[box] < leastScore) continue;
        const startX = ((place % side) + 0.5) / side;
        const startY = (Math.floor(place / side) + 0.5) / side;
        found.push(decode(values.subarray(box * valuesPerBox), startX, startY, view, scores[box]));
      }
    }
  }
  return found;
}

function decode(values: Float32Array, startX: number, startY: number, view: View, score: number): Found {
  const x = (i: number) => view.x + (values[i] / across + startX - 0.5) * view.side;
  const y = (i: number) => view.y + (values[i] / across + startY - 0.5) * view.side;
  const points: number[] = [];
  for (let i = 4; i < valuesPerBox; i += 2) points.push(x(i), y(i + 1));
  return {
    confidence: 1 / (1 + Math.exp(-score)),
    x: x(0),
    y: y(1),
    width: (values[2] / across) * view.side,
    height: (values[3] / across) * view.side,
    points,
  };
}

/** One face for every group of boxes, the surest first. @param merge makes one of those, the surest of which is the first. */
function mergeSame(boxes: Found[], merge: (same: Found[]) => Found): Found[] {
  const left = [...boxes].sort((one, other) => other.confidence - one.confidence);
  const faces: Found[] = [];
  while (left.length) {
    const surest = left[0];
    const same = left.filter((box) => overlap(box, surest) > sameFace);
    for (const box of same) left.splice(left.indexOf(box), 1);
    faces.push(merge(same));
  }
  return faces;
}

/** Of boxes of the same face only those count that are nearly as sure as the surest. */
const nearlyAsSure = 0.06;

/** The mean of boxes of one view, weighted by confidence, with the surest one's confidence. */
function meanOf(all: Found[]): Found {
  const same = all.filter(({ confidence }) => confidence > all[0].confidence - nearlyAsSure);
  const weight = same.reduce((sum, { confidence }) => sum + confidence, 0);
  const mean = (read: (box: Found) => number) =>
    same.reduce((sum, box) => sum + box.confidence * read(box), 0) / weight;
  return {
    confidence: same[0].confidence,
    x: mean(({ x }) => x),
    y: mean(({ y }) => y),
    width: mean(({ width }) => width),
    height: mean(({ height }) => height),
    points: same[0].points.map((_, i) => mean(({ points }) => points[i])),
  };
}

/** The part of what two boxes cover together that both of them cover. */
function overlap(one: Found, other: Found): number {
  const across =
    Math.min(one.x + one.width / 2, other.x + other.width / 2) -
    Math.max(one.x - one.width / 2, other.x - other.width / 2);
  const down =
    Math.min(one.y + one.height / 2, other.y + other.height / 2) -
    Math.max(one.y - one.height / 2, other.y - other.height / 2);
  const both = Math.max(0, across) * Math.max(0, down);
  return both / (one.width * one.height + other.width * other.height - both);
}
