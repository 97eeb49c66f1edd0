import { intsAt, kernels, layOut, planeAt } from "../kernels/planes/workbench";
import type { LineGraph } from "./line-graph";
import { type Threads, threadsOf } from "./threads";

/** Taubin (1995), section 3: a shrinking step and a slightly larger growing one keep lengths and remove ripples. */
const shrink = 0.5;
const grow = -0.52;

/** More rounds for soft vertices, as a multiple of the others: these shrink a little, which faint borders may. */
const softRounds = 3;

/**
 * How soft a vertex must be for so many rounds to blur its stroke by a Gaussian of `sigma` vertices: each round of a pull p
 * adds p to the variance.
 */
export const softnessFor = (sigma: number, rounds: number): number =>
  Math.min(1, (sigma * sigma) / (shrink * softRounds * rounds));

/**
 * Smooths strokes in place as a low pass along each of them. A vertex inside a stroke follows its two neighbours
 * there; strokes that end in it follow along. Free ends and vertices on the picture's edge stay.
 * @param rounds each takes away ripples of up to about 2 × √rounds vertices.
 */
export function smoothStrokes(strokes: LineGraph, rounds: number): void {
  const threads = threadsOf(strokes);
  const pulls = byPlace(strokes.softness, threads);
  for (let place = 0; place < pulls.length; place++) pulls[place] *= shrink;
  const bench = new SmoothingBench(threads, pulls);
  for (const axis of [strokes.x, strokes.y]) {
    const smooth = bench.smooth(byPlace(axis, threads), rounds);
    for (let place = 0; place < smooth.length; place++) axis[threads.vertex[place]] = smooth[place];
  }
}

/** What the vertices have, by place. */
function byPlace(values: Float32Array, { vertex }: Threads): Float32Array {
  const out = new Float32Array(vertex.length);
  for (let place = 0; place < out.length; place++) out[place] = values[vertex[place]];
  return out;
}

/** The strokes in the kernels' memory, with room for the coordinates of one axis before and after a round. */
class SmoothingBench {
  private readonly here: number;
  private readonly there: number;
  private readonly pulls: number;
  private readonly spans: number;
  private readonly spanCount: number;

  constructor({ vertex, starts, copies, homes, still }: Threads, pulls: Float32Array) {
    const n = vertex.length;
    const soft = softSpans(starts, pulls);
    const sizes = [n, n, n, soft.length, copies.length, homes.length, still.length];
    const [here, there, pullsAt, spans, copiesAt, homesAt, stillAt] = layOut(...sizes);
    planeAt(pullsAt, n).set(pulls);
    intsAt(spans, soft.length).set(soft);
    intsAt(copiesAt, copies.length).set(copies);
    intsAt(homesAt, homes.length).set(homes);
    intsAt(stillAt, still.length).set(still);
    kernels.layThreads(copiesAt, homesAt, copies.length, stillAt, still.length);
    this.here = here;
    this.there = there;
    this.pulls = pullsAt;
    this.spans = spans;
    this.spanCount = soft.length / 2;
  }

  /** Coordinates by place after so many rounds of shrinking and growing, and then of pulling soft places. */
  smooth(places: Float32Array, rounds: number): Float32Array {
    const { here, there, pulls, spans, spanCount } = this;
    const n = places.length;
    planeAt(here, n).set(places);
    kernels.sharpen(here, there, n, rounds, shrink, grow);
    planeAt(there, n).set(planeAt(here, n));
    kernels.soften(here, there, pulls, spans, spanCount, softRounds * rounds);
    return planeAt((softRounds * rounds) % 2 ? there : here, n);
  }
}

/** First place of each stroke that has soft places, and the one behind its last. */
function softSpans(starts: Int32Array, pulls: Float32Array): number[] {
  const spans: number[] = [];
  for (let stroke = 0; stroke + 1 < starts.length; stroke++) {
    let place = starts[stroke];
    while (place < starts[stroke + 1] && pulls[place] === 0) place++;
    if (place < starts[stroke + 1]) spans.push(starts[stroke], starts[stroke + 1]);
  }
  return spans;
}
