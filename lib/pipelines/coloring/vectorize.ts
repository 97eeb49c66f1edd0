import type { ColoringOptions } from "@/lib/contracts/coloring";
import { TracepressError } from "@/lib/errors";
import type { StageContext } from "../pipeline";
import type { Drawing } from "./clean";
import { type Curve, fitCurve } from "./lines/bezier";
import { closeGaps } from "./lines/close-gaps";
import { dotCurves } from "./lines/dots";
import { isClosed, type LineGraph } from "./lines/line-graph";
import { smoothStrokes, softnessFor } from "./lines/smooth";
import { joinStrokes } from "./lines/strokes";
import { linePoints, mmPerPoint, type Size } from "./options";

export interface VectorizeInput {
  drawing: Drawing;
  size: Size;
  /** Millimetres of paper per pixel. */
  scale: number;
  /** Pixels of this picture per pixel of a standard one. */
  unit: number;
  /** Length of one of the file's own pixels in pixels of this picture. */
  grain: number;
  name: string;
  options: ColoringOptions;
}

/** How far a curve may run from the traced line, in mm on paper. */
const toleranceMm = 0.18;
const featureToleranceMm = 0.06;
/** Rounds of smoothing in a picture of standard size. */
const borderRounds = 24;
const penRounds = 10;
/** However small the picture, the stairs of its pixels have to go. */
const leastRounds = 12;
/** Strokes shorter than this are dust: mm on paper. */
const shortestMm = 1.6;
/** A line that ends this near before another was meant to reach it: mm on paper. */
const gapMm = 2.6;
/** From so many ends of lines on its edge on a picture is a scene that fills its frame. */
const endsOfScene = 4;

/** Stage 5: pixel lines become smooth strokes of few Béziers. Coordinates stay pixels of the canvas. */
export function vectorize(input: VectorizeInput, { span }: StageContext): Curve[] {
  const { drawing, scale, unit, name, size } = input;
  const curves: Curve[] = [];
  const rounds = unit * unit;
  const ofPixels = (lines: LineGraph, ofStandard: number): Curve[] => {
    const smoothing = Math.max(leastRounds, ofStandard * rounds, roundsOfGrain * input.grain ** 2);
    return toCurves(yieldingToGrain(lines, input.grain, smoothing), smoothing, toleranceMm / scale);
  };
  curves.push(...ofPixels(drawing.borders, borderRounds));
  curves.push(...ofPixels(drawing.ink, penRounds));
  curves.push(...ofPixels(drawing.creases, penRounds));
  curves.push(...toCurves(drawing.hairlines, Math.max(leastRounds, borderRounds * rounds), toleranceMm / scale));
  curves.push(...toCurves(drawing.jaws, Math.max(leastRounds, penRounds * rounds), toleranceMm / scale));
  const long = curves.filter((curve) => reachOf(curve) * scale >= shortestMm);
  const drawn = closeGaps(long, gapMm / scale);
  // Features of faces end where they should.
  drawn.push(...toCurves(drawing.features, 0, featureToleranceMm / scale));
  drawn.push(...toCurves(drawing.letters.lines, 0, featureToleranceMm / scale));
  const lineMm = linePoints[input.options.line_weight] * mmPerPoint;
  drawn.push(...[...drawing.dots, ...drawing.letters.dots].flatMap((dot) => dotCurves(dot, scale, lineMm)));
  if (!drawn.length) {
    throw new TracepressError(
      "page_rejected",
      `${name} has nothing to draw: no line or shape in it stands out. Choose a picture with more contrast.`,
    );
  }
  const ends = edgeEnds(drawing.borders, size);
  // Over the picture itself a frame would lie on the very edge of the sheet.
  const hasFrame = fillsFrame(ends) && input.options.page_size !== "original";
  span.set("frame.line_ends_on_edge", sum(ends));
  span.set("frame.drawn", hasFrame);
  if (hasFrame) drawn.push(frame(size));
  span.set("strokes.count", drawn.length);
  span.set("strokes.dust_dropped", curves.length - long.length);
  span.set(
    "strokes.beziers",
    drawn.reduce((sum, { points }) => sum + (points.length - 2) / 6, 0),
  );
  return drawn;
}

/** From this enlargement on the file's own pixels show as stairs, and lines are blurred by so many of those beyond it. */
const stairsFrom = 2;
const blurOfGrain = 1;
/** A blur takes rounds: so many for the square of the grain. */
const roundsOfGrain = 0.8;

/** Lines that yield to so many rounds of smoothing by a blur of about the file's own pixels, where these were enlarged. */
function yieldingToGrain(lines: LineGraph, grain: number, rounds: number): LineGraph {
  if (grain <= stairsFrom) return lines;
  const least = softnessFor(blurOfGrain * (grain - stairsFrom), rounds);
  return { ...lines, softness: lines.softness.map((softness) => Math.max(softness, least)) };
}

function toCurves(graph: LineGraph, rounds: number, tolerance: number): Curve[] {
  const strokes = joinStrokes(graph);
  smoothStrokes(strokes, Math.round(rounds));
  return strokes.chains.map((chain) => {
    const x = new Float64Array(chain.length);
    const y = new Float64Array(chain.length);
    for (let i = 0; i < chain.length; i++) {
      x[i] = strokes.x[chain[i]];
      y[i] = strokes.y[chain[i]];
    }
    return fitCurve({ x, y, closed: isClosed(chain) }, tolerance);
  });
}

/** Long side of a curve's box, in pixels. */
function reachOf({ points }: Curve): number {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let top = left;
  let bottom = right;
  for (let i = 0; i < points.length; i += 2) {
    left = Math.min(left, points[i]);
    right = Math.max(right, points[i]);
    top = Math.min(top, points[i + 1]);
    bottom = Math.max(bottom, points[i + 1]);
  }
  return Math.max(right - left, bottom - top);
}

type Sides = [left: number, top: number, right: number, bottom: number];

/** Ends of lines on each side of the picture's edge. */
function edgeEnds({ chains, fixed, x, y }: LineGraph, { width, height }: Size): Sides {
  const ends: Sides = [0, 0, 0, 0];
  for (const chain of chains) {
    for (const point of [chain[0], chain[chain.length - 1]]) {
      if (fixed[point] === 0) continue;
      const away = [x[point], y[point], width - x[point], height - y[point]];
      ends[away.indexOf(Math.min(...away))]++;
    }
  }
  return ends;
}

/** Whether what is drawn goes on beyond the picture: then only the frame closes it, as a sky above a horizon. */
function fillsFrame(ends: Sides): boolean {
  const [left, top, right, bottom] = ends;
  return sum(ends) >= endsOfScene || (left > 0 && right > 0) || (top > 0 && bottom > 0);
}

const sum = (counts: Sides): number => counts.reduce((all, count) => all + count, 0);

function frame({ width, height }: Size): Curve {
  const corners = [0, 0, width, 0, width, height, 0, height, 0, 0];
  const points = [0, 0];
  for (let i = 0; i < 8; i += 2) {
    const [x0, y0, x1, y1] = corners.slice(i, i + 4);
    for (const part of [1 / 3, 2 / 3, 1]) points.push(x0 + (x1 - x0) * part, y0 + (y1 - y0) * part);
  }
  return { points, closed: true };
}
