// AssemblyScript; planes.wasm.ts is made from it by `npm run planes`. What it does is told in faces/net/.
//
// Values are f32, by row, column and channel, four channels at a time: up to three values past the last channel of a place
// are written, which the next place overwrites, and past the last place the slack.

/**
 * A 3 × 3 filter for every channel.
 * @param framed the input with one place of 0 around it; `row` leads to its next row, in bytes.
 * @param weights by row, column and channel.
 */
export function convolveEach(
  framed: usize, row: usize, depth: i32, weights: usize, bias: usize, stride: i32,
  output: usize, width: i32, height: i32,
): void {
  const bytes = <usize>depth << 2;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = framed + <usize>(y * stride) * row + <usize>(x * stride) * bytes;
      const to = output + <usize>(y * width + x) * bytes;
      for (let at: usize = 0; at < bytes; at += 16) {
        let sum = v128.load(bias + at);
        sum = addRow(sum, from + at, weights + at, bytes);
        sum = addRow(sum, from + row + at, weights + 3 * bytes + at, bytes);
        sum = addRow(sum, from + 2 * row + at, weights + 6 * bytes + at, bytes);
        v128.store(to + at, sum);
      }
    }
  }
}

@inline function addRow(sum: v128, from: usize, weights: usize, bytes: usize): v128 {
  const first = f32x4.add(sum, f32x4.mul(v128.load(from), v128.load(weights)));
  const second = f32x4.add(first, f32x4.mul(v128.load(from + bytes), v128.load(weights + bytes)));
  return f32x4.add(second, f32x4.mul(v128.load(from + 2 * bytes), v128.load(weights + 2 * bytes)));
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
