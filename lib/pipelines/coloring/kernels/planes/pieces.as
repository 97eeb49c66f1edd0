// AssemblyScript; planes.wasm.ts is made from it by `npm run planes`. What it does is told in kernels/components.ts.
//
// Labels are i32, row by row; a run is what of a row has one label.

@inline function at(values: usize, index: i32): usize { return values + (<usize>index << 2); }

/** A bit for each of the four pixels from `i` on, and before `end`, whose label is not that of the pixel before. */
@inline function newAt(labels: usize, i: i32, end: i32): i32 {
  const fresh = i32x4.bitmask(i32x4.ne(v128.load(at(labels, i)), v128.load(at(labels, i) - 4)));
  return end - i >= 4 ? fresh : fresh & ((1 << (end - i)) - 1);
}

export function countRuns(labels: usize, width: i32, height: i32): i32 {
  let count = height;
  for (let y = 0; y < height; y++) {
    const end = (y + 1) * width;
    for (let i = end - width + 1; i < end; i += 4) count += popcnt(newAt(labels, i, end));
  }
  return count;
}

let labels: usize;
/** First pixel of each run and, at the end, the number of pixels. */
let starts: usize;
/** The run that each hangs from, which is older, or itself. */
let root: usize;

@inline function startOf(run: i32): i32 { return load<i32>(at(starts, run)); }
@inline function labelOf(run: i32): i32 { return load<i32>(at(labels, startOf(run))); }

/**
 * Replaces labels by the numbers of their 4-connected pieces; there is room for all runs and one more. `areas` are the
 * pixels of each piece.
 * @returns how many pieces there are.
 */
export function numberPieces(labelsAt: usize, width: i32, height: i32, startsAt: usize, rootAt: usize, areas: usize): i32 {
  labels = labelsAt;
  starts = startsAt;
  root = rootAt;
  let runs = 0;
  let above = 0;
  for (let y = 0; y < height; y++) {
    const first = runs;
    runs = cutRow(y * width, (y + 1) * width, first);
    if (y) joinRows(width, above, first, runs);
    above = first;
  }
  store<i32>(at(starts, runs), width * height);
  return number(runs, areas);
}

/** Notes the runs of the pixels `from` to `end`, each as a piece of its own; returns how many runs there are then. */
function cutRow(from: i32, end: i32, before: i32): i32 {
  let runs = before;
  store<i32>(at(starts, runs++), from);
  for (let i = from + 1; i < end; i += 4) {
    for (let left = newAt(labels, i, end); left; left &= left - 1) store<i32>(at(starts, runs++), i + ctz(left));
  }
  for (let run = before; run < runs; run++) store<i32>(at(root, run), run);
  return runs;
}

/** Joins the runs of a row, `first` to `end`, with those of the same label in the row above. */
function joinRows(width: i32, above: i32, first: i32, end: i32): void {
  const rowEnd = startOf(first) + width;
  for (let run = first, over = above; run < end; run++) {
    const own = labelOf(run);
    const to = (run + 1 < end ? startOf(run + 1) : rowEnd) - width;
    // The last one above may reach over the next run too.
    for (;;) {
      if (labelOf(over) == own) unite(over, run);
      if (over + 1 == first || startOf(over + 1) >= to) break;
      over++;
    }
    if (over + 1 < first && startOf(over + 1) == to) over++;
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

/** What a run hangs from is older, so that it has its number before it is asked for. */
function number(runs: i32, areas: usize): i32 {
  let count = 0;
  for (let run = 0; run < runs; run++) {
    const older = load<i32>(at(root, run));
    if (older == run) store<i32>(at(areas, count), 0);
    const own = older == run ? count++ : load<i32>(at(root, older));
    store<i32>(at(root, run), own);
    const start = startOf(run);
    const end = startOf(run + 1);
    store<i32>(at(areas, own), load<i32>(at(areas, own)) + end - start);
    for (let i = start; i < end; i += 4) v128.store(at(labels, i), i32x4.splat(own));
  }
  return count;
}
