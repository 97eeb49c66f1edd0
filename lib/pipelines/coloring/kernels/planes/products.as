// AssemblyScript; planes.wasm.ts is made from it by `npm run planes`. What it does is told in net/convolution.ts.
//
// Values are f32. A sum takes its products in their order, however many sums are worked at a time.

/**
 * Windows times filters, four windows by four filters at a time; of an incomplete four the last is worked again.
 * @param length values of a window, and weights of a filter, which stand four filters side by side.
 * @param stride outputs of a window: the filters, filled up to a multiple of four.
 */
export function multiply(
  windows: usize, places: i32, length: i32, packed: usize, bias: usize, stride: i32, output: usize,
): void {
  const bytes = <usize>length << 2;
  const outBytes = <usize>stride << 2;
  const last = places - 1;
  for (let filter = 0; filter < stride; filter += 4) {
    const weights = packed + <usize>filter * bytes;
    const start = v128.load(bias + (<usize>filter << 2));
    const target = output + (<usize>filter << 2);
    for (let place = 0; place < places; place += 4) {
      const second = min(place + 1, last);
      const third = min(place + 2, last);
      const fourth = min(place + 3, last);
      const one = windows + <usize>place * bytes;
      const two = windows + <usize>second * bytes;
      const three = windows + <usize>third * bytes;
      const four = windows + <usize>fourth * bytes;
      let a = start;
      let b = start;
      let c = start;
      let d = start;
      for (let k: usize = 0; k < bytes; k += 4) {
        const weight = v128.load(weights + (k << 2));
        a = f32x4.add(a, f32x4.mul(v128.load32_splat(one + k), weight));
        b = f32x4.add(b, f32x4.mul(v128.load32_splat(two + k), weight));
        c = f32x4.add(c, f32x4.mul(v128.load32_splat(three + k), weight));
        d = f32x4.add(d, f32x4.mul(v128.load32_splat(four + k), weight));
      }
      v128.store(target + <usize>place * outBytes, a);
      v128.store(target + <usize>second * outBytes, b);
      v128.store(target + <usize>third * outBytes, c);
      v128.store(target + <usize>fourth * outBytes, d);
    }
  }
}
