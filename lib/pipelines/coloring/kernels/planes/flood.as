// AssemblyScript; planes.wasm.ts is made from it by `npm run planes`. What it does is told in regions/watershed.ts.
//
// The surface is levels in bytes with a one-pixel rim round them, `stride` to a row. Each of its pixels has a cell as well, an
// i32 of its label and, in the lowest byte, its level: what is asked of a neighbour is read in one place.

const levels: i32 = 256;
const outside: i32 = -2;
const unlabelled: i32 = -1;
const queued: i32 = -3;

let surface: usize;
let cells: usize;
/** Room for a stack, then the queues, then the result: an i32 a pixel and a little more. */
let room: usize;
let stride: i32;
let pixels: i32;

@inline function at(base: usize, index: i32): usize { return base + (<usize>index << 2); }
@inline function levelOf(pixel: i32): i32 { return <i32>load<u8>(surface + pixel); }
@inline function cellOf(pixel: i32): i32 { return load<i32>(at(cells, pixel)); }
@inline function cellWith(label: i32, level: i32): i32 { return (label << 8) | level; }

/** The greatest of heights that are at least 0. */
export function highest(heights: usize, count: i32): f32 {
  let tops = f32x4.splat(0);
  let i = 0;
  for (; i + 4 <= count; i += 4) tops = f32x4.pmax(tops, v128.load(at(heights, i)));
  let top = max(f32x4.extract_lane(tops, 0), f32x4.extract_lane(tops, 1));
  top = max(top, max(f32x4.extract_lane(tops, 2), f32x4.extract_lane(tops, 3)));
  for (; i < count; i++) top = max(top, load<f32>(at(heights, i)));
  return top;
}

/** Counts heights in a histogram of zeros, of `scale` bins to a unit. */
export function countHeights(heights: usize, count: i32, scale: f64, histogram: usize): void {
  for (let i = 0; i < count; i++) {
    const bin = at(histogram, <i32>(<f64>load<f32>(at(heights, i)) * scale));
    store<i32>(bin, load<i32>(bin) + 1);
  }
}

/** Levels of heights that are at least 0, with a rim of the highest; no pixel has a label yet. */
export function layFlood(
  heights: usize, width: i32, rows: i32, scale: f64, surfaceAt: usize, cellsAt: usize, roomAt: usize,
): void {
  surface = surfaceAt;
  cells = cellsAt;
  room = roomAt;
  stride = width + 2;
  pixels = stride * (rows + 2);
  memory.fill(surface, 255, pixels);
  for (let y = 0; y < rows; y++) layLevels(at(heights, y * width), width, f64x2.splat(scale), (y + 1) * stride + 1);
  const beyond = cellWith(outside, levels - 1);
  for (let i = 0; i < stride; i++) {
    store<i32>(at(cells, i), beyond);
    store<i32>(at(cells, pixels - 1 - i), beyond);
  }
  for (let i = stride; i < pixels; i += stride) {
    store<i32>(at(cells, i - 1), beyond);
    store<i32>(at(cells, i), beyond);
  }
}

/** Levels and cells of a row whose first pixel is `first`. Cells of three more are written, which lie on the rim or come later. */
@inline function layLevels(heights: usize, width: i32, scale: v128, first: i32): void {
  const none = i32x4.splat(cellWith(unlabelled, 0));
  const row = surface + first;
  for (let x = 0; x < width; x += 4) {
    const four = v128.load(at(heights, x));
    const low = levelsOf(four, scale);
    const high = levelsOf(v128.shuffle<u64>(four, four, 1, 0), scale);
    const own = i32x4.min_s(v128.shuffle<u64>(low, high, 0, 2), i32x4.splat(levels - 1));
    v128.store(at(cells, first + x), v128.or(own, none));
    const words = i16x8.narrow_i32x4_s(own, own);
    const bytes = i32x4.extract_lane(i8x16.narrow_i16x8_u(words, words), 0);
    if (x + 4 <= width) store<u32>(row + x, bytes);
    else for (let k = 0; k < width - x; k++) store<u8>(row + x + k, bytes >> (8 * k));
  }
}

/** Gives pixels the labels of markers, row by row without a rim; -1 is none. */
export function layMarkers(markers: usize, width: i32, rows: i32): void {
  for (let y = 0; y < rows; y++) {
    const from = at(markers, y * width);
    const first = (y + 1) * stride + 1;
    for (let x = 0; x < width; x++) {
      store<i32>(at(cells, first + x), cellWith(load<i32>(at(from, x)), levelOf(first + x)));
    }
  }
}

/** Levels of the first two of four heights, as the first two of four i32. */
@inline function levelsOf(heights: v128, scale: v128): v128 {
  return i32x4.trunc_sat_f64x2_s_zero(f64x2.mul(f64x2.promote_low_f32x4(heights), scale));
}

/** Gives each plateau without a lower neighbour its label; returns how many there are. `seen` is a byte a pixel. */
export function labelMinima(seen: usize): i32 {
  memory.fill(seen, 0, pixels);
  seeRim(seen);
  let count = 0;
  const end = pixels - stride;
  for (let sixteen = stride; sixteen < end; sixteen += 16) {
    for (let left = withoutLower(sixteen); left; left &= left - 1) {
      const start = sixteen + ctz(left);
      if (start >= end || load<u8>(seen + start)) continue;
      const size = gatherPlateau(start, levelOf(start), seen);
      if (size < 0) continue;
      const cell = cellWith(count++, levelOf(start));
      for (let i = 0; i < size; i++) store<i32>(at(cells, load<i32>(at(room, i))), cell);
    }
  }
  return count;
}

/** The rim belongs to no plateau. */
function seeRim(seen: usize): void {
  memory.fill(seen, 1, stride);
  memory.fill(seen + pixels - stride, 1, stride);
  for (let i = stride; i < pixels; i += stride) store<u16>(seen + i - 1, 0x0101);
}

/** A bit for each of sixteen pixels that has no lower neighbour. */
@inline function withoutLower(first: i32): i32 {
  const own = surface + first;
  const beside = i8x16.min_u(v128.load(own - 1), v128.load(own + 1));
  const lowest = i8x16.min_u(beside, i8x16.min_u(v128.load(own - stride), v128.load(own + stride)));
  return i8x16.bitmask(i8x16.ge_u(lowest, v128.load(own)));
}

/** Collects a plateau in the room; returns its size in pixels, or -1 if it is no minimum. */
function gatherPlateau(start: i32, level: i32, seen: usize): i32 {
  let lowest = level;
  store<u8>(seen + start, 1);
  store<i32>(room, start);
  let size = 1;
  for (let i = 0; i < size; i++) {
    const pixel = load<i32>(at(room, i));
    const left = levelOf(pixel - 1);
    const right = levelOf(pixel + 1);
    const above = levelOf(pixel - stride);
    const below = levelOf(pixel + stride);
    lowest = min(min(lowest, min(left, right)), min(above, below));
    if (left == level) size = gather(pixel - 1, seen, size);
    if (right == level) size = gather(pixel + 1, seen, size);
    if (above == level) size = gather(pixel - stride, seen, size);
    if (below == level) size = gather(pixel + stride, seen, size);
  }
  return lowest == level ? size : -1;
}

/** Collects a pixel that was not seen yet; returns how many are collected then. */
@inline function gather(pixel: i32, seen: usize, size: i32): i32 {
  if (load<u8>(seen + pixel)) return size;
  store<u8>(seen + pixel, 1);
  store<i32>(at(room, size), pixel);
  return size + 1;
}

/**
 * The pixels of a level wait in chunks of 63, behind which the address of the next chunk stands: what waits is read before
 * it is its turn, as it would not be if each pixel told the next.
 */
const chunk: usize = 256;
const link: usize = chunk - 4;
/** By level where the pixel lies that is next, and where there is room for another; 0 where none has come yet. */
let heads: usize;
let tails: usize;
/** The first chunk that nobody has. */
let free: usize;

/** Floods level by level. `queuesAt` has room for two i32 a level. */
export function flood(queuesAt: usize): void {
  heads = queuesAt;
  tails = queuesAt + (levels << 2);
  memory.fill(heads, 0, levels << 3);
  free = (room + chunk - 1) & ~(chunk - 1);
  queueBesideLabels();
  for (let level = 0; level < levels; level++) {
    const tail = at(tails, level);
    for (let head: usize = load<u32>(at(heads, level)); head != <usize>load<u32>(tail); head += 4) {
      if ((head & link) == link) head = load<u32>(head);
      settle(load<i32>(head), level);
    }
  }
}

/** Queues what lies beside a label at first. */
function queueBesideLabels(): void {
  const least = i32x4.splat(0);
  for (let four = stride, end = pixels - stride; four < end; four += 4) {
    const own = at(cells, four);
    const beside = v128.or(areOpen(v128.load(own - 4)), areOpen(v128.load(own + 4)));
    const row = <usize>stride << 2;
    const across = v128.or(areOpen(v128.load(own - row)), areOpen(v128.load(own + row)));
    const labelled = i32x4.ge_s(v128.load(own), least);
    for (let left = i32x4.bitmask(v128.and(labelled, v128.or(beside, across))); left; left &= left - 1) {
      const pixel = four + ctz(left);
      if (pixel >= end) continue;
      push(pixel - 1, cellOf(pixel - 1), 0);
      push(pixel + 1, cellOf(pixel + 1), 0);
      push(pixel - stride, cellOf(pixel - stride), 0);
      push(pixel + stride, cellOf(pixel + stride), 0);
    }
  }
}

@inline function areOpen(four: v128): v128 { return i32x4.eq(i32x4.shr_s(four, 8), i32x4.splat(unlabelled)); }

/**
 * Gives a pixel the label of its lowest neighbour that has one, of several the first, and queues those that wait for
 * nothing yet.
 */
@inline function settle(pixel: i32, flooding: i32): void {
  const left = cellOf(pixel - 1);
  const right = cellOf(pixel + 1);
  const above = cellOf(pixel - stride);
  const below = cellOf(pixel + stride);
  // Branches here would be guesses.
  let own = left;
  let lowest = heightOf(left);
  own = select(right, own, heightOf(right) < lowest);
  lowest = min(lowest, heightOf(right));
  own = select(above, own, heightOf(above) < lowest);
  lowest = min(lowest, heightOf(above));
  own = select(below, own, heightOf(below) < lowest);
  store<i32>(at(cells, pixel), cellWith(own >> 8, cellOf(pixel) & 255));
  push(pixel - 1, left, flooding);
  push(pixel + 1, right, flooding);
  push(pixel - stride, above, flooding);
  push(pixel + stride, below, flooding);
}

/** Level of a cell that has a label; of others more than any. */
@inline function heightOf(cell: i32): i32 { return select(cell & 255, levels, cell >= 0); }

/** Queues a pixel for its own level, or for the one that floods now if that is higher. */
@inline function push(pixel: i32, cell: i32, flooding: i32): void {
  if (cell >> 8 != unlabelled) return;
  store<i32>(at(cells, pixel), cellWith(queued, cell & 255));
  const level = max(cell & 255, flooding);
  let place: usize = load<u32>(at(tails, level));
  if (!place || (place & link) == link) place = addChunk(level, place);
  store<i32>(place, pixel);
  store<u32>(at(tails, level), <u32>place + 4);
}

/** Gives a level one more chunk, behind the end of its last or as its first; returns where it begins. */
function addChunk(level: i32, end: usize): usize {
  store<u32>(end ? end : at(heads, level), <u32>free);
  free += chunk;
  return free - chunk;
}

/** Writes the labels without the rim to where the room begins. */
export function takeOutLabels(width: i32, rows: i32): void {
  for (let y = 0; y < rows; y++) {
    const from = at(cells, (y + 1) * stride + 1);
    const to = at(room, y * width);
    for (let x = 0; x < width; x += 4) v128.store(at(to, x), i32x4.shr_s(v128.load(at(from, x)), 8));
  }
}
