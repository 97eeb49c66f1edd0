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
