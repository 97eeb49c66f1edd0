// AssemblyScript; planes.wasm.ts is made from it by `npm run planes`. What it does is told in lines/smooth.ts.
//
// Coordinates are f32 by place; a step is worked out in f64, two places at a time.

@inline function at(values: usize, index: i32): usize { return values + (<usize>index << 2); }

let copies: usize;
let homes: usize;
let copyCount: i32;
let still: usize;
let stillCount: i32;

/** Says which places have no step of their own: those that are copied from their homes, and those that stay. */
export function layThreads(copiesAt: usize, homesAt: usize, copied: i32, stillAt: usize, staying: i32): void {
  copies = copiesAt;
  homes = homesAt;
  copyCount = copied;
  still = stillAt;
  stillCount = staying;
}

/** So many rounds of shrinking and growing; the result lies where the coordinates were. */
export function sharpen(here: usize, there: usize, count: i32, rounds: i32, shrink: f64, grow: f64): void {
  const shrinking = f64x2.splat(shrink);
  const growing = f64x2.splat(grow);
  for (let round = 0; round < rounds; round++) {
    stepAll(here, there, count, shrinking);
    settle(here, there);
    stepAll(there, here, count, growing);
    settle(there, here);
  }
}

function stepAll(from: usize, to: usize, count: i32, pull: v128): void {
  let i = 1;
  for (; i < count - 2; i += 2) store<f64>(at(to, i), stepped(from, i, pull));
  if (i < count - 1) store<f32>(at(to, i), steppedOne(from, i, f64x2.extract_lane(pull, 0)));
}

/**
 * So many rounds in which the places of each span, but for its ends, are pulled by as much as is said for them. A span is
 * two i32, its first place and the one behind its last. The result lies at `from` after an even number of rounds.
 */
export function soften(from: usize, to: usize, pulls: usize, spans: usize, spanCount: i32, rounds: i32): void {
  let here = from;
  let there = to;
  for (let round = 0; round < rounds; round++) {
    for (let span = 0; span < spanCount; span++) {
      pullAlong(here, there, pulls, load<i32>(at(spans, 2 * span)), load<i32>(at(spans, 2 * span + 1)));
    }
    settle(here, there);
    const last = here;
    here = there;
    there = last;
  }
}

function pullAlong(from: usize, to: usize, pulls: usize, start: i32, end: i32): void {
  let i = start + 1;
  for (; i < end - 2; i += 2) store<f64>(at(to, i), stepped(from, i, pairAt(pulls, i)));
  if (i < end - 1) store<f32>(at(to, i), steppedOne(from, i, <f64>load<f32>(at(pulls, i))));
}

@inline function pairAt(values: usize, i: i32): v128 { return f64x2.promote_low_f32x4(v128.load64_zero(at(values, i))); }

/** Two places' coordinates after a step, in the bits of one f64. */
@inline function stepped(from: usize, i: i32, pull: v128): f64 {
  const here = pairAt(from, i);
  const middle = f64x2.mul(f64x2.splat(0.5), f64x2.add(pairAt(from, i - 1), pairAt(from, i + 1)));
  const moved = f64x2.add(here, f64x2.mul(pull, f64x2.sub(middle, here)));
  return f64x2.extract_lane(f32x4.demote_f64x2_zero(moved), 0);
}

@inline function steppedOne(from: usize, i: i32, pull: f64): f32 {
  const here = <f64>load<f32>(at(from, i));
  const middle = 0.5 * (<f64>load<f32>(at(from, i - 1)) + <f64>load<f32>(at(from, i + 1)));
  return <f32>(here + pull * (middle - here));
}

/** Brings what has no step of its own to where it belongs after one. */
function settle(from: usize, to: usize): void {
  for (let k = 0; k < stillCount; k++) {
    const place = load<i32>(at(still, k));
    store<f32>(at(to, place), load<f32>(at(from, place)));
  }
  for (let k = 0; k < copyCount; k++) {
    store<f32>(at(to, load<i32>(at(copies, k))), load<f32>(at(to, load<i32>(at(homes, k)))));
  }
}
