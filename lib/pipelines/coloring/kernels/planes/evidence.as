// AssemblyScript; planes.wasm.ts is made from it by `npm run planes`. What it does is told in kernels/ridges.ts,
// kernels/bustle.ts, lines/ink.ts, lines/ink-evidence.ts, subject/heed.ts and words/marks.ts.
//
// Planes are f32 and masks bytes, row by row. What is compared is f64, two pixels at a time.

@inline function at(values: usize, index: i32): usize { return values + (<usize>index << 2); }
@inline function lower(four: v128): v128 { return f64x2.promote_low_f32x4(four); }
@inline function upper(four: v128): v128 { return f64x2.promote_low_f32x4(v128.shuffle<u64>(four, four, 1, 0)); }

/** A bit for each of the first `count` of four lanes. */
@inline function lanesBelow(count: i32): i32 { return count >= 4 ? 15 : (1 << count) - 1; }

/** The low bits of four lanes as four bytes. */
@inline function asBytes(bits: i32): i32 {
  return (bits & 1) | ((bits & 2) << 7) | ((bits & 4) << 14) | ((bits & 8) << 21);
}

/** Four bytes as lanes that are all ones where a byte is not 0. */
@inline function asLanes(bytes: usize): v128 {
  const words = i16x8.extend_low_i8x16_u(v128.load32_zero(bytes));
  return i32x4.ne(i32x4.extend_low_i16x8_u(words), i32x4.splat(0));
}

/** Writes to `out`, which is all 0, magnitudes of at least `faintest` that are the largest along their own direction. */
export function thinRidges(
  gx: usize, gy: usize, magnitude: usize, slant: usize, width: i32, height: i32, faintest: f32, out: usize,
): void {
  const row = <usize>width << 2;
  for (let y = 1; y < height - 1; y++) {
    const end = (y + 1) * width - 1;
    for (let i = y * width + 1; i < end; i += 4) {
      const here = at(magnitude, i);
      const own = v128.load(here);
      const seen = i32x4.bitmask(f32x4.ge(own, f32x4.splat(faintest))) & lanesBelow(end - i);
      if (!seen) continue;
      const across = v128.load(at(gx, i));
      const down = v128.load(at(gy, i));
      const isAcross = f32x4.gt(across, down);
      const falls = asLanes(slant + i);
      const side = v128.bitselect(v128.load(here + 4), v128.load(here + row), isAcross);
      const back = v128.bitselect(v128.load(here - 4), v128.load(here - row), isAcross);
      const rising = v128.bitselect(v128.load(here - row + 4), v128.load(here + row - 4), isAcross);
      const sinking = v128.bitselect(v128.load(here + row - 4), v128.load(here - row + 4), isAcross);
      const corner = v128.bitselect(v128.load(here + row + 4), rising, falls);
      const backCorner = v128.bitselect(v128.load(here - row - 4), sinking, falls);
      const less = v128.bitselect(down, across, isAcross);
      const more = v128.bitselect(across, down, isAcross);
      const low = isCrest(lower(own), lower(less), lower(more), lower(side), lower(corner), lower(back), lower(backCorner));
      const high = isCrest(upper(own), upper(less), upper(more), upper(side), upper(corner), upper(back), upper(backCorner));
      for (let left = (low | (high << 2)) & seen; left; left &= left - 1) {
        const pixel = i + ctz(left);
        store<f32>(at(out, pixel), load<f32>(at(magnitude, pixel)));
      }
    }
  }
}

/** A bit for each of two pixels that is not below what lies ahead of it and above what lies behind it. */
@inline function isCrest(own: v128, less: v128, more: v128, side: v128, corner: v128, back: v128, backCorner: v128): i32 {
  const part = f64x2.div(less, more);
  const ahead = f64x2.add(side, f64x2.mul(part, f64x2.sub(corner, side)));
  const behind = f64x2.add(back, f64x2.mul(part, f64x2.sub(backCorner, back)));
  return i64x2.bitmask(v128.andnot(f64x2.gt(own, behind), f64x2.lt(own, ahead)));
}

/** Takes `weight` times a plane at a quarter of the resolution off values, as far as something is left. */
export function takeOff(
  values: usize, width: i32, height: i32, plane: usize, stride: i32, weight: f64, out: usize,
): void {
  for (let y = 0; y < height; y++) {
    const calm = at(plane, (y >> 2) * stride);
    for (let x = 0; x < width; x += 4) {
      const four = v128.load(at(values, y * width + x));
      const less = f64x2.splat(weight * <f64>load<f32>(at(calm, x >> 2)));
      const low = f32x4.demote_f64x2_zero(f64x2.sub(lower(four), less));
      const high = f32x4.demote_f64x2_zero(f64x2.sub(upper(four), less));
      const rest = f32x4.max(v128.shuffle<u64>(low, high, 0, 2), f32x4.splat(0));
      v128.store(at(out, y * width + x), rest);
    }
  }
}

/** Multiplies values, in place, by a plane at a quarter of the resolution. */
export function multiplyByQuarter(values: usize, width: i32, height: i32, plane: usize, stride: i32): void {
  for (let y = 0; y < height; y++) {
    const gains = at(plane, (y >> 2) * stride);
    for (let x = 0; x < width; x += 4) {
      const place = at(values, y * width + x);
      const gain = v128.load32_splat(at(gains, x >> 2));
      const inside = i32x4.gt_s(i32x4.splat(width - x), i32x4(0, 1, 2, 3));
      v128.store(place, f32x4.mul(v128.load(place), v128.bitselect(gain, f32x4.splat(1), inside)));
    }
  }
}

/**
 * How many pixels that are not in the mask differ from those to the right and below by less than `step`; without so many
 * rows and columns along the rim.
 */
export function countCalm(L: usize, mask: usize, width: i32, height: i32, rim: i32, step: f64): i32 {
  const most = f64x2.splat(step);
  let calm = 0;
  for (let y = rim; y < height - rim; y++) {
    const end = (y + 1) * width - rim;
    for (let i = y * width + rim; i < end; i += 4) {
      const own = v128.load(at(L, i));
      const right = v128.load(at(L, i + 1));
      const below = v128.load(at(L, i + width));
      const low = isAlike(lower(own), lower(right), lower(below), most);
      const high = isAlike(upper(own), upper(right), upper(below), most);
      const free = i32x4.bitmask(asLanes(mask + i)) ^ 15;
      calm += popcnt((low | (high << 2)) & free & lanesBelow(end - i));
    }
  }
  return calm;
}

@inline function isAlike(own: v128, right: v128, below: v128, most: v128): i32 {
  const across = f64x2.lt(f64x2.abs(f64x2.sub(right, own)), most);
  return i64x2.bitmask(v128.and(across, f64x2.lt(f64x2.abs(f64x2.sub(below, own)), most)));
}

/**
 * Counts the pixels of a mask of zeros and ones, of those the ones on its outline, and of those the ones past which L
 * falls, within `reach` to either side, by `part` of how much lighter the paper is; without so many rows and columns along
 * the rim. `heedsThin` counts strokes so thin that paper lies on both sides as well. The three are written to `counts`.
 */
export function countFlanks(
  L: usize, paper: usize, mask: usize, width: i32, height: i32, reach: i32, part: f64, heedsThin: bool,
  counts: usize,
): void {
  let ink = 0;
  let outline = 0;
  let sharp = 0;
  for (let y = reach; y < height - reach; y++) {
    const end = (y + 1) * width - reach;
    for (let i = y * width + reach; i < end; i += 4) {
      const own = i32x4.bitmask(asLanes(mask + i)) & lanesBelow(end - i);
      if (!own) continue;
      ink += popcnt(own);
      const inside = load<u32>(mask + i - 1) & load<u32>(mask + i + 1) & load<u32>(mask + i - width) & load<u32>(mask + i + width);
      for (let left = own; left; left &= left - 1) {
        const k = ctz(left);
        if ((inside >> (8 * k)) & 1) continue;
        outline++;
        const place = at(L, i + k);
        const ground = <f64>load<f32>(at(paper, i + k));
        if (isSharp(place, ground, at(0, reach), at(0, reach * width), part)) sharp++;
        else if (heedsThin) sharp += <i32>isThin(place, ground, at(0, reach), at(0, reach * width), part);
      }
    }
  }
  store<i32>(counts, ink);
  store<i32>(counts, outline, 4);
  store<i32>(counts, sharp, 8);
}

/** Whether L falls round a place; `across` and `down` are bytes to what is beside it. */
function isSharp(place: usize, paper: f64, across: usize, down: usize, part: f64): bool {
  const left = <f64>load<f32>(place - across);
  const right = <f64>load<f32>(place + across);
  const above = <f64>load<f32>(place - down);
  const below = <f64>load<f32>(place + down);
  const needed = part * (paper - min(min(left, right), min(above, below)));
  const beside = left - right;
  const along = above - below;
  return needed < 0 || beside * beside + along * along > needed * needed;
}

/** Whether L rises to both sides of a place. */
function isThin(place: usize, paper: f64, across: usize, down: usize, part: f64): bool {
  const own = <f64>load<f32>(place);
  const beside = min(<f64>load<f32>(place - across), <f64>load<f32>(place + across));
  const along = min(<f64>load<f32>(place - down), <f64>load<f32>(place + down));
  return max(beside, along) - own > part * (paper - own);
}

/**
 * Marks in a mask, which is all 0, the pixels that are darker than the paper by more than `contrast` and than `share` of its
 * own L, and whose chroma squared is less than `chroma`; whatever it is of those darker by more than `dark` of it, and of
 * those whose L is less than `black`.
 */
export function markInk(
  paper: usize, L: usize, a: usize, b: usize, count: i32, contrast: f64, share: f64, chroma: f64, dark: f64,
  black: f64, mask: usize,
): void {
  const limit = f32x4.splat(<f32>contrast);
  for (let i = 0; i < count; i += 4) {
    const depth = f32x4.sub(v128.load(at(paper, i)), v128.load(at(L, i)));
    // What is as deep but for rounding is looked at anew.
    for (let left = i32x4.bitmask(f32x4.ge(depth, limit)) & lanesBelow(count - i); left; left &= left - 1) {
      const pixel = i + ctz(left);
      const tone = <f64>load<f32>(at(L, pixel));
      const ground = <f64>load<f32>(at(paper, pixel));
      const own = ground - tone;
      const least = max(contrast, share * ground);
      const green = <f64>load<f32>(at(a, pixel));
      const blue = <f64>load<f32>(at(b, pixel));
      const isPen = own > dark * ground || tone < black || green * green + blue * blue < chroma;
      store<u8>(mask + pixel, <u8>(i32(own > least) & i32(isPen)));
    }
  }
}

/** Counts the whole units of L, at least 0, of a mask's pixels in a histogram of zeros; returns how many they are. */
export function countTones(L: usize, mask: usize, count: i32, histogram: usize): i32 {
  let ink = 0;
  const none = i8x16.splat(0);
  for (let i = 0; i < count; i += 16) {
    let here = i8x16.bitmask(i8x16.ne(v128.load(mask + i), none));
    if (count - i < 16) here &= (1 << (count - i)) - 1;
    ink += popcnt(here);
    for (; here; here &= here - 1) {
      const bin = at(histogram, max(0, <i32>load<f32>(at(L, i + ctz(here)))));
      store<i32>(bin, load<i32>(bin) + 1);
    }
  }
  return ink;
}

/** Marks with 1 where a plane is above `most`, with 0 elsewhere. */
export function markAbove(plane: usize, count: i32, most: f64, mask: usize): void {
  const limit = f64x2.splat(most);
  const one = i32x4.splat(1);
  for (let i = 0; i < count; i += 4) {
    const four = v128.load(at(plane, i));
    const low = f64x2.gt(f64x2.promote_low_f32x4(four), limit);
    const high = f64x2.gt(f64x2.promote_low_f32x4(v128.shuffle<u64>(four, four, 1, 0)), limit);
    const words = i16x8.narrow_i32x4_s(v128.and(v128.shuffle<i32>(low, high, 0, 2, 4, 6), one), one);
    store<u32>(mask + i, i32x4.extract_lane(i8x16.narrow_i16x8_u(words, words), 0));
  }
}

/** Writes u16 as f32. */
export function widenWords(words: usize, count: i32, floats: usize): void {
  for (let i = 0; i < count; i += 4) {
    const four = i32x4.extend_low_i16x8_u(v128.load64_zero(words + (<usize>i << 1)));
    v128.store(at(floats, i), f32x4.convert_i32x4_u(four));
  }
}

/**
 * How crisp the steps of the pixels `from` to `to` are, which is the slope of `smooth`, times `gain`, by their height, and
 * at least `leastCrisp`. Those that come to less than `lowest` even by the tangent of crispness to a power are taken away.
 * @returns how many are left: where they are is written to `list`, and how crisp they are, an f64 each, to `crisps`.
 */
export function weighSteps(
  steps: usize, smooth: usize, width: i32, from: i32, to: i32, gain: f64, power: f64, leastCrisp: f64, lowest: f64,
  list: usize, crisps: usize,
): i32 {
  const none = f32x4.splat(0);
  const row = at(0, width);
  let size = 0;
  for (let i = from; i < to; i += 4) {
    const four = i32x4.bitmask(f32x4.ne(v128.load(at(steps, i)), none)) & lanesBelow(to - i);
    for (let left = four; left; left &= left - 1) {
      const pixel = i + ctz(left);
      const place = at(smooth, pixel);
      const height = <f64>load<f32>(at(steps, pixel));
      const across = <f64>load<f32>(place + 4) - <f64>load<f32>(place - 4);
      const down = <f64>load<f32>(place + row) - <f64>load<f32>(place - row);
      const crisp = max(leastCrisp, (gain * sqrt(across * across + down * down)) / height);
      if (height * (1.0 + power * (crisp - 1.0)) < lowest) {
        store<f32>(at(steps, pixel), 0);
        continue;
      }
      store<i32>(at(list, size), pixel);
      store<f64>(crisps + (<usize>size << 3), crisp);
      size++;
    }
  }
  return size;
}

/** Lists pixels where a plane is above another by at least `least`, but for rounding; returns how many they are. */
export function listAbove(plane: usize, other: usize, count: i32, least: f32, list: usize): i32 {
  const limit = f32x4.splat(least);
  let size = 0;
  for (let i = 0; i < count; i += 4) {
    const depth = f32x4.sub(v128.load(at(plane, i)), v128.load(at(other, i)));
    const found = i32x4.bitmask(f32x4.ge(depth, limit)) & lanesBelow(count - i);
    for (let left = found; left; left &= left - 1) store<i32>(at(list, size++), i + ctz(left));
  }
  return size;
}

/**
 * Takes L, times `sign`, off a plane in place and marks what is above `least` then.
 * @returns how many are above `deep`.
 */
export function markDepth(plane: usize, L: usize, count: i32, sign: f32, least: f32, deep: f32, mask: usize): i32 {
  const signs = f32x4.splat(sign);
  let deeper = 0;
  for (let i = 0; i < count; i += 4) {
    const depth = f32x4.sub(v128.load(at(plane, i)), f32x4.mul(signs, v128.load(at(L, i))));
    v128.store(at(plane, i), depth);
    store<i32>(mask + i, asBytes(i32x4.bitmask(f32x4.gt(depth, f32x4.splat(least)))));
    deeper += popcnt(i32x4.bitmask(f32x4.gt(depth, f32x4.splat(deep))) & lanesBelow(count - i));
  }
  return deeper;
}
