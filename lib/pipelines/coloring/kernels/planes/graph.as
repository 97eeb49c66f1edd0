// AssemblyScript; planes.wasm.ts is made from it by `npm run planes`. What it does is told in regions/graph.ts.
//
// Regions and the borders between them are records at addresses. Sums are f64 and are added up in the order of pixels.

/**
 * 88 bytes. What `trait` is hangs on the price; `first` is the link of its first border, -1 for none; `twin` is room for a
 * border while two regions merge.
 */
@unmanaged
export class Region {
  area: f64; L: f64; a: f64; b: f64; texture: f64;
  meanL: f64; meanA: f64; meanB: f64; meanTexture: f64;
  trait: f32; borders: i32; first: i32; twin: i32;
}

/** 24 bytes. */
@unmanaged
export class Border {
  strength: f64; across: i32; down: i32; from: i32; to: i32;
}

let regions: usize;
export let regionCount: i32;
let borders: usize;
export let borderCount: i32;
let mostBorders: i32;
/** Borders by open addressing, -1 where there is none. */
let slots: usize;
let slotMask: i32;
/** The border that was last crossed to the right in each column, then the one last crossed downwards. */
let columns: usize;

@inline export function region(index: i32): Region { return changetype<Region>(regions + <usize>index * 88); }
@inline export function border(index: i32): Border { return changetype<Border>(borders + <usize>index * 24); }
@inline function at(values: usize, index: i32): usize { return values + (<usize>index << 2); }

/**
 * Begins a graph without borders; `traits`, one for each region, may be 0. There is room for `most` borders. `slotCount` is
 * a power of two and at least twice as many.
 */
export function layGraph(
  regionsAt: usize, count: i32, traits: usize, bordersAt: usize, most: i32, slotsAt: usize, slotCount: i32,
  columnsAt: usize, width: i32,
): void {
  regions = regionsAt;
  regionCount = count;
  borders = bordersAt;
  borderCount = 0;
  mostBorders = most;
  slots = slotsAt;
  slotMask = slotCount - 1;
  columns = columnsAt;
  memory.fill(regions, 0, <usize>count * 88);
  memory.fill(slots, 255, <usize>slotCount << 2);
  memory.fill(columns, 255, <usize>(width + 1) << 2);
  if (traits) for (let i = 0; i < count; i++) region(i).trait = load<f32>(at(traits, i));
}

/** Adds rows of pixels to the sums of their regions. */
export function sumRegions(
  labels: usize, L: usize, a: usize, b: usize, magnitude: usize, width: i32, rows: i32,
): void {
  for (let y = 0; y < rows; y++) {
    const end = (y + 1) * width;
    for (let i = y * width; i < end; ) {
      const label = load<i32>(at(labels, i));
      const start = i;
      let sumL: f64 = 0;
      let sumA: f64 = 0;
      let sumB: f64 = 0;
      let sumTexture: f64 = 0;
      do {
        sumL += <f64>load<f32>(at(L, i));
        sumA += <f64>load<f32>(at(a, i));
        sumB += <f64>load<f32>(at(b, i));
        sumTexture += <f64>load<f32>(at(magnitude, i));
        i++;
      } while (i < end && load<i32>(at(labels, i)) == label);
      const own = region(label);
      own.area += <f64>(i - start);
      own.L += sumL;
      own.a += sumA;
      own.b += sumB;
      own.texture += sumTexture;
    }
  }
}

/**
 * Adds the cracks to the right of and below each of these rows; the labels and `gy` of the row after them follow unless
 * they are the picture's last ones. `bustle` belongs to the first of them, which is a multiple of 4; it may be 0.
 * @returns whether there was room for all borders.
 */
export function sumBorders(
  labels: usize, gx: usize, gy: usize, bustle: usize, bustleStride: i32, weight: f64, width: i32, rows: i32,
  isLast: bool,
): bool {
  for (let y = 0; y < rows; y++) {
    const first = y * width;
    const under = isLast && y == rows - 1 ? 0 : width;
    const calm = at(bustle, (y >> 2) * bustleStride);
    for (let x = 0; x < width; x += 4) {
      const i = first + x;
      const own = v128.load(at(labels, i));
      const toRight = i32x4.bitmask(i32x4.ne(own, v128.load(at(labels, i + 1)))) & lanesBelow(width - 1 - x);
      const toBelow = i32x4.bitmask(i32x4.ne(own, v128.load(at(labels, i + under)))) & lanesBelow(width - x);
      if (!(toRight | toBelow)) continue;
      if (borderCount > mostBorders - 8) return false;
      const quiet = bustle ? weight * <f64>load<f32>(at(calm, x >> 2)) : 0;
      // Of each pixel a bit for what is to its right, then one for what is below.
      for (let cracks = spread(toRight) | (spread(toBelow) << 1); cracks; cracks &= cracks - 1) {
        const crack = ctz(cracks);
        const isBelow = crack & 1;
        const place = at(0, i + (crack >> 1));
        const step = at(0, select(width, 1, isBelow));
        const gradient = select(gy, gx, isBelow) + place;
        // Where there is a border below, it is often that of the pixel before; one to the right that of the row above.
        const noted = at(columns, select(width, x + (crack >> 1), isBelow));
        const crossed = border(notedOr(noted, load<i32>(labels + place), load<i32>(labels + place + step)));
        crossed.strength += <f64>max(load<f32>(gradient), load<f32>(gradient + step)) - quiet;
        const cracksOf = changetype<usize>(crossed) + offsetof<Border>("across") + (<usize>isBelow << 2);
        store<i32>(cracksOf, load<i32>(cracksOf) + 1);
      }
    }
  }
  return true;
}

/** A bit for each of the first `count` of four lanes. */
@inline function lanesBelow(count: i32): i32 { return count >= 4 ? 15 : (1 << count) - 1; }

/** Four bits, each with a free one above it. */
@inline function spread(bits: i32): i32 {
  const pairs = (bits | (bits << 2)) & 0x33;
  return (pairs | (pairs << 1)) & 0x55;
}

/** The border of two regions: the one that is noted, or another that is noted then. */
@inline function notedOr(noted: usize, one: i32, other: i32): i32 {
  const last = load<i32>(noted);
  if (last >= 0 && isBetween(last, min(one, other), max(one, other))) return last;
  const found = between(one, other);
  store<i32>(noted, found);
  return found;
}

@inline function isBetween(index: i32, from: i32, to: i32): bool {
  const both = load<u64>(changetype<usize>(border(index)) + offsetof<Border>("from"));
  return both == (<u64>from | (<u64>to << 32));
}

/** The border of two regions; a new one where they had none. */
function between(one: i32, other: i32): i32 {
  const from = min(one, other);
  const to = max(one, other);
  // Regions have their numbers in the order of rows: so borders that lie side by side stand side by side.
  let slot = 3 * (from + to) + (to & 1);
  for (;;) {
    slot &= slotMask;
    const known = load<i32>(at(slots, slot));
    if (known < 0) break;
    if (isBetween(known, from, to)) return known;
    slot++;
  }
  store<i32>(at(slots, slot), borderCount);
  const added = border(borderCount);
  added.strength = 0;
  added.across = 0;
  added.down = 0;
  added.from = from;
  added.to = to;
  return borderCount++;
}

/** Brings a region's means up to its sums. */
export function takeMeans(index: i32): void {
  const own = region(index);
  own.meanL = own.L / own.area;
  own.meanA = own.a / own.area;
  own.meanB = own.b / own.area;
  own.meanTexture = own.texture / own.area;
}
