// AssemblyScript; planes.wasm.ts is made from it by `npm run planes`. What it does is told in lines/refine.ts.
//
// The plane is f32, row by row. Places of vertices are f32, a chain is a list of vertices, i32.

@inline function at(values: usize, index: i32): usize { return values + (<usize>index << 2); }
@inline function valueAt(values: usize, index: i32): f64 { return <f64>load<f32>(at(values, index)); }

/** Vertices to either side from which a line's direction is taken. */
const look = 3;
/** A crest this far off must be higher than the place itself by this share to be followed, per pixel. */
const reluctance = 0.04;

let plane: usize;
let width: i32;
let height: i32;
/** Farthest move in pixels, and room for the samples that far to both sides. */
let reach: i32;
let samples: usize;

/** Where the vertices of the chains are, and where they come to be; what moves is written to `movedX` and `movedY` only. */
let xs: usize;
let ys: usize;
let movedX: usize;
let movedY: usize;
/** 1 in a byte for what may not move; how little, 0 to 1, what is soft may. */
let fixed: usize;
let softness: usize;

export function layCrests(
  planeAt: usize, across: i32, rows: i32, farthest: i32, samplesAt: usize,
  x: usize, y: usize, toX: usize, toY: usize, fixedAt: usize, softnessAt: usize,
): void {
  plane = planeAt;
  width = across;
  height = rows;
  reach = farthest;
  samples = samplesAt;
  xs = x;
  ys = y;
  movedX = toX;
  movedY = toY;
  fixed = fixedAt;
  softness = softnessAt;
}

/** Moves the vertices of a chain of `length`; the ends of an open one stay. */
export function moveToCrests(chain: usize, length: i32, isClosed: bool): void {
  const last = length - 1;
  for (let i = isClosed ? 0 : 1; i < last; i++) {
    const vertex = load<i32>(at(chain, i));
    if (load<u8>(fixed + vertex)) continue;
    const back = load<i32>(at(chain, isClosed ? (i - look + last) % last : max(0, i - look)));
    const ahead = load<i32>(at(chain, isClosed ? (i + look) % last : min(last, i + look)));
    move(vertex, valueAt(xs, ahead) - valueAt(xs, back), valueAt(ys, ahead) - valueAt(ys, back));
  }
}

/** Moves a vertex across its line, whose direction is given. */
function move(vertex: i32, dx: f64, dy: f64): void {
  const length = sqrt(dx * dx + dy * dy);
  if (length < 1) return;
  // A faint border has many crests, by chance.
  const crest = crestOffset(valueAt(xs, vertex), valueAt(ys, vertex), -dy / length, dx / length);
  const offset = crest * (1.0 - valueAt(softness, vertex));
  store<f32>(at(movedX, vertex), <f32>(valueAt(movedX, vertex) + (offset * -dy) / length));
  store<f32>(at(movedY, vertex), <f32>(valueAt(movedY, vertex) + (offset * dx) / length));
}

/** Signed way in pixels from a point along a unit normal to the crest nearest in height and place; 0 where there is none. */
@inline function crestOffset(x: f64, y: f64, normalX: f64, normalY: f64): f64 {
  const count = 2 * reach + 1;
  for (let k = 0; k < count; k++) {
    const t = <f64>(k - reach);
    store<f32>(at(samples, k), <f32>sampleAt(x + t * normalX - 0.5, y + t * normalY - 0.5));
  }
  let best = -1;
  let highest: f64 = 0;
  for (let k = 1; k < count - 1; k++) {
    const own = valueAt(samples, k);
    if (own < valueAt(samples, k - 1) || own < valueAt(samples, k + 1)) continue;
    const worth = own * (1.0 - reluctance * <f64>abs(k - reach));
    if (worth <= highest) continue;
    highest = worth;
    best = k;
  }
  if (best < 0) return 0;
  const before = valueAt(samples, best - 1);
  const after = valueAt(samples, best + 1);
  const bend = before - 2.0 * valueAt(samples, best) + after;
  return <f64>(best - reach) + (bend < 0 ? (0.5 * (before - after)) / bend : 0);
}

/** Bilinear, in coordinates of pixel centres. */
@inline function sampleAt(x: f64, y: f64): f64 {
  const cx = min(<f64>width - 1.001, max(0.0, x));
  const cy = min(<f64>height - 1.001, max(0.0, y));
  const left = <i32>cx;
  const top = <i32>cy;
  const u = cx - <f64>left;
  const v = cy - <f64>top;
  const i = top * width + left;
  const above = (1.0 - u) * valueAt(plane, i) + u * valueAt(plane, i + 1);
  const below = (1.0 - u) * valueAt(plane, i + width) + u * valueAt(plane, i + width + 1);
  return (1.0 - v) * above + v * below;
}
