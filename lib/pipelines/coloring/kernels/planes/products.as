// AssemblyScript; planes.wasm.ts is made from it by `npm run planes`. What it does is told in faces/net/convolution.ts.
//
// Values are f32; sums are f64 and rounded once, so that they do not hang on how many are worked at a time.

/** Weights of four filters at one place of the window. */
@inline function firstTwo(weights: usize): v128 { return f64x2.promote_low_f32x4(v128.load64_zero(weights)); }
@inline function lastTwo(weights: usize): v128 { return f64x2.promote_low_f32x4(v128.load64_zero(weights, 8)); }
@inline function both(value: usize): v128 { return f64x2.splat(<f64>load<f32>(value)); }
@inline function asFour(low: v128, high: v128): v128 {
  return v128.shuffle<f32>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 1, 4, 5);
}

/**
 * Windows times filters, two windows by four filters at a time; an odd window out is worked with itself.
 * @param length values of a window, and weights of a filter, which stand four filters side by side.
 * @param stride outputs of a window: the filters, filled up to a multiple of four.
 */
export function multiply(
  windows: usize, places: i32, length: i32, packed: usize, bias: usize, stride: i32, output: usize,
): void {
  const bytes = <usize>length << 2;
  const outBytes = <usize>stride << 2;
  for (let filter = 0; filter < stride; filter += 4) {
    const weights = packed + <usize>filter * bytes;
    const startLow = firstTwo(bias + (<usize>filter << 2));
    const startHigh = lastTwo(bias + (<usize>filter << 2));
    for (let place = 0; place < places; place += 2) {
      const other = min(place + 1, places - 1);
      const one = windows + <usize>place * bytes;
      const two = windows + <usize>other * bytes;
      let oneLow = startLow;
      let oneHigh = startHigh;
      let twoLow = startLow;
      let twoHigh = startHigh;
      for (let k: usize = 0; k < bytes; k += 4) {
        const low = firstTwo(weights + (k << 2));
        const high = lastTwo(weights + (k << 2));
        const a = both(one + k);
        const b = both(two + k);
        oneLow = f64x2.add(oneLow, f64x2.mul(a, low));
        oneHigh = f64x2.add(oneHigh, f64x2.mul(a, high));
        twoLow = f64x2.add(twoLow, f64x2.mul(b, low));
        twoHigh = f64x2.add(twoHigh, f64x2.mul(b, high));
      }
      const at = output + (<usize>filter << 2);
      v128.store(at + <usize>other * outBytes, asFour(twoLow, twoHigh));
      v128.store(at + <usize>place * outBytes, asFour(oneLow, oneHigh));
    }
  }
}
