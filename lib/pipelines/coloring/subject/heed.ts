import type { Bustle } from "../kernels/bustle";
import { middleGains } from "../kernels/middle";
import { collect, kernels, lendAll } from "../kernels/planes/workbench";
import type { Subject } from "./find";
import { gainAt, gainBehind, lineGains } from "./gains";

/** How many times bustle counts inside the subject, and how many times more than by its place outside. */
const inside = 0.5;
const outside = 1.4;

/**
 * Lets the bustle of a photo count for less inside its subject, wherever that is, and by its place for more outside, in
 * place: a subject that is seen is a better guess at what a photo is of than its middle.
 */
export function heedSubject({ plane, stride }: Bustle, subject: Subject): void {
  const rows = plane.length / stride;
  const byPlace = middleGains(stride, rows);
  const more = gainBehind(subject, outside);
  for (let y = 0; y < rows; y++)
    heedRow(plane, subject, byPlace.subarray(y * stride, (y + 1) * stride), more, y * stride);
}

/** The row that begins at `start`. */
function heedRow(plane: Float32Array, subject: Subject, byPlace: Float64Array, more: number, start: number): void {
  const { certainty, plane: shares } = subject;
  for (let x = 0, at = start; x < byPlace.length; x++, at++) {
    const own = byPlace[x];
    const far = more * own;
    const bySubject = far + (inside - far) * shares[at];
    plane[at] *= own + (bySubject - own) * certainty;
  }
}

/** Takes from lines what lies outside the subject, in place: such lines as stairs and blinds are hardly drawn behind people. */
export function weakenBehind(lines: Float32Array[], subject: Subject): void {
  const { plane, stride, width } = subject;
  const gains = lineGains(subject);
  const kept = plane.map((share) => gainAt(gains, share));
  for (const line of lines) {
    const [values, gainsAt] = lendAll([line, kept]);
    kernels.multiplyByQuarter(values, width, line.length / width, gainsAt, stride);
    collect(line, values);
  }
}
