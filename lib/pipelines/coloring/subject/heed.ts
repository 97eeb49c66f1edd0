import type { Bustle } from "../kernels/bustle";
import { middleGains } from "../kernels/middle";
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
  const middle = middleGains(stride, rows);
  const { certainty } = subject;
  const more = gainBehind(subject, outside);
  for (let y = 0, at = 0; y < rows; y++) {
    for (let x = 0; x < stride; x++, at++) {
      const byPlace = middle(x, y);
      const bySubject = gainAt({ outside: more * byPlace, inside }, subject.plane[at]);
      plane[at] *= byPlace + (bySubject - byPlace) * certainty;
    }
  }
}

/** Takes from lines what lies outside the subject, in place: such lines as stairs and blinds are hardly drawn behind people. */
export function weakenBehind(lines: Float32Array, subject: Subject): void {
  const { plane, stride, width } = subject;
  const gains = lineGains(subject);
  const kept = plane.map((share) => gainAt(gains, share));
  for (let start = 0, y = 0; start < lines.length; start += width, y++) {
    weakenRow(lines, start, width, kept, (y >> 2) * stride);
  }
}

function weakenRow(lines: Float32Array, start: number, width: number, kept: Float32Array, first: number): void {
  for (let x = 0; x < width; x++) if (lines[start + x]) lines[start + x] *= kept[first + (x >> 2)];
}
