import { isClosed, type LineGraph } from "./line-graph";

/** Vertices to either side from which a line's direction is taken. */
const look = 3;
/** A crest this far off must be higher than the place itself by this share to be followed, per pixel. */
const reluctance = 0.04;

/**
 * Moves vertices of traced borders across their line to the crest of the gradient, to a part of a pixel (a parabola
 * through the three samples round the crest; Canny 1986 and Steger 1998 do the same). Ends, junctions and what has
 * no crest in reach stay.
 * @param reach farthest move in pixels.
 */
export function refineToCrest(
  graph: LineGraph,
  magnitude: Float32Array,
  width: number,
  height: number,
  reach: number,
): LineGraph {
  const x = graph.x.slice();
  const y = graph.y.slice();
  const samples = new Float32Array(2 * reach + 1);
  for (const chain of graph.chains) {
    const last = chain.length - 1;
    const closed = isClosed(chain);
    for (let i = closed ? 0 : 1; i < last; i++) {
      const vertex = chain[i];
      if (graph.fixed[vertex]) continue;
      const back = chain[closed ? (i - look + last) % last : Math.max(0, i - look)];
      const ahead = chain[closed ? (i + look) % last : Math.min(last, i + look)];
      const dx = graph.x[ahead] - graph.x[back];
      const dy = graph.y[ahead] - graph.y[back];
      const length = Math.sqrt(dx * dx + dy * dy);
      if (length < 1) continue;
      const crest = crestOffset(
        magnitude,
        width,
        height,
        graph.x[vertex],
        graph.y[vertex],
        -dy / length,
        dx / length,
        samples,
      );
      // A faint border has many crests, by chance.
      const offset = crest * (1 - graph.softness[vertex]);
      x[vertex] += (offset * -dy) / length;
      y[vertex] += (offset * dx) / length;
    }
    if (closed) {
      x[chain[last]] = x[chain[0]];
      y[chain[last]] = y[chain[0]];
    }
  }
  return { ...graph, x, y };
}

/** Signed way in pixels from a point along a unit normal to the crest nearest in height and place; 0 where there is none. */
function crestOffset(
  plane: Float32Array,
  width: number,
  height: number,
  x: number,
  y: number,
  normalX: number,
  normalY: number,
  samples: Float32Array,
): number {
  const reach = (samples.length - 1) >> 1;
  let best = -1;
  let highest = 0;
  for (let k = 0; k < samples.length; k++) {
    const t = k - reach;
    samples[k] = sampleAt(plane, width, height, x + t * normalX - 0.5, y + t * normalY - 0.5);
  }
  for (let k = 1; k < samples.length - 1; k++) {
    if (samples[k] < samples[k - 1] || samples[k] < samples[k + 1]) continue;
    const worth = samples[k] * (1 - reluctance * Math.abs(k - reach));
    if (worth <= highest) continue;
    highest = worth;
    best = k;
  }
  if (best < 0) return 0;
  const bend = samples[best - 1] - 2 * samples[best] + samples[best + 1];
  const part = bend < 0 ? (0.5 * (samples[best - 1] - samples[best + 1])) / bend : 0;
  return best - reach + part;
}

/** Bilinear, in coordinates of pixel centres. */
function sampleAt(plane: Float32Array, width: number, height: number, x: number, y: number): number {
  const cx = Math.min(width - 1.001, Math.max(0, x));
  const cy = Math.min(height - 1.001, Math.max(0, y));
  const left = cx | 0;
  const top = cy | 0;
  const u = cx - left;
  const v = cy - top;
  const i = top * width + left;
  return (
    (1 - v) * ((1 - u) * plane[i] + u * plane[i + 1]) + v * ((1 - u) * plane[i + width] + u * plane[i + width + 1])
  );
}
