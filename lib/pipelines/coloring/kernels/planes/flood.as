// AssemblyScript; planes.wasm.ts is made from it by `npm run planes`. What it does is told in regions/watershed.ts.
//
// The surface is levels in bytes with a one-pixel rim round them, `stride` to a row. Labels and `next`, one i32 for each
// of its pixels, lie at addresses.

const levels: i32 = 256;
const outside: i32 = -2;
const unlabelled: i32 = -1;
const queued: i32 = -3;

let surface: usize;
let labels: usize;
/** A pixel's successor in its level's queue; before there are queues a stack, after them the result. */
let next: usize;
let stride: i32;
let pixels: i32;
/** First and last pixel of each level's queue, -1 where it is empty. */
let heads: usize;
let tails: usize;

@inline function at(base: usize, index: i32): usize { return base + (<usize>index << 2); }
@inline function levelOf(pixel: i32): i32 { return <i32>load<u8>(surface + pixel); }
@inline function labelOf(pixel: i32): i32 { return load<i32>(at(labels, pixel)); }

/** Levels of heights that are at least 0, with a rim of the highest; clears the labels. */
export function layFlood(
  heights: usize, width: i32, rows: i32, scale: f64, surfaceAt: usize, labelsAt: usize, nextAt: usize,
): void {
  surface = surfaceAt;
  labels = labelsAt;
  next = nextAt;
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
  for (let y = 0, i = 0; y < rows; y++) {
    const row = surface + (y + 1) * stride + 1;
    for (let x = 0; x < width; x++, i++) {
      const level = <i32>(<f64>load<f32>(at(heights, i)) * scale);
      store<u8>(row + x, min(level, levels - 1));
    }
  }
}

/** Gives each plateau without a lower neighbour its label; returns how many there are. `seen` is a byte a pixel. */
export function labelMinima(seen: usize): i32 {
  memory.fill(seen, 0, pixels);
  let count = 0;
  for (let start = stride; start < pixels - stride; start++) {
    if (load<u8>(seen + start) || labelOf(start) == outside) continue;
    const level = levelOf(start);
    if (hasLower(start, level)) continue;
    const size = gatherPlateau(start, level, seen);
    if (size < 0) continue;
    for (let i = 0; i < size; i++) store<i32>(at(labels, load<i32>(at(next, i))), count);
    count++;
  }
  return count;
}

@inline function hasLower(pixel: i32, level: i32): bool {
  return levelOf(pixel - 1) < level || levelOf(pixel + 1) < level
    || levelOf(pixel - stride) < level || levelOf(pixel + stride) < level;
}

/** Collects a plateau in `next`; returns its size in pixels, or -1 if it is no minimum. */
function gatherPlateau(start: i32, level: i32, seen: usize): i32 {
  let isMinimum = true;
  let size = gather(start, level, seen, 0);
  for (let i = 0; i < size; i++) {
    const pixel = load<i32>(at(next, i));
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
  store<i32>(at(next, size), pixel);
  return size + 1;
}

/** Floods level by level. `queuesAt` has room for two i32 a level. */
export function flood(queuesAt: usize): void {
  heads = queuesAt;
  tails = queuesAt + (levels << 2);
  memory.fill(heads, 255, levels << 3);
  for (let i = stride; i < pixels - stride; i++) if (labelOf(i) >= 0) queueNeighbours(i, 0);
  for (let level = 0; level < levels; ) {
    const pixel = load<i32>(at(heads, level));
    if (pixel < 0) {
      level++;
      continue;
    }
    store<i32>(at(heads, level), load<i32>(at(next, pixel)));
    label(pixel);
    queueNeighbours(pixel, level);
  }
}

/** Gives a pixel the label of its lowest neighbour that has one. */
@inline function label(pixel: i32): void {
  const left = labelOf(pixel - 1);
  const right = labelOf(pixel + 1);
  const above = labelOf(pixel - stride);
  const below = labelOf(pixel + stride);
  let own = unlabelled;
  let lowest = levels;
  if (left >= 0) { own = left; lowest = levelOf(pixel - 1); }
  if (right >= 0 && levelOf(pixel + 1) < lowest) { own = right; lowest = levelOf(pixel + 1); }
  if (above >= 0 && levelOf(pixel - stride) < lowest) { own = above; lowest = levelOf(pixel - stride); }
  if (below >= 0 && levelOf(pixel + stride) < lowest) own = below;
  store<i32>(at(labels, pixel), own);
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
  const level = max(levelOf(pixel), flooding);
  store<i32>(at(labels, pixel), queued);
  store<i32>(at(next, pixel), -1);
  if (load<i32>(at(heads, level)) < 0) store<i32>(at(heads, level), pixel);
  else store<i32>(at(next, load<i32>(at(tails, level))), pixel);
  store<i32>(at(tails, level), pixel);
}

/** Writes the labels without the rim to `next`. */
export function takeOutLabels(width: i32, rows: i32): void {
  for (let y = 0; y < rows; y++) {
    memory.copy(at(next, y * width), at(labels, (y + 1) * stride + 1), <usize>width << 2);
  }
}
