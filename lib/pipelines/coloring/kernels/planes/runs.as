// AssemblyScript; planes.wasm.ts is made from it by `npm run planes`. What it does is told in kernels/pieces.ts
// and measure/page-raster.ts.
//
// Masks are bytes of 0 and 1, row by row; a run is what of a row is equal.

@inline function at(values: usize, index: i32): usize { return values + (<usize>index << 2); }

/** A bit for each of the sixteen pixels from `i` on, and before `end`, that is not equal to the pixel before. */
@inline function newAt(mask: usize, i: i32, end: i32): i32 {
  const fresh = i8x16.bitmask(i8x16.ne(v128.load(mask + i), v128.load(mask + i - 1)));
  return end - i >= 16 ? fresh : fresh & ((1 << (end - i)) - 1);
}

/** Marks with 1 which bytes are less than a limit, with 0 which are not. */
export function markBelow(bytes: usize, count: i32, limit: u8, out: usize): void {
  const limits = i8x16.splat(limit);
  const one = i8x16.splat(1);
  for (let i = 0; i < count; i += 16) v128.store(out + i, v128.and(i8x16.lt_u(v128.load(bytes + i), limits), one));
}

export function countMaskRuns(mask: usize, width: i32, height: i32): i32 {
  let count = height;
  for (let y = 0; y < height; y++) {
    const end = (y + 1) * width;
    for (let i = end - width + 1; i < end; i += 16) count += popcnt(newAt(mask, i, end));
  }
  return count;
}

let mask: usize;
/** First pixel of each run and, at the end, the number of pixels. */
let starts: usize;
/** The run that each hangs from, which is older, or itself. */
let root: usize;

@inline function startOf(run: i32): i32 { return load<i32>(at(starts, run)); }
@inline function inkOf(run: i32): i32 { return <i32>load<u8>(mask + startOf(run)); }

/** 24 bytes: pixels, and the box that they fill, inclusive. */
@unmanaged
class Piece {
  area: i32; left: i32; top: i32; right: i32; bottom: i32; isInk: i32;
}

@inline function piece(pieces: usize, index: i32): Piece { return changetype<Piece>(pieces + <usize>index * 24); }

/**
 * Joins the runs of a mask to pieces, ones over corners too. There is room for all runs and one more in `startsAt`, and for
 * a piece for each run; `pieceOf` becomes the piece of each run.
 * @returns how many pieces there are.
 */
export function joinMaskRuns(
  maskAt: usize, width: i32, height: i32, startsAt: usize, pieceOf: usize, pieces: usize,
): i32 {
  mask = maskAt;
  starts = startsAt;
  root = pieceOf;
  let runs = 0;
  let above = 0;
  for (let y = 0; y < height; y++) {
    const first = runs;
    runs = cutRow(y * width, (y + 1) * width, first);
    if (y) joinRows(y * width, width, above, first, runs);
    above = first;
  }
  store<i32>(at(starts, runs), width * height);
  return gather(runs, width, pieces);
}

/** Notes the runs of the pixels `from` to `end`, each as a piece of its own; returns how many runs there are then. */
function cutRow(from: i32, end: i32, before: i32): i32 {
  let runs = before;
  store<i32>(at(starts, runs++), from);
  for (let i = from + 1; i < end; i += 16) {
    for (let left = newAt(mask, i, end); left; left &= left - 1) store<i32>(at(starts, runs++), i + ctz(left));
  }
  for (let run = before; run < runs; run++) store<i32>(at(root, run), run);
  return runs;
}

/** Joins the runs of the row that begins at `row`, `first` to `end`, with their like in the row above. */
function joinRows(row: i32, width: i32, above: i32, first: i32, end: i32): void {
  for (let run = first, over = above; run < end; run++) {
    const isInk = inkOf(run);
    // Over a corner a run reaches one pixel further to both sides, though not beyond its row.
    const from = max(row, startOf(run) - isInk) - width;
    const to = min(row + width, (run + 1 < end ? startOf(run + 1) : row + width) + isInk) - width;
    while (over + 1 < first && startOf(over + 1) <= from) over++;
    for (let other = over; other < first && startOf(other) < to; other++) {
      if (inkOf(other) == isInk) unite(run, other);
    }
  }
}

/** The older of two roots stays one. */
function unite(one: i32, other: i32): void {
  const a = rootOf(one);
  const b = rootOf(other);
  if (a < b) store<i32>(at(root, b), a);
  else store<i32>(at(root, a), b);
}

/** Halves the way on every step. */
@inline function rootOf(run: i32): i32 {
  let here = run;
  let next = load<i32>(at(root, here));
  while (next != here) {
    const beyond = load<i32>(at(root, next));
    store<i32>(at(root, here), beyond);
    here = beyond;
    next = load<i32>(at(root, here));
  }
  return here;
}

/** Numbers the pieces in the order of their first runs. What a run hangs from is older, so that it has its number before. */
function gather(runs: i32, width: i32, pieces: usize): i32 {
  let count = 0;
  for (let run = 0, y = 0; run < runs; run++) {
    const start = startOf(run);
    const end = startOf(run + 1);
    if (start >= (y + 1) * width) y++;
    const older = load<i32>(at(root, run));
    const isFirst = older == run;
    const own = isFirst ? count++ : load<i32>(at(root, older));
    store<i32>(at(root, run), own);
    const all = piece(pieces, own);
    if (isFirst) {
      all.area = 0;
      all.left = width;
      all.top = y;
      all.right = -1;
      all.isInk = inkOf(run);
    }
    all.area += end - start;
    all.left = min(all.left, start - y * width);
    all.right = max(all.right, end - 1 - y * width);
    all.bottom = y;
  }
  return count;
}
