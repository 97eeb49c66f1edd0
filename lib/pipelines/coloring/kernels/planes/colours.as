// AssemblyScript; planes.wasm.ts is made from it by `npm run planes`. What it does is told in kernels/lab.ts, kernels/rgb.ts,
// kernels/bustle.ts and subject/gains.ts.
//
// Planes are f32, row by row; what is worked out is f64.

@inline function at(plane: usize, index: i32): usize { return plane + (<usize>index << 2); }
@inline function valueAt(plane: usize, index: i32): f64 { return <f64>load<f32>(at(plane, index)); }

/** sRGB bytes to CIELAB. `linear` has the light of a byte, `curve` CIE's f of light, `steps` values to a unit. */
export function toLab(
  rgb: usize, count: i32, linear: usize, curve: usize, steps: f64, L: usize, a: usize, b: usize,
): void {
  for (let i = 0, j = rgb; i < count; i++, j += 3) {
    const red = valueAt(linear, load<u8>(j));
    const green = valueAt(linear, load<u8>(j, 1));
    const blue = valueAt(linear, load<u8>(j, 2));
    const x = valueAt(curve, <i32>((0.43394 * red + 0.37624 * green + 0.18991 * blue) * steps + 0.5));
    const y = valueAt(curve, <i32>((0.2126 * red + 0.7152 * green + 0.0722 * blue) * steps + 0.5));
    const z = valueAt(curve, <i32>((0.01775 * red + 0.1095 * green + 0.87292 * blue) * steps + 0.5));
    store<f32>(at(L, i), <f32>(116.0 * y - 16.0));
    store<f32>(at(a, i), <f32>(500.0 * (x - y)));
    store<f32>(at(b, i), <f32>(200.0 * (y - z)));
  }
}

/**
 * CIELAB to sRGB from `from` on. `colours` are L, a, b and the span, each f64; `encoded` has the byte's value, 0 to 1, of
 * light in so many steps.
 */
export function toRgb(colours: usize, count: i32, encoded: usize, steps: i32, from: f64, out: usize): void {
  const perUnit = f64x2.splat(<f64>steps);
  for (let i = 0; i < count; i += 2) {
    const colour = colours + (<usize>i << 5);
    // The second of the last two may be none; what is read and written for it is past the end.
    const first = v128.load(colour);
    const second = v128.load(colour, 32);
    const firstRest = v128.load(colour, 16);
    const secondRest = v128.load(colour, 48);
    const L = v128.shuffle<u64>(first, second, 0, 2);
    const a = v128.shuffle<u64>(first, second, 1, 3);
    const b = v128.shuffle<u64>(firstRest, secondRest, 0, 2);
    const span = v128.shuffle<u64>(firstRest, secondRest, 1, 3);
    const middle = f64x2.div(f64x2.add(L, f64x2.splat(16.0)), f64x2.splat(116.0));
    const x = f64x2.mul(f64x2.splat(0.95047), uncurved(f64x2.add(middle, f64x2.div(a, f64x2.splat(500.0)))));
    const y = uncurved(middle);
    const z = f64x2.mul(f64x2.splat(1.08883), uncurved(f64x2.sub(middle, f64x2.div(b, f64x2.splat(200.0)))));
    const red = stepsOf(mix(x, 3.2406, y, -1.5372, z, -0.4986), perUnit, steps);
    const green = stepsOf(mix(x, -0.9689, y, 1.8758, z, 0.0415), perUnit, steps);
    const blue = stepsOf(mix(x, 0.0557, y, -0.204, z, 1.057), perUnit, steps);
    const to = at(out, 3 * i);
    store<f32>(to, stretched(encoded, i32x4.extract_lane(red, 0), f64x2.extract_lane(span, 0), from));
    store<f32>(to, stretched(encoded, i32x4.extract_lane(green, 0), f64x2.extract_lane(span, 0), from), 4);
    store<f32>(to, stretched(encoded, i32x4.extract_lane(blue, 0), f64x2.extract_lane(span, 0), from), 8);
    store<f32>(to, stretched(encoded, i32x4.extract_lane(red, 1), f64x2.extract_lane(span, 1), from), 12);
    store<f32>(to, stretched(encoded, i32x4.extract_lane(green, 1), f64x2.extract_lane(span, 1), from), 16);
    store<f32>(to, stretched(encoded, i32x4.extract_lane(blue, 1), f64x2.extract_lane(span, 1), from), 20);
  }
}

@inline function mix(x: v128, ofX: f64, y: v128, ofY: f64, z: v128, ofZ: f64): v128 {
  const both = f64x2.add(f64x2.mul(f64x2.splat(ofX), x), f64x2.mul(f64x2.splat(ofY), y));
  return f64x2.add(both, f64x2.mul(f64x2.splat(ofZ), z));
}

/** The inverse of CIE 15's f, of two. */
@inline function uncurved(f: v128): v128 {
  const cube = f64x2.mul(f64x2.mul(f, f), f);
  const line = f64x2.div(f64x2.sub(f, f64x2.splat(16.0 / 116.0)), f64x2.splat(7.787));
  return v128.bitselect(cube, line, f64x2.gt(f, f64x2.splat(6.0 / 29.0)));
}

/** The steps nearest to the light of two, of two as near the higher. */
@inline function stepsOf(light: v128, perUnit: v128, steps: i32): v128 {
  const place = f64x2.mul(light, perUnit);
  const above = f64x2.ceil(place);
  const isBelow = f64x2.gt(f64x2.sub(above, f64x2.splat(0.5)), place);
  const nearest = f64x2.sub(above, v128.and(isBelow, f64x2.splat(1.0)));
  const whole = i32x4.trunc_sat_f64x2_s_zero(nearest);
  return i32x4.min_s(i32x4.splat(steps), i32x4.max_s(i32x4.splat(0), whole));
}

/** One of two colours' bytes, stretched by its span. */
@inline function stretched(encoded: usize, step: i32, span: f64, from: f64): f32 {
  return <f32>(from + span * valueAt(encoded, step));
}

/** Adds the means over 4 × 4 pixels of a structure tensor's entries and of the magnitude to planes of zeros. */
export function gatherTensor(
  gx: usize, gy: usize, magnitude: usize, slant: usize, width: i32, height: i32, stride: i32,
  xx: usize, yy: usize, xy: usize, mean: usize,
): void {
  for (let y = 0; y < height; y++) {
    const end = (y + 1) * width;
    for (let i = y * width, to = (y >> 2) * stride; i < end; to++) {
      let sumXX: f64 = 0;
      let sumYY: f64 = 0;
      let sumXY: f64 = 0;
      let sum: f64 = 0;
      for (const stop = min(end, i + 4); i < stop; i++) {
        const dx = valueAt(gx, i);
        const dy = valueAt(gy, i);
        sumXX += dx * dx;
        sumYY += dy * dy;
        sumXY += load<u8>(slant + i) ? dx * dy : -dx * dy;
        sum += valueAt(magnitude, i);
      }
      addTo(at(xx, to), sumXX);
      addTo(at(yy, to), sumYY);
      addTo(at(xy, to), sumXY);
      addTo(at(mean, to), sum);
    }
  }
}

@inline function addTo(place: usize, sum: f64): void {
  store<f32>(place, <f32>(<f64>load<f32>(place) + 0.0625 * sum));
}

/** Adds up by label a plane at a quarter of the resolution, and pixels. */
export function sumShares(
  labels: usize, width: i32, height: i32, plane: usize, stride: i32, shares: usize, areas: usize,
): void {
  for (let y = 0; y < height; y++) {
    const end = (y + 1) * width;
    for (let i = y * width, from = at(plane, (y >> 2) * stride); i < end; i += 4, from += 4) {
      const own = <f64>load<f32>(from);
      const label = load<i32>(at(labels, i));
      const count = min(4, end - i);
      if (count == 4 && i32x4.all_true(i32x4.eq(v128.load(at(labels, i)), i32x4.splat(label)))) {
        addShare(at(shares, label), at(areas, label), own, 4);
      } else {
        for (let k = i; k < i + count; k++) {
          const one = load<i32>(at(labels, k));
          addShare(at(shares, one), at(areas, one), own, 1);
        }
      }
    }
  }
}

@inline function addShare(share: usize, area: usize, value: f64, pixels: f64): void {
  store<f32>(share, <f32>(<f64>load<f32>(share) + pixels * value));
  store<f32>(area, <f32>(<f64>load<f32>(area) + pixels));
}
