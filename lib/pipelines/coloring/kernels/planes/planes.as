// AssemblyScript; planes.wasm.ts is made from it by `npm run planes`.
//
// Planes are f32, row by row; all addresses are in bytes. Work goes on four or sixteen pixels at a time, so that up to
// fifteen values past the end of a row are written: those of the next row, which comes after, and past the last the slack of
// a plane. `line` has room for a row with a margin to either side. Nothing here depends on the order of threads.

/** Bytes of sixteen pixels, for which a weight is fetched once. */
const stretch: usize = 64;

export function blur(
  source: usize, target: usize, scratch: usize, line: usize,
  width: i32, height: i32, half: usize, radius: i32,
): void {
  const stride = <usize>width << 2;
  const middle = line + (<usize>radius << 2);
  for (let y = 0; y < height; y++) {
    fillLine(line, source + y * stride, width, radius);
    for (let x: usize = 0; x < stride; x += stretch) blurAcross(middle + x, half, radius, scratch + y * stride + x);
  }
  for (let y = 0; y < height; y++) {
    for (let x: usize = 0; x < stride; x += stretch) {
      blurDown(scratch + x, stride, y, height - 1, half, radius, target + y * stride + x);
    }
  }
}

@inline function pair(one: usize, other: usize, weight: v128, sum: v128): v128 {
  return f32x4.add(sum, f32x4.mul(weight, f32x4.add(v128.load(one), v128.load(other))));
}

@inline function blurAcross(at: usize, half: usize, radius: i32, out: usize): void {
  const first = v128.load_splat<f32>(half);
  let a = f32x4.mul(first, v128.load(at));
  let b = f32x4.mul(first, v128.load(at, 16));
  let c = f32x4.mul(first, v128.load(at, 32));
  let d = f32x4.mul(first, v128.load(at, 48));
  for (let i: usize = 4, last = <usize>radius << 2; i <= last; i += 4) {
    const weight = v128.load_splat<f32>(half + i);
    a = pair(at - i, at + i, weight, a);
    b = pair(at - i + 16, at + i + 16, weight, b);
    c = pair(at - i + 32, at + i + 32, weight, c);
    d = pair(at - i + 48, at + i + 48, weight, d);
  }
  v128.store(out, a);
  v128.store(out, b, 16);
  v128.store(out, c, 32);
  v128.store(out, d, 48);
}

/** @param plane where the column of the sixteen pixels begins; the last row of it is `last`. */
@inline function blurDown(plane: usize, stride: usize, y: i32, last: i32, half: usize, radius: i32, out: usize): void {
  const own = plane + y * stride;
  const first = v128.load_splat<f32>(half);
  let a = f32x4.mul(first, v128.load(own));
  let b = f32x4.mul(first, v128.load(own, 16));
  let c = f32x4.mul(first, v128.load(own, 32));
  let d = f32x4.mul(first, v128.load(own, 48));
  for (let i = 1; i <= radius; i++) {
    const weight = v128.load_splat<f32>(half + (<usize>i << 2));
    const above = plane + max(0, y - i) * stride;
    const below = plane + min(last, y + i) * stride;
    a = pair(above, below, weight, a);
    b = pair(above + 16, below + 16, weight, b);
    c = pair(above + 32, below + 32, weight, c);
    d = pair(above + 48, below + 48, weight, d);
  }
  v128.store(out, a);
  v128.store(out, b, 16);
  v128.store(out, c, 32);
  v128.store(out, d, 48);
}

/** A row with its first and last value repeated `margin` times beside it. */
function fillLine(line: usize, row: usize, width: i32, margin: i32): void {
  const first = load<f32>(row);
  const last = load<f32>(row + (<usize>(width - 1) << 2));
  for (let i = 0; i < margin; i++) {
    store<f32>(line + (<usize>i << 2), first);
    store<f32>(line + (<usize>(margin + width + i) << 2), last);
  }
  memory.copy(line + (<usize>margin << 2), row, <usize>width << 2);
}

/** Half the resolution by the mean of 2 × 2 pixels; an odd last row or column is repeated. */
export function halve(source: usize, target: usize, width: i32, height: i32): void {
  const across = (width + 1) >> 1;
  const down = (height + 1) >> 1;
  const quarter = f32x4.splat(0.25);
  for (let y = 0; y < down; y++) {
    const top = source + <usize>(2 * y * width << 2);
    const bottom = source + <usize>(min(height - 1, 2 * y + 1) * width << 2);
    const out = target + <usize>(y * across << 2);
    for (let x: usize = 0; x < <usize>across << 2; x += 16) {
      const near = f32x4.add(v128.load(top + 2 * x), v128.load(bottom + 2 * x));
      const far = f32x4.add(v128.load(top + 2 * x, 16), v128.load(bottom + 2 * x, 16));
      const sum = f32x4.add(v128.shuffle<f32>(near, far, 0, 2, 4, 6), v128.shuffle<f32>(near, far, 1, 3, 5, 7));
      v128.store(out + x, f32x4.mul(quarter, sum));
    }
    if (width & 1) {
      const last = <usize>(width - 1) << 2;
      store<f32>(out + (<usize>(across - 1) << 2), <f32>0.5 * (load<f32>(top + last) + load<f32>(bottom + last)));
    }
  }
}

/** Adds squares and product of a plane's central differences, times `gain`, to three planes; `xy` may be 0. */
export function addSquares(
  plane: usize, line: usize, width: i32, height: i32, gain: f32, xx: usize, yy: usize, xy: usize,
): void {
  const stride = <usize>width << 2;
  const gains = f32x4.splat(gain);
  for (let y = 0; y < height; y++) {
    const row = y * stride;
    const above = plane + max(0, y - 1) * stride;
    const below = plane + min(height - 1, y + 1) * stride;
    fillLine(line, plane + row, width, 1);
    // What four pixels at a time would add to the next row is kept off it.
    for (let x: usize = 0; x < stride; x += 16) {
      const inside = lanes(stride - x);
      const dx = v128.and(inside, f32x4.sub(v128.load(line + x, 8), v128.load(line + x)));
      const dy = v128.and(inside, f32x4.sub(v128.load(below + x), v128.load(above + x)));
      const weighed = f32x4.mul(gains, dx);
      const at = row + x;
      v128.store(xx + at, f32x4.add(v128.load(xx + at), f32x4.mul(weighed, dx)));
      v128.store(yy + at, f32x4.add(v128.load(yy + at), f32x4.mul(f32x4.mul(gains, dy), dy)));
      if (xy) v128.store(xy + at, f32x4.add(v128.load(xy + at), f32x4.mul(weighed, dy)));
    }
  }
}

/** All bits set in as many of four lanes as there are bytes left for. */
function lanes(bytes: usize): v128 {
  return i32x4.gt_s(i32x4.splat(<i32>bytes), i32x4(0, 4, 8, 12));
}

export function roots(plane: usize, count: i32): void {
  for (let i: usize = 0; i < <usize>count << 2; i += 16) v128.store(plane + i, f32x4.sqrt(v128.load(plane + i)));
}

/** Writes row `y` of a half-resolution plane at full resolution, bilinearly, to `out`. */
function upsample(plane: usize, y: i32, line: usize, out: usize, width: i32, height: i32): void {
  const across = (width + 1) >> 1;
  const stride = <usize>across << 2;
  const beside = min(((height + 1) >> 1) - 1, max(0, (y >> 1) + (y & 1 ? 1 : -1)));
  const own = plane + (y >> 1) * stride;
  const other = plane + beside * stride;
  const most = f32x4.splat(0.75);
  const rest = f32x4.splat(0.25);
  for (let x: usize = 0; x < stride; x += 16) {
    v128.store(line + x, f32x4.add(f32x4.mul(most, v128.load(own + x)), f32x4.mul(rest, v128.load(other + x))), 4);
  }
  store<f32>(line, load<f32>(line, 4));
  store<f32>(line + stride, load<f32>(line + stride), 4);
  for (let x: usize = 0; x < stride; x += 16) {
    const here = f32x4.mul(most, v128.load(line + x, 4));
    const even = f32x4.add(here, f32x4.mul(rest, v128.load(line + x)));
    const odd = f32x4.add(here, f32x4.mul(rest, v128.load(line + x, 8)));
    v128.store(out + 2 * x, v128.shuffle<f32>(even, odd, 0, 4, 1, 5));
    v128.store(out + 2 * x, v128.shuffle<f32>(even, odd, 2, 6, 3, 7), 16);
  }
}

/**
 * Both scales' answers as one: see gradient.ts. `halves` are six half-resolution planes `apart` bytes from each other,
 * `rows` has room for six rows; `slant` is a plane of bytes.
 */
export function combine(
  L: usize, line: usize, rows: usize, width: i32, height: i32, gain: f32, halves: usize, apart: usize,
  outX: usize, outY: usize, magnitude: usize, slant: usize,
): void {
  const stride = <usize>width << 2;
  const room = stride + 64;
  const gains = f32x4.splat(gain);
  for (let y = 0; y < height; y++) {
    for (let k: usize = 0; k < 6; k++) upsample(halves + k * apart, y, line, rows + k * room, width, height);
    const row = y * stride;
    const above = L + max(0, y - 1) * stride;
    const below = L + min(height - 1, y + 1) * stride;
    fillLine(line, L + row, width, 1);
    for (let x: usize = 0; x < stride; x += 16) {
      const dx = f32x4.mul(gains, f32x4.sub(v128.load(line + x, 8), v128.load(line + x)));
      const dy = f32x4.mul(gains, f32x4.sub(v128.load(below + x), v128.load(above + x)));
      const from = rows + x;
      const fineX = f32x4.sqrt(f32x4.add(f32x4.mul(dx, dx), v128.load(from + 2 * room)));
      const fineY = f32x4.sqrt(f32x4.add(f32x4.mul(dy, dy), v128.load(from + 3 * room)));
      const share = v128.load(from + 5 * room);
      const gx = stepOf(fineX, v128.load(from));
      const gy = stepOf(fineY, v128.load(from + room));
      const at = row + x;
      v128.store(outX + at, f32x4.mul(share, gx));
      v128.store(outY + at, f32x4.mul(share, gy));
      v128.store(magnitude + at, f32x4.sqrt(f32x4.add(f32x4.mul(gx, gx), f32x4.mul(gy, gy))));
      const product = f32x4.add(f32x4.mul(dx, dy), v128.load(from + 4 * room));
      const bits = i32x4.bitmask(f32x4.gt(product, f32x4.splat(0)));
      store<u32>(slant + (at >> 2), (bits & 1) | ((bits & 2) << 7) | ((bits & 4) << 14) | ((bits & 8) << 21));
    }
  }
}

/**
 * Height of a step from its answers at both scales. A sharp step answers alike at both, a ramp twice as much at the
 * coarse one; what the coarse one has more is taken off twice: at three times nothing would be left of an endless ramp,
 * but little of what is out of focus either.
 */
function stepOf(fine: v128, coarse: v128): v128 {
  const more = f32x4.max(f32x4.splat(0), f32x4.sub(coarse, fine));
  return f32x4.sub(f32x4.add(fine, coarse), f32x4.add(more, more));
}

/** Makes each value the larger of itself and the one `step` values ahead, in place; with `lowest` the smaller. */
export function takeAhead(plane: usize, count: i32, step: i32, lowest: bool): void {
  const ahead = <usize>step << 2;
  for (let at = plane, end = plane + (<usize>count << 2); at < end; at += 16) {
    const one = v128.load(at);
    const other = v128.load(at + ahead);
    v128.store(at, lowest ? f32x4.min(one, other) : f32x4.max(one, other));
  }
}

/** Makes each byte have the bits of the one `step` bytes ahead too, in place. */
export function uniteAhead(plane: usize, bytes: i32, step: i32): void {
  for (let at = plane, end = plane + bytes; at < end; at += 16) {
    v128.store(at, v128.or(v128.load(at), v128.load(at + step)));
  }
}
