// AssemblyScript; planes.wasm.ts is made from it by `npm run planes`. What it does is told in regions/mode-filter.ts.
//
// Labels are i32, row by row. Four of them are looked at at a time.

@inline function at(values: usize, index: i32): usize { return values + (<usize>index << 2); }

let labels: usize;
let width: i32;
let height: i32;
let reach: i32;
/** Half width of each row of the disc, from top to bottom. */
let spans: usize;
/** For each row of the disc and each four labels of it the lanes that belong to it. */
let lanes: usize;
let lanesOfRow: i32;
/** How many pixels the disc has. */
let discSize: i32;
/** The kinds of labels on a disc and their votes. */
let kinds: usize;
let votes: usize;

/** `lanesAt` has room for 16 bytes for each four labels of each row of the disc; `kindsAt` and `votesAt` for its square. */
export function filterByMajority(
  labelsAt: usize, out: usize, across: i32, down: i32, spansAt: usize, rows: i32, lanesAt: usize, kindsAt: usize,
  votesAt: usize,
): void {
  labels = labelsAt;
  width = across;
  height = down;
  reach = rows >> 1;
  spans = spansAt;
  lanes = lanesAt;
  kinds = kindsAt;
  votes = votesAt;
  layDisc(rows);
  memory.copy(out, labels, <usize>(width * height) << 2);
  for (let y = 0; y < height; y++) {
    const up = y > 0 ? -width : 0;
    const under = y < height - 1 ? width : 0;
    for (let x = 0; x < width; x += 4) {
      const i = y * width + x;
      const own = v128.load(at(labels, i));
      const beside = v128.and(
        i32x4.eq(own, v128.load(at(labels, i - 1))),
        i32x4.eq(own, v128.load(at(labels, i + 1))),
      );
      const above = v128.and(
        i32x4.eq(own, v128.load(at(labels, i + up))),
        i32x4.eq(own, v128.load(at(labels, i + under))),
      );
      // At the picture's sides a neighbour of the next row is taken for one of this; that only asks in vain.
      let asked = ~i32x4.bitmask(v128.and(beside, above)) & 15;
      while (asked) {
        const k = ctz(asked);
        asked &= asked - 1;
        if (x + k < width) store<i32>(at(out, i + k), winner(x + k, y));
      }
    }
  }
}

/** Which lanes belong to the disc. */
function layDisc(rows: i32): void {
  lanesOfRow = (rows + 3) >> 2;
  discSize = 0;
  for (let row = 0; row < rows; row++) {
    const span = load<i32>(at(spans, row));
    discSize += 2 * span + 1;
    for (let lane = 0; lane < 4 * lanesOfRow; lane++) {
      store<i32>(at(lanes, 4 * lanesOfRow * row + lane), abs(lane - reach) <= span ? 1 : 0);
    }
  }
}

/** What the pixel's label becomes. A pixel with none of another label beside it keeps its own. */
function winner(x: i32, y: i32): i32 {
  const i = y * width + x;
  const own = load<i32>(at(labels, i));
  const rival = besides(i, own, x, y);
  if (rival == own) return own;
  if (x < reach || y < reach || x >= width - reach || y >= height - reach) return elected(x, y, own);
  let first = i32x4.splat(0);
  let second = i32x4.splat(0);
  const ownKind = i32x4.splat(own);
  const rivalKind = i32x4.splat(rival);
  let lane = lanes;
  for (let row = -reach; row <= reach; row++) {
    let from = at(labels, i + row * width - reach);
    for (let k = 0; k < lanesOfRow; k++, from += 16, lane += 16) {
      const four = v128.load(from);
      const inside = v128.load(lane);
      first = i32x4.add(first, v128.and(inside, i32x4.eq(four, ownKind)));
      second = i32x4.add(second, v128.and(inside, i32x4.eq(four, rivalKind)));
    }
  }
  const ofOwn = sumOf(first);
  const ofRival = sumOf(second);
  if (ofOwn + ofRival < discSize) return elected(x, y, own);
  return ofRival > ofOwn ? rival : own;
}

/** A label beside the pixel that is not its own, which is returned where there is none. */
@inline function besides(i: i32, own: i32, x: i32, y: i32): i32 {
  if (x > 0 && load<i32>(at(labels, i - 1)) != own) return load<i32>(at(labels, i - 1));
  if (x < width - 1 && load<i32>(at(labels, i + 1)) != own) return load<i32>(at(labels, i + 1));
  if (y > 0 && load<i32>(at(labels, i - width)) != own) return load<i32>(at(labels, i - width));
  return y < height - 1 ? load<i32>(at(labels, i + width)) : own;
}

@inline function sumOf(four: v128): i32 {
  return i32x4.extract_lane(four, 0) + i32x4.extract_lane(four, 1) + i32x4.extract_lane(four, 2) + i32x4.extract_lane(four, 3);
}

/** The label with the most votes of any number of kinds, the one seen first of equals, and the pixel's own before all. */
function elected(x: i32, y: i32, own: i32): i32 {
  let count = 1;
  store<i32>(kinds, own);
  store<i32>(votes, 0);
  const bottom = min(y + reach, height - 1);
  for (let yy = max(y - reach, 0); yy <= bottom; yy++) {
    const span = load<i32>(at(spans, yy - y + reach));
    const end = yy * width + min(x + span, width - 1);
    for (let i = yy * width + max(x - span, 0); i <= end; i++) count = vote(load<i32>(at(labels, i)), count);
  }
  let best = 0;
  for (let k = 1; k < count; k++) if (load<i32>(at(votes, k)) > load<i32>(at(votes, best))) best = k;
  return load<i32>(at(kinds, best));
}

/** Returns how many kinds there are then. */
@inline function vote(label: i32, count: i32): i32 {
  let k = 0;
  while (k < count && load<i32>(at(kinds, k)) != label) k++;
  if (k < count) {
    store<i32>(at(votes, k), load<i32>(at(votes, k)) + 1);
    return count;
  }
  store<i32>(at(kinds, k), label);
  store<i32>(at(votes, k), 1);
  return count + 1;
}
