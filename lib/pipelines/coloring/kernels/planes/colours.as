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
  for (let i = 0, colour = colours; i < count; i++, colour += 32) {
    const middle = (load<f64>(colour) + 16.0) / 116.0;
    const x = 0.95047 * uncurved(middle + load<f64>(colour, 8) / 500.0);
    const y = uncurved(middle);
    const z = 1.08883 * uncurved(middle - load<f64>(colour, 16) / 200.0);
    const span = load<f64>(colour, 24);
    const to = at(out, 3 * i);
    store<f32>(to, <f32>(from + span * valueAt(encoded, stepOf(3.2406 * x - 1.5372 * y - 0.4986 * z, steps))));
    store<f32>(to, <f32>(from + span * valueAt(encoded, stepOf(-0.9689 * x + 1.8758 * y + 0.0415 * z, steps))), 4);
    store<f32>(to, <f32>(from + span * valueAt(encoded, stepOf(0.0557 * x - 0.204 * y + 1.057 * z, steps))), 8);
  }
}

/** The inverse of CIE 15's f. */
@inline function uncurved(f: f64): f64 { return f > 6.0 / 29.0 ? f * f * f : (f - 16.0 / 116.0) / 7.787; }

/** The step nearest to some light, of two the higher. */
@inline function stepOf(light: f64, steps: i32): i32 {
  const place = light * <f64>steps;
  const above = ceil(place);
  return min(steps, max(0, <i32>(above - 0.5 > place ? above - 1 : above)));
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
