// AssemblyScript; planes.wasm.ts is made from it by `npm run planes`. What it does is told in kernels/hysteresis.ts and
// kernels/components.ts.
//
// Masks are bytes, row by row; what grows does so over all eight neighbours.

@inline function at(values: usize, index: i32): usize { return values + (<usize>index << 2); }

let width: i32;
let height: i32;
/** 2^44 over the width, rounded up, to multiply by instead of dividing: exact while a pixel times the width is less. */
let perRow: u64;

function laySize(across: i32, down: i32): void {
  width = across;
  height = down;
  perRow = ((<u64>1 << 44) + <u64>across - 1) / <u64>across;
}

@inline function rowOf(pixel: i32): i32 { return <i32>((<u64>pixel * perRow) >> 44); }

/** Of three bytes, beginning left of a column, those that lie in the picture. */
@inline function insideAt(x: i32): u32 {
  return 0xffffff & (x ? -1 : 0xffff00) & (x < width - 1 ? -1 : 0xffff);
}

/** Marks in `mask`, which is all 0, what hangs together with a value of at least `high` and is at least `low` itself. */
export function growFrom(
  values: usize, mask: usize, stack: usize, across: i32, down: i32, low: f64, high: f64,
): void {
  laySize(across, down);
  const count = across * down;
  const least = f32x4.splat(<f32>high);
  for (let i = 0; i < count; i += 4) {
    let found = i32x4.bitmask(f32x4.ge(v128.load(at(values, i)), least));
    while (found) {
      const start = i + ctz(found);
      found &= found - 1;
      if (start >= count || load<u8>(mask + start) || <f64>load<f32>(at(values, start)) < high) continue;
      store<u8>(mask + start, 1);
      store<i32>(stack, start);
      for (let size = 1; size > 0; ) size = growOne(values, mask, stack, size - 1, low);
    }
  }
}

/** Takes the pixel at `top` off the stack and puts its neighbours on it; returns how many are on it then. */
function growOne(values: usize, mask: usize, stack: usize, top: i32, low: f64): i32 {
  const pixel = load<i32>(at(stack, top));
  const y = rowOf(pixel);
  const inside = insideAt(pixel - y * width) & 0x010101;
  const end = pixel + (y < height - 1 ? width : 0);
  let size = top;
  for (let row = pixel - (y > 0 ? width : 0); row <= end; row += width) {
    for (let three = ~load<u32>(mask + row - 1) & inside; three; three &= three - 1) {
      const beside = row - 1 + (ctz(three) >> 3);
      if (<f64>load<f32>(at(values, beside)) < low) continue;
      store<u8>(mask + beside, 1);
      store<i32>(at(stack, size++), beside);
    }
  }
  return size;
}

/** What of a mask belongs to no component yet, and where the next one is looked for. */
let left: usize;
let from: i32;
let pixels: usize;

/** Begins to take a mask apart; `pixelsAt` has room for all of its pixels. */
export function layComponents(mask: usize, pixelsAt: usize, across: i32, down: i32): void {
  left = mask;
  from = 0;
  pixels = pixelsAt;
  laySize(across, down);
}

/** Takes the next component out of the mask; returns how many pixels it has, 0 when none is left. */
export function nextComponent(): i32 {
  const count = width * height;
  while (from < count && !v128.any_true(v128.load(left + from))) from += 16;
  while (from < count && !load<u8>(left + from)) from++;
  if (from >= count) return 0;
  store<u8>(left + from, 0);
  store<i32>(pixels, from);
  let size = 1;
  for (let k = 0; k < size; k++) size = takeBeside(load<i32>(at(pixels, k)), size);
  return size;
}

/** Moves what lies round a pixel from the mask to the end of the pixels; returns how many they are then. */
function takeBeside(pixel: i32, before: i32): i32 {
  const y = rowOf(pixel);
  const inside = insideAt(pixel - y * width);
  const end = pixel + (y < height - 1 ? width : 0);
  let size = before;
  for (let row = pixel - (y > 0 ? width : 0); row <= end; row += width) {
    for (let three = load<u32>(left + row - 1) & inside; three; three &= three - 1) {
      const beside = row - 1 + (ctz(three) >> 3);
      store<u8>(left + beside, 0);
      store<i32>(at(pixels, size++), beside);
    }
  }
  return size;
}

/** How many bytes of a mask of zeros and ones are 1. */
export function countOnes(mask: usize, count: i32): i32 {
  let ones = 0;
  let i = 0;
  for (; i + 8 <= count; i += 8) ones += <i32>popcnt(load<u64>(mask + i));
  for (; i < count; i++) ones += load<u8>(mask + i);
  return ones;
}
