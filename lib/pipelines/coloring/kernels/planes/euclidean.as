// AssemblyScript; planes.wasm.ts is made from it by `npm run planes`. What it does is told in measure/euclidean.ts.
//
// Distances are i32; rows are padded to a multiple of four. Places of a row count from 0, what stands before it, over 1, its
// first pixel, to width + 1, what stands after it.

@inline function at(values: usize, index: i32): usize { return values + (<usize>index << 2); }

/** Distance to the nearest wall straight above or below; `rim` is that of the picture's edge from beyond it. */
export function columnDistance(walls: usize, distances: usize, stride: i32, height: i32, rim: i32): void {
  const one = i32x4.splat(1);
  const beyond = i32x4.splat(rim);
  for (let x = 0; x < stride; x += 4) {
    let away = beyond;
    for (let y = 0, i = x; y < height; y++, i += stride) {
      const wall = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(walls + i)));
      away = v128.and(i32x4.add(away, one), i32x4.eq(wall, i32x4.splat(0)));
      v128.store(at(distances, i), away);
    }
    away = beyond;
    for (let y = height - 1, i = x + y * stride; y >= 0; y--, i -= stride) {
      away = i32x4.min_s(i32x4.add(away, one), v128.load(at(distances, i)));
      v128.store(at(distances, i), away);
    }
  }
}

/**
 * Makes distances along columns squared distances in the plane, row by row. `raised` is each place's squared height plus
 * its own square; parabola `apex[k]` is the lowest from the place `starts[k]` on. All three have room for width + 3.
 */
export function spreadRows(
  distances: usize, stride: i32, width: i32, height: i32, rim: i32, raised: usize, apex: usize, starts: usize,
): void {
  const end = rim * rim;
  store<i32>(at(raised, 0), end);
  store<i32>(at(raised, width + 1), end + (width + 1) * (width + 1));
  for (let y = 0; y < height; y++) {
    const row = at(distances, y * stride);
    for (let x = 1; x <= width; x++) {
      const high = load<i32>(at(row, x - 1));
      store<i32>(at(raised, x), high * high + x * x);
    }
    envelope(width, raised, apex, starts);
    for (let x = 1, k = 0; x <= width; k++) {
      const place = load<i32>(at(apex, k));
      const high = load<i32>(at(raised, place)) - place * place;
      const stop = min(width + 1, load<i32>(at(starts, k + 1)));
      for (; x < stop; x++) store<i32>(at(row, x - 1), (x - place) * (x - place) + high);
    }
  }
}

/** Places are whole, so that it is enough to know the first one at which a later parabola is as low. */
function envelope(width: i32, raised: usize, apex: usize, starts: usize): void {
  let k = 0;
  store<i32>(apex, 0);
  store<i32>(starts, -1);
  for (let q = 1; q <= width + 1; q++) {
    const own = load<i32>(at(raised, q));
    let first = 0;
    for (;;) {
      const p = load<i32>(at(apex, k));
      // Rounded up; what is negative lies before the row, however far.
      const rise = own - load<i32>(at(raised, p));
      first = rise > 0 ? <i32>Math.ceil(<f64>rise / <f64>(2 * (q - p))) : 0;
      if (first > load<i32>(at(starts, k))) break;
      k--;
    }
    k++;
    store<i32>(at(apex, k), q);
    store<i32>(at(starts, k), first);
  }
  store<i32>(at(starts, k + 1), width + 2);
}
