import { isClosed, type LineGraph } from "./line-graph";

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
  const { before, after } = neighbours(strokes);
  const count = strokes.x.length;
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  for (let round = 0; round < rounds; round++) {
    step(strokes.x, strokes.y, before, after, shrink, null, x, y);
    step(x, y, before, after, grow, null, strokes.x, strokes.y);
  }
  if (!strokes.softness.some((softness) => softness > 0)) return;
  for (let round = 0; round < softRounds * rounds; round++) {
    step(strokes.x, strokes.y, before, after, shrink, strokes.softness, x, y);
    strokes.x.set(x);
    strokes.y.set(y);
  }
}

/** The two vertices beside each one on the first stroke that passes through it; -1 where it must not move. */
function neighbours({ x, fixed, chains }: LineGraph): { before: Int32Array; after: Int32Array } {
  const before = new Int32Array(x.length).fill(-1);
  const after = new Int32Array(x.length).fill(-1);
  const put = (vertex: number, previous: number, next: number) => {
    if (fixed[vertex] || before[vertex] >= 0) return;
    before[vertex] = previous;
    after[vertex] = next;
  };
  for (const chain of chains) {
    const last = chain.length - 1;
    for (let i = 1; i < last; i++) put(chain[i], chain[i - 1], chain[i + 1]);
    if (isClosed(chain)) put(chain[0], chain[last - 1], chain[1]);
  }
  return { before, after };
}

function step(
  x: Float32Array,
  y: Float32Array,
  before: Int32Array,
  after: Int32Array,
  weight: number,
  softness: Float32Array | null,
  outX: Float32Array,
  outY: Float32Array,
): void {
  for (let i = 0; i < x.length; i++) {
    const previous = before[i];
    if (previous < 0) {
      outX[i] = x[i];
      outY[i] = y[i];
      continue;
    }
    const next = after[i];
    const pull = softness ? weight * softness[i] : weight;
    outX[i] = x[i] + pull * (0.5 * (x[previous] + x[next]) - x[i]);
    outY[i] = y[i] + pull * (0.5 * (y[previous] + y[next]) - y[i]);
  }
}
