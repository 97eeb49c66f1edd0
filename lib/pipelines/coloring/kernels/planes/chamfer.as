// AssemblyScript; planes.wasm.ts is made from it by `npm run planes`. What it does is told in kernels/distance.ts.
//
// Distances are u16, worked on eight at a time. Rows are padded to a multiple of eight and parted by eight of `far`; a row
// of `far` stands before the first and after the last. Nothing nearer comes back from the padding: the way between two
// pixels of a rectangle never gets shorter by leaving it.

const side: u16 = 3;
const corner: u16 = 4;
const lanes: usize = 16;

@inline function least(a: v128, b: v128): v128 { return i16x8.min_u(a, b); }
@inline function plus(a: v128, step: u16): v128 { return i16x8.add_sat_u(a, i16x8.splat(step)); }

/** Both passes, in place. `first` is the first pixel of the first row; `stride` leads to the next row, in bytes. */
export function chamfer(first: usize, stride: usize, rows: i32, far: u16): void {
  const bytes = stride - lanes;
  for (let y = 0; y < rows; y++) takeDown(first + y * stride, stride, bytes, far);
  for (let y = rows - 1; y >= 0; y--) takeUp(first + y * stride, stride, bytes, far);
}

/** What a row of neighbours gives to the eight pixels at their side. */
@inline function fromRow(row: usize): v128 {
  return least(plus(v128.load(row), side), plus(least(v128.load(row - 2), v128.load(row + 2)), corner));
}

function takeDown(row: usize, stride: usize, bytes: usize, far: u16): void {
  const none = i16x8.splat(far);
  const steps = i16x8(3, 6, 9, 12, 15, 18, 21, 24);
  let before = none;
  for (let at = row; at < row + bytes; at += lanes) {
    let best = least(v128.load(at), fromRow(at - stride));
    best = least(best, plus(v128.shuffle<u16>(none, best, 7, 8, 9, 10, 11, 12, 13, 14), side));
    best = least(best, plus(v128.shuffle<u16>(none, best, 6, 7, 8, 9, 10, 11, 12, 13), 2 * side));
    best = least(best, plus(v128.shuffle<u16>(none, best, 4, 5, 6, 7, 8, 9, 10, 11), 4 * side));
    best = least(best, i16x8.add_sat_u(before, steps));
    v128.store(at, best);
    before = v128.shuffle<u16>(best, best, 7, 7, 7, 7, 7, 7, 7, 7);
  }
}

/** The same from the row below and right to left. */
function takeUp(row: usize, stride: usize, bytes: usize, far: u16): void {
  const none = i16x8.splat(far);
  const steps = i16x8(24, 21, 18, 15, 12, 9, 6, 3);
  let before = none;
  for (let at = row + bytes - lanes; at >= row; at -= lanes) {
    let best = least(v128.load(at), fromRow(at + stride));
    best = least(best, plus(v128.shuffle<u16>(best, none, 1, 2, 3, 4, 5, 6, 7, 8), side));
    best = least(best, plus(v128.shuffle<u16>(best, none, 2, 3, 4, 5, 6, 7, 8, 9), 2 * side));
    best = least(best, plus(v128.shuffle<u16>(best, none, 4, 5, 6, 7, 8, 9, 10, 11), 4 * side));
    best = least(best, i16x8.add_sat_u(before, steps));
    v128.store(at, best);
    before = v128.shuffle<u16>(best, best, 0, 0, 0, 0, 0, 0, 0, 0);
  }
}

/** Lays 0 where `seeds`, a byte a pixel, are not 0, and `far` elsewhere. */
export function laySeeds(seeds: usize, first: usize, stride: usize, width: i32, rows: i32, far: u16): void {
  const none = i16x8.splat(far);
  const zero = i16x8.splat(0);
  for (let y = 0; y < rows; y++) {
    const from = seeds + <usize>(y * width);
    const row = first + y * stride;
    for (let x = 0; x < width; x += 8) {
      const isFree = i16x8.eq(v128.load8x8_u(from + x), zero);
      v128.store(row + (<usize>x << 1), v128.and(isFree, none));
    }
    clearPadding(row, stride, width, far);
  }
}

/** Lays `atBorder` where a neighbour of `labels`, an i32 a pixel, is another and along the rim, and `far` elsewhere. */
export function layBorders(
  labels: usize, first: usize, stride: usize, width: i32, rows: i32, atBorder: u16, far: u16,
): void {
  const none = i16x8.splat(far);
  const border = i16x8.splat(atBorder);
  const line = <usize>width << 2;
  for (let y = 0; y < rows; y++) {
    const from = labels + y * line;
    const row = first + y * stride;
    const isRim = y == 0 || y == rows - 1;
    for (let x = 0; x < width; x += 8) {
      const at = from + (<usize>x << 2);
      const isInside = isRim ? i16x8.splat(0) : i16x8.narrow_i32x4_s(isAlike(at, line), isAlike(at + 16, line));
      v128.store(row + (<usize>x << 1), v128.bitselect(none, border, isInside));
    }
    store<u16>(row, atBorder);
    store<u16>(row + (<usize>(width - 1) << 1), atBorder);
    clearPadding(row, stride, width, far);
  }
}

/** Whether the four labels at an address are those of their neighbours on all sides. */
@inline function isAlike(at: usize, line: usize): v128 {
  const own = v128.load(at);
  const across = v128.and(i32x4.eq(own, v128.load(at - 4)), i32x4.eq(own, v128.load(at + 4)));
  const down = v128.and(i32x4.eq(own, v128.load(at - line)), i32x4.eq(own, v128.load(at + line)));
  return v128.and(across, down);
}

@inline function clearPadding(row: usize, stride: usize, width: i32, far: u16): void {
  for (let at = row + (<usize>width << 1); at < row + stride; at += 2) store<u16>(at, far);
}

/** Moves the rows together, to `target`, which lies before them. */
export function takeOutDistances(first: usize, stride: usize, width: i32, rows: i32, target: usize): void {
  const bytes = <usize>width << 1;
  for (let y = 0; y < rows; y++) memory.copy(target + y * bytes, first + y * stride, bytes);
}
