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
