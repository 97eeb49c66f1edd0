// AssemblyScript; planes.wasm.ts is made from it by `npm run planes`. What it does is told in kernels/half.ts.
//
// Planes are f32, row by row; sums are f64 and rounded once.

@inline function upper(four: v128): v128 { return f64x2.promote_low_f32x4(v128.shuffle<u64>(four, four, 1, 0)); }
@inline function lower(four: v128): v128 { return f64x2.promote_low_f32x4(four); }
@inline function rounded(low: v128, high: v128): v128 {
  return v128.shuffle<u64>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2);
}

/** Half the resolution by the mean of 2 × 2 pixels; an odd last row or column is repeated. */
export function halveFinely(source: usize, target: usize, width: i32, height: i32): void {
  const across = (width + 1) >> 1;
  const down = (height + 1) >> 1;
  for (let y = 0; y < down; y++) {
    const top = source + <usize>(2 * y * width << 2);
    const bottom = source + <usize>(min(height - 1, 2 * y + 1) * width << 2);
    const out = target + <usize>(y * across << 2);
    for (let x: usize = 0; x < <usize>across << 2; x += 16) {
      const near = v128.load(top + 2 * x);
      const far = v128.load(top + 2 * x, 16);
      const nearBelow = v128.load(bottom + 2 * x);
      const farBelow = v128.load(bottom + 2 * x, 16);
      const left = v128.shuffle<f32>(near, far, 0, 2, 4, 6);
      const right = v128.shuffle<f32>(near, far, 1, 3, 5, 7);
      const leftBelow = v128.shuffle<f32>(nearBelow, farBelow, 0, 2, 4, 6);
      const rightBelow = v128.shuffle<f32>(nearBelow, farBelow, 1, 3, 5, 7);
      const low = quarterOf(lower(left), lower(right), lower(leftBelow), lower(rightBelow));
      const high = quarterOf(upper(left), upper(right), upper(leftBelow), upper(rightBelow));
      v128.store(out + x, rounded(low, high));
    }
    if (width & 1) {
      const last = <usize>(width - 1) << 2;
      const above = f64x2.splat(<f64>load<f32>(top + last));
      const below = f64x2.splat(<f64>load<f32>(bottom + last));
      const mean = quarterOf(above, above, below, below);
      store<f32>(out + (<usize>(across - 1) << 2), <f32>f64x2.extract_lane(mean, 0));
    }
  }
}

@inline function quarterOf(one: v128, two: v128, three: v128, four: v128): v128 {
  return f64x2.mul(f64x2.splat(0.25), f64x2.add(f64x2.add(f64x2.add(one, two), three), four));
}

/** Three quarters of one and a quarter of another. */
@inline function blend(one: v128, other: v128): v128 {
  const most = f64x2.splat(0.75);
  const rest = f64x2.splat(0.25);
  return rounded(
    f64x2.add(f64x2.mul(most, lower(one)), f64x2.mul(rest, lower(other))),
    f64x2.add(f64x2.mul(most, upper(one)), f64x2.mul(rest, upper(other))),
  );
}

/** A half-resolution plane at full resolution, bilinearly; `line` has room for one of its rows and two values more. */
export function enlarge(plane: usize, line: usize, target: usize, width: i32, height: i32): void {
  const across = (width + 1) >> 1;
  const stride = <usize>across << 2;
  for (let y = 0; y < height; y++) {
    const beside = min(((height + 1) >> 1) - 1, max(0, (y >> 1) + (y & 1 ? 1 : -1)));
    const own = plane + (y >> 1) * stride;
    const other = plane + beside * stride;
    const out = target + <usize>(y * width << 2);
    for (let x: usize = 0; x < stride; x += 16) {
      v128.store(line + x, blend(v128.load(own + x), v128.load(other + x)), 4);
    }
    store<f32>(line, load<f32>(line, 4));
    store<f32>(line + stride, load<f32>(line + stride), 4);
    for (let x: usize = 0; x < stride; x += 16) {
      const here = v128.load(line + x, 4);
      const even = blend(here, v128.load(line + x));
      const odd = blend(here, v128.load(line + x, 8));
      v128.store(out + 2 * x, v128.shuffle<f32>(even, odd, 0, 4, 1, 5));
      v128.store(out + 2 * x, v128.shuffle<f32>(even, odd, 2, 6, 3, 7), 16);
    }
  }
}
