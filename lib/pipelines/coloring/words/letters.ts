import { thin } from "../kernels/thin";
import type { Dot } from "../lines/dots";
import type { LineGraph } from "../lines/line-graph";
import { dropShortDrawings, pruneTwigs, traceSkeleton } from "../lines/skeleton";
import { smoothStrokes } from "../lines/smooth";
import { joinStrokes } from "../lines/strokes";
import type { Mark } from "./marks";
import type { Word } from "./words";

/** Words as they are written with one pen: the middle lines of their letters, smooth already, and dots. */
export interface Letters {
  lines: LineGraph;
  dots: Dot[];
}

export interface LetterLimits {
  /** Smaller writing nobody could read on paper: height in pixels. */
  least: number;
  /** Smaller dots would run into their letters: height of the writing in pixels. */
  leastWithDots: number;
  /** Shorter strokes that stand alone are specks: pixels. */
  shortest: number;
}

/** Twigs that thinning leaves at corners are shorter than this, in widths of the stroke. */
const twig = 1.1;
/** Rounds of smoothing for each pixel of the stroke's width. */
const roundsPerWidth = 1.5;

/** The words that are large enough to be read. */
export function writeLetters(words: Word[], { least, leastWithDots, shortest }: LetterLimits): Letters {
  const written = words.filter(({ height }) => height >= least);
  const dotted = written.filter(({ height }) => height >= leastWithDots);
  return {
    lines: together(written.map((word) => linesOf(word, shortest))),
    dots: dotted.flatMap(({ marks }) => marks.filter(isDot).map(dotOf)),
  };
}

/** Strokes cover more squares of their own width than this. */
const mostOfDot = 6;

const isDot = ({ pixels, stroke }: Mark): boolean => pixels.length < mostOfDot * stroke * stroke;

const dotOf = ({ left, right, top, bottom, pixels }: Mark): Dot => ({
  x: (left + right) / 2,
  y: (top + bottom) / 2,
  radius: Math.sqrt(pixels.length / Math.PI),
});

function linesOf({ marks, stroke }: Word, shortest: number): LineGraph {
  const letters = marks.filter((mark) => !isDot(mark));
  const box = boxAround(letters);
  const middles = thin(maskOf(letters, box), box.width, box.height);
  const skeleton = traceSkeleton(middles, box.width, box.height);
  const strokes = joinStrokes(dropShortDrawings(pruneTwigs(skeleton, twig * stroke), shortest));
  smoothStrokes(strokes, Math.max(2, Math.round(roundsPerWidth * stroke)));
  return {
    ...strokes,
    x: strokes.x.map((x) => x + box.left),
    y: strokes.y.map((y) => y + box.top),
  };
}

interface LetterBox {
  left: number;
  top: number;
  width: number;
  height: number;
  /** Pixels of a row of the picture. */
  stride: number;
}

/** The box of marks and two pixels more, for thinning clears the rim. */
function boxAround(marks: Mark[]): LetterBox {
  const left = Math.min(...marks.map((mark) => mark.left)) - 2;
  const top = Math.min(...marks.map((mark) => mark.top)) - 2;
  const width = Math.max(...marks.map(({ right }) => right)) + 2 - left;
  const height = Math.max(...marks.map(({ bottom }) => bottom)) + 2 - top;
  return { left, top, width, height, stride: marks[0].stride };
}

function maskOf(marks: Mark[], { left, top, width, height, stride }: LetterBox): Uint8Array {
  const mask = new Uint8Array(width * height);
  for (const { pixels } of marks) {
    for (const pixel of pixels) {
      const y = (pixel / stride) | 0;
      mask[(y - top) * width + (pixel - y * stride - left)] = 1;
    }
  }
  return mask;
}

/** Several graphs as one. */
function together(graphs: LineGraph[]): LineGraph {
  const count = graphs.reduce((sum, { x }) => sum + x.length, 0);
  const whole: LineGraph = {
    x: new Float32Array(count),
    y: new Float32Array(count),
    fixed: new Uint8Array(count),
    softness: new Float32Array(count),
    chains: [],
  };
  let first = 0;
  for (const { x, y, chains } of graphs) {
    const start = first;
    whole.x.set(x, start);
    whole.y.set(y, start);
    whole.chains.push(...chains.map((chain) => chain.map((vertex) => vertex + start)));
    first += x.length;
  }
  return whole;
}
