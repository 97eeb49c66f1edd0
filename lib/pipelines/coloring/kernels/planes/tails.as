// AssemblyScript; planes.wasm.ts is made from it by `npm run planes`. What it does is told in kernels/distance.ts and
// regions/tails.ts.
//
// Depths are u16 a pixel; labels, distances and lists of pixels, which are in order, i32.

@inline function at(values: usize, index: i32): usize { return values + (<usize>index << 2); }
@inline function depthAt(depths: usize, index: i32): usize { return depths + (<usize>index << 1); }

/** Brings the greatest depth of each label, a u16, up to those of its pixels. */
export function deepen(depths: usize, labels: usize, count: i32, deepest: usize): void {
  for (let i = 0; i < count; ) {
    const label = load<i32>(at(labels, i));
    let most = load<u16>(depthAt(deepest, label));
    do {
      most = max(most, load<u16>(depthAt(depths, i)));
      i++;
    } while (i < count && load<i32>(at(labels, i)) == label);
    store<u16>(depthAt(deepest, label), most);
  }
}

/** Lists the pixels whose depth is less than `limit`; returns how many they are. */
export function listBelow(depths: usize, count: i32, limit: u16, list: usize): i32 {
  const limits = i16x8.splat(limit);
  let size = 0;
  for (let i = 0; i < count; i += 8) {
    for (let left = i16x8.bitmask(i16x8.lt_u(v128.load(depthAt(depths, i)), limits)); left; left &= left - 1) {
      const pixel = i + ctz(left);
      if (pixel < count) store<i32>(at(list, size++), pixel);
    }
  }
  return size;
}

/** The same with a limit for each label, a u16. */
export function listShallow(depths: usize, labels: usize, count: i32, limits: usize, list: usize): i32 {
  let size = 0;
  for (let i = 0; i < count; ) {
    const label = load<i32>(at(labels, i));
    const limit = <i32>load<u16>(depthAt(limits, label));
    do {
      store<i32>(at(list, size), i);
      size += <i32>(<i32>load<u16>(depthAt(depths, i)) < limit);
      i++;
    } while (i < count && load<i32>(at(labels, i)) == label);
  }
  return size;
}

/** Lists where bytes are not 0; returns in how many places. */
export function listSet(mask: usize, count: i32, list: usize): i32 {
  const none = i8x16.splat(0);
  let size = 0;
  for (let i = 0; i < count; i += 16) {
    for (let left = i8x16.bitmask(i8x16.ne(v128.load(mask + i), none)); left; left &= left - 1) {
      const pixel = i + ctz(left);
      if (pixel < count) store<i32>(at(list, size++), pixel);
    }
  }
  return size;
}

const side = 3;
const corner = 4;
const far = 1 << 28;

let distances: usize;
let labels: usize;
let crosses: bool;

/**
 * Chamfer distances of listed pixels from all others, 0, spread in two passes, down and up. With `crossing` they spread
 * from label to label too, and a pixel takes the label that its distance comes from.
 */
export function spreadOver(
  list: usize, size: i32, distancesAt: usize, labelsAt: usize, width: i32, height: i32, crossing: bool,
): void {
  distances = distancesAt;
  labels = labelsAt;
  crosses = crossing;
  memory.fill(distances, 0, <usize>(width * height) << 2);
  for (let k = 0; k < size; k++) store<i32>(at(distances, load<i32>(at(list, k))), far);
  for (let k = 0, row = 0; k < size; k++) {
    const i = load<i32>(at(list, k));
    while (i >= row + width) row += width;
    const hasLeft = i > row;
    if (hasLeft) look(i, i - 1, side);
    if (!row) continue;
    look(i, i - width, side);
    if (hasLeft) look(i, i - width - 1, corner);
    if (i < row + width - 1) look(i, i - width + 1, corner);
  }
  const lastRow = (height - 1) * width;
  for (let k = size - 1, row = lastRow; k >= 0; k--) {
    const i = load<i32>(at(list, k));
    while (i < row) row -= width;
    const hasRight = i < row + width - 1;
    if (hasRight) look(i, i + 1, side);
    if (row == lastRow) continue;
    look(i, i + width, side);
    if (hasRight) look(i, i + width + 1, corner);
    if (i > row) look(i, i + width - 1, corner);
  }
}

@inline function look(to: i32, from: i32, step: i32): void {
  const way = load<i32>(at(distances, from)) + step;
  if (way >= load<i32>(at(distances, to))) return;
  if (!crosses && load<i32>(at(labels, to)) != load<i32>(at(labels, from))) return;
  store<i32>(at(distances, to), way);
  store<i32>(at(labels, to), load<i32>(at(labels, from)));
}

/** Keeps of a list the pixels that are farther than `most`; returns how many they are. */
export function keepFar(list: usize, size: i32, distancesAt: usize, most: f64): i32 {
  let kept = 0;
  for (let k = 0; k < size; k++) {
    const pixel = load<i32>(at(list, k));
    store<i32>(at(list, kept), pixel);
    kept += <i32>(<f64>load<i32>(at(distancesAt, pixel)) > most);
  }
  return kept;
}

/** Gives listed pixels another label, but for those that are farther than `most`. */
export function renameNear(
  list: usize, size: i32, distancesAt: usize, most: f64, labelsAt: usize, name: i32,
): void {
  for (let k = 0; k < size; k++) {
    const pixel = load<i32>(at(list, k));
    if (<f64>load<i32>(at(distancesAt, pixel)) <= most) store<i32>(at(labelsAt, pixel), name);
  }
}
