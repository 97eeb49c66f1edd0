// AssemblyScript; planes.wasm.ts is made from it by `npm run planes`. What it does is told in net/.
//
// Values are f32, by row, column and channel, four channels at a time: up to three values past the last channel of a place
// are written, which the next place overwrites, and past the last place the slack.

/**
 * A square filter for every channel.
 * @param framed the input with places of 0 around it; `row` leads to its next row, in bytes.
 * @param weights by row, column and channel.
 */
export function convolveEach(
  framed: usize, row: usize, depth: i32, weights: usize, side: i32, bias: usize, stride: i32,
  output: usize, width: i32, height: i32,
): void {
  const bytes = <usize>depth << 2;
  const across = <usize>side * bytes;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = framed + <usize>(y * stride) * row + <usize>(x * stride) * bytes;
      const to = output + <usize>(y * width + x) * bytes;
      for (let at: usize = 0; at < bytes; at += 16) {
        let sum = v128.load(bias + at);
        let weight = weights + at;
        for (let line = from + at, end = line + <usize>side * row; line < end; line += row) {
          for (let place = line; place < line + across; place += bytes, weight += bytes) {
            sum = f32x4.add(sum, f32x4.mul(v128.load(place), v128.load(weight)));
          }
        }
        v128.store(to + at, sum);
      }
    }
  }
}

/** What is below 0 counts by its channel's slope. */
export function bend(input: usize, slopes: usize, depth: i32, places: i32, output: usize): void {
  const bytes = <usize>depth << 2;
  const none = f32x4.splat(0);
  for (let place = 0; place < places; place++) {
    const from = input + <usize>place * bytes;
    const to = output + <usize>place * bytes;
    for (let at: usize = 0; at < bytes; at += 16) {
      const value = v128.load(from + at);
      const bent = f32x4.mul(value, v128.load(slopes + at));
      v128.store(to + at, v128.bitselect(value, bent, f32x4.gt(value, none)));
    }
  }
}

/** x · min(6, max(0, x + 3)) / 6 (Howard et al. 2019, "Searching for MobileNetV3", section 5.2), in place. */
export function swish(plane: usize, count: i32): void {
  const none = f32x4.splat(0);
  const three = f32x4.splat(3);
  const six = f32x4.splat(6);
  const sixth = f32x4.splat(1.0 / 6.0);
  for (let at = plane, end = plane + (<usize>count << 2); at < end; at += 16) {
    const x = v128.load(at);
    const gate = f32x4.min(six, f32x4.max(none, f32x4.add(x, three)));
    v128.store(at, f32x4.mul(x, f32x4.mul(gate, sixth)));
  }
}

/** a + b. */
export function addBoth(a: usize, b: usize, count: i32, output: usize): void {
  for (let i: usize = 0, bytes = <usize>count << 2; i < bytes; i += 16) {
    v128.store(output + i, f32x4.add(v128.load(a + i), v128.load(b + i)));
  }
}

/** a · b, whose `depth` values go for each of a's places anew. */
export function multiplyChannels(a: usize, b: usize, depth: i32, places: i32, output: usize): void {
  const bytes = <usize>depth << 2;
  for (let place = 0; place < places; place++) {
    const from = a + <usize>place * bytes;
    const to = output + <usize>place * bytes;
    for (let at: usize = 0; at < bytes; at += 16) v128.store(to + at, f32x4.mul(v128.load(from + at), v128.load(b + at)));
  }
}

/** The largest value by channel in each window that begins so many places before the input's first. */
export function poolChannels(
  input: usize, width: i32, height: i32, depth: i32, side: i32, stride: i32, top: i32, left: i32,
  output: usize, toWidth: i32, toHeight: i32,
): void {
  const bytes = <usize>depth << 2;
  for (let y = 0; y < toHeight; y++) {
    const firstRow = max(0, y * stride - top);
    const rows = min(height, y * stride - top + side);
    for (let x = 0; x < toWidth; x++) {
      const firstColumn = max(0, x * stride - left);
      const columns = min(width, x * stride - left + side);
      const to = output + <usize>(y * toWidth + x) * bytes;
      for (let at: usize = 0; at < bytes; at += 16) {
        let most = f32x4.splat(-Infinity);
        for (let row = firstRow; row < rows; row++) {
          const from = input + <usize>(row * width) * bytes + at;
          for (let column = firstColumn; column < columns; column++) {
            most = f32x4.pmax(most, v128.load(from + <usize>column * bytes));
          }
        }
        v128.store(to + at, most);
      }
    }
  }
}

/**
 * The windows of one row of places, one after another, 0 outside the input. The first begins so many columns before the
 * input's first, in row `fromY`.
 */
export function layWindows(
  input: usize, width: i32, height: i32, depth: i32, rows: i32, columns: i32, stride: i32, fromY: i32, left: i32,
  windows: usize, places: i32,
): void {
  const line = columns * depth;
  memory.fill(windows, 0, <usize>(places * rows * line) << 2);
  for (let place = 0; place < places; place++) {
    const fromX = place * stride - left;
    const first = max(0, -fromX) * depth;
    const last = min(columns, width - fromX) * depth;
    for (let row = max(0, -fromY), end = min(rows, height - fromY); row < end; row++) {
      const from = input + <usize>((((fromY + row) * width + fromX) * depth) << 2);
      const to = windows + <usize>(((place * rows + row) * line) << 2);
      for (let i = <usize>first << 2, stop = <usize>last << 2; i < stop; i += 4) store<f32>(to + i, load<f32>(from + i));
    }
  }
}

/** The two of `count` places between which one of `toCount` lies, and how far from the first to the second. */
let firstPlace: i32;
let secondPlace: i32;
let part: f64;

@inline function findBetween(place: i32, count: i32, toCount: i32): void {
  const at = max(0.0, ((<f64>place + 0.5) * <f64>count) / <f64>toCount - 0.5);
  firstPlace = <i32>floor(at);
  secondPlace = min(count - 1, firstPlace + 1);
  part = at - <f64>firstPlace;
}

/** Larger by interpolation between the middles of places; `mixed` has room for a row of the input. Worked in f64. */
export function enlargeChannels(
  input: usize, width: i32, height: i32, depth: i32, mixed: usize, output: usize, toWidth: i32, toHeight: i32,
): void {
  const row = width * depth;
  let to = output;
  for (let y = 0; y < toHeight; y++) {
    findBetween(y, height, toHeight);
    mix(input + <usize>(firstPlace * row << 2), input + <usize>(secondPlace * row << 2), row, mixed);
    for (let x = 0; x < toWidth; x++) {
      findBetween(x, width, toWidth);
      mix(mixed + <usize>(firstPlace * depth << 2), mixed + <usize>(secondPlace * depth << 2), depth, to);
      to += <usize>depth << 2;
    }
  }
}

/** Values between those of two planes, by proportion. */
@inline function mix(one: usize, other: usize, count: i32, to: usize): void {
  const rest = 1.0 - part;
  for (let i: usize = 0, end = <usize>count << 2; i < end; i += 4) {
    store<f32>(to + i, <f32>(rest * <f64>load<f32>(one + i) + part * <f64>load<f32>(other + i)));
  }
}

/** Copies the channels of each place, and channels of 0 behind them. */
export function padChannels(input: usize, depth: i32, places: i32, output: usize, toDepth: i32): void {
  const own = <usize>depth << 2;
  const all = <usize>toDepth << 2;
  for (let place = 0; place < places; place++) {
    const from = input + <usize>place * own;
    const to = output + <usize>place * all;
    for (let i: usize = 0; i < own; i += 4) store<f32>(to + i, load<f32>(from + i));
    for (let i = own; i < all; i += 4) store<f32>(to + i, 0);
  }
}
