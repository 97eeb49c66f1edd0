// AssemblyScript; planes.wasm.ts is made from it by `npm run planes`. What it does is told in kernels/thin.ts.
//
// The mask is bytes of 0 and 1, row by row, and 0 along its rim.

@inline function at(values: usize, index: i32): usize { return values + (<usize>index << 2); }

/** One bit for each sub-iteration. */
const everyTurn: u8 = 3;

let mask: usize;
let width: i32;
/** The sub-iterations that each pixel is due in. */
let turns: usize;
/** What each of the two sub-iterations has to look at: pixels round which something has changed since it did. */
let first: usize;
let second: usize;
let ofFirst: i32;
let ofSecond: i32;

/**
 * Thins in place. `deletable` is a byte for each sub-iteration and each pattern of neighbours; `turnsAt` a byte a pixel;
 * the three lists have room for all pixels of the mask.
 */
export function thin(
  maskAt: usize, across: i32, count: i32, deletable: usize, turnsAt: usize, firstAt: usize, secondAt: usize, going: usize,
): void {
  mask = maskAt;
  width = across;
  turns = turnsAt;
  first = firstAt;
  second = secondAt;
  ofFirst = 0;
  ofSecond = 0;
  memory.fill(turns, 0, count);
  for (let i = 0; i < count; i++) if (load<u8>(mask + i)) askAgain(i);
  for (let turn = 0; ofFirst || ofSecond; turn = 1 - turn) {
    const leaving = markDeletable(turn, deletable + (turn << 8), going);
    for (let k = 0; k < leaving; k++) store<u8>(mask + load<i32>(at(going, k)), 0);
    for (let k = 0; k < leaving; k++) lookRound(load<i32>(at(going, k)));
  }
}

/** Looks at what is due in a turn, and collects in `going` what may go; returns how many do. */
function markDeletable(turn: i32, table: usize, going: usize): i32 {
  const pixels = turn ? second : first;
  const size = turn ? ofSecond : ofFirst;
  const others: u8 = turn ? 1 : 2;
  if (turn) ofSecond = 0;
  else ofFirst = 0;
  let leaving = 0;
  for (let k = 0; k < size; k++) {
    const i = load<i32>(at(pixels, k));
    store<u8>(turns + i, load<u8>(turns + i) & others);
    if (load<u8>(mask + i) && load<u8>(table + patternAt(mask + i))) store<i32>(at(going, leaving++), i);
  }
  return leaving;
}

/** The eight neighbours as bits: north, then clockwise. */
@inline function patternAt(pixel: usize): i32 {
  const above = pixel - width;
  const below = pixel + width;
  return <i32>load<u8>(above) | (<i32>load<u8>(above + 1) << 1) | (<i32>load<u8>(pixel + 1) << 2)
    | (<i32>load<u8>(below + 1) << 3) | (<i32>load<u8>(below) << 4) | (<i32>load<u8>(below - 1) << 5)
    | (<i32>load<u8>(pixel - 1) << 6) | (<i32>load<u8>(above - 1) << 7);
}

/** A pixel has gone: the ink round it is due in both turns. */
function lookRound(gone: i32): void {
  for (let row = gone - width; row <= gone + width; row += width) {
    for (let i = row - 1; i <= row + 1; i++) if (load<u8>(mask + i)) askAgain(i);
  }
}

@inline function askAgain(i: i32): void {
  const due = load<u8>(turns + i);
  if (due == everyTurn) return;
  if (!(due & 1)) store<i32>(at(first, ofFirst++), i);
  if (!(due & 2)) store<i32>(at(second, ofSecond++), i);
  store<u8>(turns + i, everyTurn);
}
