import { pixelsOf } from "../kernels/mask";
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
  const pixels = pixelsOf(skeleton);
  const rim = Math.ceil(line);
  let ends = 0;
  for (let k = 0; k < pixels.length; k++) {
    const at = pixels[k];
    if (countBeside(skeleton, steps, at) !== 1) continue;
    const y = Math.floor(at / width);
    const x = at - y * width;
    if (x < rim || y < rim || x >= width - rim || y >= height - rim) continue;
    if (isEnd(skeleton, steps, at, line)) ends++;
  }
  giveBack(skeleton);
  return ends;
}

function countBeside(skeleton: Uint8Array, steps: number[], at: number): number {
  let count = 0;
  for (let k = 0; k < steps.length; k++) count += skeleton[at + steps[k]];
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
