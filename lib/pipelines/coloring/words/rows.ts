import { rootOf } from "../kernels/roots";
import type { Mark } from "./marks";

/** Neighbours in a row: their sizes, strokes and tones differ by at most so much. */
const likeSize = 2.4;
const likeStroke = 1.7;
const likeContrast = 0.3;
const likeColour = 22;
const likeGround = 9;
/** They are at most so far apart, as a part of the smaller one's size, and side by side on this part of its height. */
const farthest = 0.7;
const leastBeside = 0.3;

export const widthOf = ({ left, right }: Mark): number => right - left;
export const heightOf = ({ top, bottom }: Mark): number => bottom - top;
export const sizeOf = (mark: Mark): number => Math.max(widthOf(mark), heightOf(mark));

/** Rows of marks that stand beside each other and are alike, each from left to right. */
export function rowsOf(marks: Mark[]): Mark[][] {
  const sorted = marks.toSorted((one, other) => one.left - other.left || one.top - other.top);
  const widest = sorted.reduce((most, mark) => Math.max(most, widthOf(mark)), 0);
  const root = Int32Array.from(sorted, (_, i) => i);
  for (let i = 0; i < sorted.length; i++) {
    const last = sorted[i].right + farthest * widest;
    for (let k = i + 1; k < sorted.length && sorted[k].left <= last; k++) {
      if (areNeighbours(sorted[i], sorted[k])) root[rootOf(root, k)] = rootOf(root, i);
    }
  }
  const rows = new Map<number, Mark[]>();
  for (const [i, mark] of sorted.entries()) {
    const row = rows.get(rootOf(root, i));
    if (row) row.push(mark);
    else rows.set(rootOf(root, i), [mark]);
  }
  return [...rows.values()];
}

function areNeighbours(one: Mark, other: Mark): boolean {
  const smaller = Math.min(sizeOf(one), sizeOf(other));
  if (Math.max(sizeOf(one), sizeOf(other)) > likeSize * smaller) return false;
  const beside = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  if (beside < leastBeside * Math.min(heightOf(one), heightOf(other))) return false;
  return other.left - one.right <= farthest * smaller && areAlike(one, other);
}

function areAlike(one: Mark, other: Mark): boolean {
  const ratio = one.stroke / other.stroke;
  const contrast = Math.max(Math.abs(one.contrast), Math.abs(other.contrast));
  return (
    Math.max(ratio, 1 / ratio) <= likeStroke &&
    Math.abs(one.contrast - other.contrast) <= likeContrast * contrast &&
    isOnGroundOf(one, other)
  );
}

/** Whether two marks have one colour and stand on one ground. */
export const isOnGroundOf = (one: Mark, other: Mark): boolean =>
  Math.abs(one.ground - other.ground) <= likeGround && Math.hypot(one.a - other.a, one.b - other.b) <= likeColour;

/** From so many marks on a row may be bent. */
const fewestOfArc = 7;

/**
 * How far marks are from standing on one line, or hanging from one, straight or bent: the median distance of their feet or
 * heads from the line through them, as a part of their median height.
 */
export function unevenness(row: Mark[]): number {
  const height = medianOf(row.map(heightOf));
  const middles = row.map(({ left, right }) => (left + right) / 2);
  const off = (ends: number[]) => medianOf(offLine(middles, ends, row.length >= fewestOfArc ? 2 : 1));
  return Math.min(off(row.map(({ bottom }) => bottom)), off(row.map(({ top }) => top))) / height;
}

export function medianOf(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/** Distances of points from the polynomial of least squares through them, by orthogonal polynomials (Forsythe 1957). */
function offLine(x: number[], y: number[], degree: number): number[] {
  let rest = y;
  let before = x.map(() => 0);
  let basis = x.map(() => 1);
  let norm = 1;
  for (let power = 0; power <= degree; power++) {
    const whole = dot(basis, basis);
    if (whole < 1e-6) break;
    const share = dot(rest, basis) / whole;
    rest = rest.map((value, i) => value - share * basis[i]);
    const shift = dot(basis, times(x, basis)) / whole;
    const last = basis;
    const back = power ? whole / norm : 0;
    basis = basis.map((value, i) => (x[i] - shift) * value - back * before[i]);
    before = last;
    norm = whole;
  }
  return rest.map(Math.abs);
}

const times = (a: number[], b: number[]): number[] => a.map((value, i) => value * b[i]);
const dot = (a: number[], b: number[]): number => a.reduce((sum, value, i) => sum + value * b[i], 0);
