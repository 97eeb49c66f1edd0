import type { LineGraph } from "./line-graph";
import { layOut, type Threads } from "./threads";

/** Taubin (1995), section 3: a shrinking step and a slightly larger growing one keep lengths and remove ripples. */
const shrink = 0.5;
const grow = -0.52;

/** More rounds for soft vertices, as a multiple of the others: these shrink a little, which faint borders may. */
const softRounds = 3;

/**
 * Smooths strokes in place as a low pass along each of them. A vertex inside a stroke follows its two neighbours
 * there; strokes that end in it follow along. Free ends and vertices on the picture's edge stay.
 * @param rounds each takes away ripples of up to about 2 × √rounds vertices.
 */
export function smoothStrokes(strokes: LineGraph, rounds: number): void {
  const threads = layOut(strokes);
  const pulls = byPlace(strokes.softness, threads);
  for (let place = 0; place < pulls.length; place++) pulls[place] *= shrink;
  for (const axis of [strokes.x, strokes.y]) {
    const smooth = soften(sharpen(axis, threads, rounds), threads, pulls, softRounds * rounds);
    for (let place = 0; place < smooth.length; place++) axis[threads.vertex[place]] = smooth[place];
  }
}

/** What the vertices have, by place. */
function byPlace(values: Float32Array, { vertex }: Threads): Float32Array {
  const out = new Float32Array(vertex.length);
  for (let place = 0; place < out.length; place++) out[place] = values[vertex[place]];
  return out;
}

/** Coordinates by place, after so many rounds of shrinking and growing. */
function sharpen(axis: Float32Array, threads: Threads, rounds: number): Float32Array {
  const here = byPlace(axis, threads);
  const there = new Float32Array(here.length);
  for (let round = 0; round < rounds; round++) {
    stepAll(here, there, shrink);
    settle(here, there, threads);
    stepAll(there, here, grow);
    settle(there, here, threads);
  }
  return here;
}

function stepAll(from: Float32Array, to: Float32Array, pull: number): void {
  // The outermost places are ends, which no step moves.
  let before = from[0];
  let here = from[1];
  for (let i = 1; i < from.length - 1; i++) {
    const after = from[i + 1];
    to[i] = here + pull * (0.5 * (before + after) - here);
    before = here;
    here = after;
  }
}

/** Brings what has no step of its own to where it belongs after one. */
function settle(from: Float32Array, to: Float32Array, { copies, homes, still }: Threads): void {
  for (let i = 0; i < still.length; i++) to[still[i]] = from[still[i]];
  for (let i = 0; i < copies.length; i++) to[copies[i]] = to[homes[i]];
}

/** Rounds in which each place is pulled by as much as it is soft, on the strokes that have soft places. */
function soften(places: Float32Array, threads: Threads, pulls: Float32Array, rounds: number): Float32Array {
  const { starts } = threads;
  const soft: number[] = [];
  for (let stroke = 0; stroke + 1 < starts.length; stroke++) {
    if (pulls.subarray(starts[stroke], starts[stroke + 1]).some((pull) => pull > 0)) soft.push(stroke);
  }
  if (!soft.length) return places;
  let from: Float32Array = places;
  let to: Float32Array = places.slice();
  for (let round = 0; round < rounds; round++) {
    for (const stroke of soft) pullAlong(from, to, pulls, starts[stroke], starts[stroke + 1]);
    settle(from, to, threads);
    [from, to] = [to, from];
  }
  return from;
}

function pullAlong(from: Float32Array, to: Float32Array, pulls: Float32Array, start: number, end: number): void {
  let before = from[start];
  let here = from[start + 1];
  for (let i = start + 1; i < end - 1; i++) {
    const after = from[i + 1];
    to[i] = here + pulls[i] * (0.5 * (before + after) - here);
    before = here;
    here = after;
  }
}
