// AssemblyScript; planes.wasm.ts is made from it by `npm run planes`. What it does is told in regions/watershed.ts.
//
// The surface is levels in bytes with a one-pixel rim round them, `stride` to a row. Labels, one i32 for each of its pixels,
// lie at addresses.

const levels: i32 = 256;
const outside: i32 = -2;
const unlabelled: i32 = -1;
const queued: i32 = -3;

let surface: usize;
let labels: usize;
/** Room for a stack, then the queues, then the result: an i32 a pixel and a little more. */
let room: usize;
let stride: i32;
let pixels: i32;

@inline function at(base: usize, index: i32): usize { return base + (<usize>index << 2); }
@inline function levelOf(pixel: i32): i32 { return <i32>load<u8>(surface + pixel); }
@inline function labelOf(pixel: i32): i32 { return load<i32>(at(labels, pixel)); }

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

/** Levels of heights that are at least 0, with a rim of the highest; clears the labels. */
export function layFlood(
  heights: usize, width: i32, rows: i32, scale: f64, surfaceAt: usize, labelsAt: usize, roomAt: usize,
): void {
  surface = surfaceAt;
  labels = labelsAt;
  room = roomAt;
  stride = width + 2;
  pixels = stride * (rows + 2);
  memory.fill(surface, 255, pixels);
  memory.fill(labels, 255, <usize>pixels << 2);
  for (let i = 0; i < stride; i++) {
    store<i32>(at(labels, i), outside);
    store<i32>(at(labels, pixels - 1 - i), outside);
  }
  for (let i = stride; i < pixels; i += stride) {
    store<i32>(at(labels, i - 1), outside);
    store<i32>(at(labels, i), outside);
  }
  for (let y = 0; y < rows; y++) {
    layLevels(at(heights, y * width), width, f64x2.splat(scale), surface + (y + 1) * stride + 1);
  }
}

@inline function layLevels(heights: usize, width: i32, scale: v128, row: usize): void {
  let x = 0;
  for (; x + 4 <= width; x += 4) {
    const four = v128.load(at(heights, x));
    const low = levelsOf(four, scale);
    const high = levelsOf(v128.shuffle<u64>(four, four, 1, 0), scale);
    const words = i16x8.narrow_i32x4_s(v128.shuffle<u64>(low, high, 0, 2), low);
    store<u32>(row + x, i32x4.extract_lane(i8x16.narrow_i16x8_u(words, words), 0));
  }
  for (; x < width; x++) {
    store<u8>(row + x, min(i32x4.extract_lane(levelsOf(v128.load32_splat(at(heights, x)), scale), 0), levels - 1));
  }
}

/** Levels of the first two of four heights, as the first two of four i32. */
@inline function levelsOf(heights: v128, scale: v128): v128 {
  return i32x4.trunc_sat_f64x2_s_zero(f64x2.mul(f64x2.promote_low_f32x4(heights), scale));
}

/** Gives each plateau without a lower neighbour its label; returns how many there are. `seen` is a byte a pixel. */
export function labelMinima(seen: usize): i32 {
  memory.fill(seen, 0, pixels);
  let count = 0;
  const end = pixels - stride;
  for (let sixteen = stride; sixteen < end; sixteen += 16) {
    for (let left = withoutLower(sixteen); left; left &= left - 1) {
      const start = sixteen + ctz(left);
      if (start >= end || load<u8>(seen + start) || labelOf(start) == outside) continue;
      const size = gatherPlateau(start, levelOf(start), seen);
      if (size < 0) continue;
      for (let i = 0; i < size; i++) store<i32>(at(labels, load<i32>(at(room, i))), count);
      count++;
    }
  }
  return count;
}

/** A bit for each of sixteen pixels that has no lower neighbour. */
@inline function withoutLower(first: i32): i32 {
  const own = surface + first;
  const beside = i8x16.min_u(v128.load(own - 1), v128.load(own + 1));
  const lowest = i8x16.min_u(beside, i8x16.min_u(v128.load(own - stride), v128.load(own + stride)));
  return i8x16.bitmask(i8x16.ge_u(lowest, v128.load(own)));
}

@inline function hasLower(pixel: i32, level: i32): bool {
  return levelOf(pixel - 1) < level || levelOf(pixel + 1) < level
    || levelOf(pixel - stride) < level || levelOf(pixel + stride) < level;
}

/** Collects a plateau in the room; returns its size in pixels, or -1 if it is no minimum. */
function gatherPlateau(start: i32, level: i32, seen: usize): i32 {
  let isMinimum = true;
  let size = gather(start, level, seen, 0);
  for (let i = 0; i < size; i++) {
    const pixel = load<i32>(at(room, i));
    if (isMinimum && hasLower(pixel, level)) isMinimum = false;
    size = gather(pixel - 1, level, seen, size);
    size = gather(pixel + 1, level, seen, size);
    size = gather(pixel - stride, level, seen, size);
    size = gather(pixel + stride, level, seen, size);
  }
  return isMinimum ? size : -1;
}

@inline function gather(pixel: i32, level: i32, seen: usize, size: i32): i32 {
  if (levelOf(pixel) != level || load<u8>(seen + pixel) || labelOf(pixel) == outside) return size;
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
      const pixel = load<i32>(head);
      label(pixel);
      queueNeighbours(pixel, level);
    }
  }
}

/** Queues what lies beside a label at first. */
function queueBesideLabels(): void {
  const none = i32x4.splat(unlabelled);
  for (let four = stride, end = pixels - stride; four < end; four += 4) {
    const own = at(labels, four);
    const beside = v128.or(i32x4.eq(v128.load(own - 4), none), i32x4.eq(v128.load(own + 4), none));
    const above = i32x4.eq(v128.load(own - (stride << 2)), none);
    const below = i32x4.eq(v128.load(own + (stride << 2)), none);
    const open = v128.or(beside, v128.or(above, below));
    const labelled = i32x4.gt_s(v128.load(own), none);
    for (let left = i32x4.bitmask(v128.and(labelled, open)); left; left &= left - 1) {
      const pixel = four + ctz(left);
      if (pixel < end) queueNeighbours(pixel, 0);
    }
  }
}

/** Gives a pixel the label of its lowest neighbour that has one; of several the first counts. */
@inline function label(pixel: i32): void {
  const right = labelOf(pixel + 1);
  const above = labelOf(pixel - stride);
  const below = labelOf(pixel + stride);
  let own = labelOf(pixel - 1);
  let lowest = select(levelOf(pixel - 1), levels, own >= 0);
  // A branch here would be a guess.
  const ofRight = select(levelOf(pixel + 1), levels, right >= 0);
  own = select(right, own, ofRight < lowest);
  lowest = min(lowest, ofRight);
  const ofAbove = select(levelOf(pixel - stride), levels, above >= 0);
  own = select(above, own, ofAbove < lowest);
  lowest = min(lowest, ofAbove);
  const ofBelow = select(levelOf(pixel + stride), levels, below >= 0);
  store<i32>(at(labels, pixel), select(below, own, ofBelow < lowest));
}

@inline function queueNeighbours(pixel: i32, level: i32): void {
  push(pixel - 1, level);
  push(pixel + 1, level);
  push(pixel - stride, level);
  push(pixel + stride, level);
}

/** Queues a pixel for its own level, or for the one that floods now if that is higher. */
@inline function push(pixel: i32, flooding: i32): void {
  if (labelOf(pixel) != unlabelled) return;
  store<i32>(at(labels, pixel), queued);
  const level = max(levelOf(pixel), flooding);
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
    memory.copy(at(room, y * width), at(labels, (y + 1) * stride + 1), <usize>width << 2);
  }
}
