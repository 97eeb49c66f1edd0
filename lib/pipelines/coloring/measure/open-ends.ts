import { giveBack } from "../kernels/shelf";
import { thin } from "../kernels/thin";

/**
 * Ends of lines that touch no other line. The ink is thinned; a line's end is a pixel of the skeleton with one neighbour,
 * and it counts when one can walk from it for a line's width without meeting a junction, for thinning grows short spurs at
 * corners. Ends at the edge of the sheet run on beyond it and do not count. Dashed pages have ends everywhere: do not ask.
 * @param line width of the pen in pixels.
 */
export function countOpenEnds(ink: Uint8Array, width: number, height: number, line: number): number {
  const skeleton = thin(ink, width, height);
  const steps = [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1];
  const rim = Math.ceil(line);
  let ends = 0;
  for (let y = rim; y < height - rim; y++) {
    ends += countEnds(skeleton, steps, y * width + rim, (y + 1) * width - rim, line);
  }
  giveBack(skeleton);
  return ends;
}

/** Ends among the pixels `from` to, but without, `to`. */
function countEnds(skeleton: Uint8Array, steps: number[], from: number, to: number, line: number): number {
  let ends = 0;
  for (let i = from; i < to; i++) {
    if (skeleton[i] && countBeside(skeleton, steps, i) === 1 && isEnd(skeleton, steps, i, line)) ends++;
  }
  return ends;
}

function countBeside(skeleton: Uint8Array, steps: number[], at: number): number {
  let count = 0;
  for (const step of steps) count += skeleton[at + step];
  return count;
}

function isEnd(skeleton: Uint8Array, steps: number[], end: number, length: number): boolean {
  let before = -1;
  let at = end;
  for (let walked = 0; walked < length; walked++) {
    const next = steps.map((step) => at + step).filter((pixel) => skeleton[pixel] && !isBeside(before, pixel, steps));
    if (next.length !== 1) return walked > 0 && next.length === 0;
    before = at;
    at = next[0];
  }
  return true;
}

/** Whether a pixel is the one walked from, or touches it: then it is behind and not ahead. */
const isBeside = (before: number, pixel: number, steps: number[]): boolean =>
  before >= 0 && (pixel === before || steps.includes(pixel - before));
