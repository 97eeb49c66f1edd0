import type { Landmarks } from "../landmarks";
import type { EyePoints } from "../mesh-points";
import type { Pen } from "./pen";
import { contains, distance, type Point, pointsOf, type Stroke, smoothThrough, widest } from "./stroke";

/** An eye narrower than this part of its width is closed: a single line. A little wider, it is narrowed by a smile. */
const closedBelow = 0.12;
const narrowBelow = 0.18;
/** Radius of the pupil over the iris's. */
const pupilPart = 0.42;
/** Radius of the dot that stands for both where they are small, over the iris's. */
const dotPart = 0.7;
/** Radius of the dot of an eye that has no room for two lids, and width of one whose upper lid is still drawn: mm. */
const leastDotMm = 0.5;
const leastLidMm = 2.2;
/** Least width of the ring around a pupil, as a part of the pen's gap. */
const ringPart = 0.9;
/** Steps around an iris. */
const around = 96;

/** Radius of an iris, in pixels. */
export function irisRadius(face: Landmarks, eye: EyePoints): number {
  const [, right, top, left, bottom] = pointsOf(face, eye.iris);
  return (distance(right, left) + distance(top, bottom)) / 4;
}

/**
 * Lids, iris and pupil of an eye, and the fold above it where there is room.
 * @param smaller radius of the smaller iris of the face, by which both are drawn alike.
 */
export function drawEye(face: Landmarks, eye: EyePoints, pen: Pen, smaller = irisRadius(face, eye)): Stroke[] {
  const { scale, gapMm, folds } = pen;
  const upper = pointsOf(face, eye.upperLid);
  const lower = pointsOf(face, eye.lowerLid);
  const width = distance(upper[0], upper[upper.length - 1]);
  const opening = widest(upper, lower);
  const fold = folds && foldRoom(face, eye) * scale >= gapMm ? [smoothThrough(foldOf(face, eye))] : [];
  if (opening < closedBelow * width) return [smoothThrough(lower), ...fold];
  if (opening < narrowBelow * width || opening * scale < gapMm) return [...smallEye(face, eye, upper, pen), ...fold];
  const lids = [smoothThrough(upper), smoothThrough(lower)];
  const almond = [...lids[0].points, ...lids[1].points.toReversed()];
  const [middle] = pointsOf(face, eye.iris);
  const rings = irisRings(irisRadius(face, eye), smaller, pen);
  return [...lids, ...rings.flatMap((radius) => within(circle(middle, radius), almond)), ...fold];
}

/** An open eye without room between its lids: the upper one over a dot, and the dot alone where it is tiny. */
function smallEye(face: Landmarks, eye: EyePoints, upper: Point[], { scale, inkMm }: Pen): Stroke[] {
  const [middle] = pointsOf(face, eye.iris);
  const radius = Math.max(dotPart * irisRadius(face, eye), leastDotMm / scale);
  const dot = blackRings(radius, inkMm / scale).map((ring) => whole(circle(middle, ring)));
  const hasLid = distance(upper[0], upper[upper.length - 1]) * scale >= leastLidMm;
  return hasLid ? [smoothThrough(upper), ...dot] : dot;
}

/** Radii of what is drawn of an iris: its edge and a black pupil, or a black dot where there is no room for both. */
function irisRings(radius: number, smaller: number, { scale, gapMm, inkMm }: Pen): number[] {
  const ink = inkMm / scale;
  const hasRoom = smaller * (1 - pupilPart) * scale >= ringPart * gapMm;
  return hasRoom ? [radius, ...blackRings(pupilPart * radius, ink)] : blackRings(dotPart * radius, ink);
}

/** Radii of the rings that a pen of width `ink` blackens a disc with; without ink its outline alone. */
export function blackRings(radius: number, ink: number): number[] {
  const outer = Math.max(ink / 4, radius - ink / 2);
  const count = ink ? Math.ceil(Math.max(0, outer - 0.4 * ink) / (0.8 * ink)) : 0;
  return Array.from({ length: count + 1 }, (_, i) => outer * (1 - i / (count + 0.5)));
}

const circle = ({ x, y }: Point, radius: number): Point[] =>
  Array.from({ length: around }, (_, i) => {
    const angle = (2 * Math.PI * i) / around;
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
  });

const whole = (ring: Point[]): Stroke => ({ points: [...ring, ring[0]], closed: true });

/** The parts of a closed line that lie inside a polygon, as open strokes; all of it as a closed one. */
export function within(ring: Point[], polygon: Point[]): Stroke[] {
  const inside = ring.map((point) => contains(polygon, point));
  const start = inside.findIndex((is, i) => is && !inside.at(i - 1));
  if (start < 0) return inside[0] ? [whole(ring)] : [];
  const strokes: Stroke[] = [];
  let run: Point[] = [];
  for (let k = 0; k <= ring.length; k++) {
    const i = (start + k) % ring.length;
    if (k < ring.length && inside[i]) {
      run.push(ring[i]);
      continue;
    }
    if (run.length > ring.length / 12) strokes.push({ points: run, closed: false });
    run = [];
  }
  return strokes;
}

/** The fold above the upper lid, without its ends, which run into the corners of the eye. */
const foldOf = (face: Landmarks, eye: EyePoints): Point[] => pointsOf(face, eye.fold).slice(2, -1);

/** Least distance from an eye's fold to its upper lid, in pixels. */
export function foldRoom(face: Landmarks, eye: EyePoints): number {
  const lid = pointsOf(face, eye.upperLid);
  return Math.min(...foldOf(face, eye).flatMap((point) => lid.map((other) => distance(point, other))));
}
