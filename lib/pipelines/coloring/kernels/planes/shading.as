// AssemblyScript; planes.wasm.ts is made from it by `npm run planes`. What it does is told in kernels/shading.ts.
//
// Planes are f32, row by row; what is worked out is f64.

@inline function at(plane: usize, index: i32): usize { return plane + (<usize>index << 2); }
@inline function valueAt(plane: usize, index: i32): f64 { return <f64>load<f32>(at(plane, index)); }

/** What is left of an edge that is nothing but shading. */
const rest: f64 = 0.2;
/** What a step answers at the fine scale as a part of what it does at the coarse one where it is soft and where crisp. */
const softAt: f64 = 0.58;
const crispAt: f64 = 0.715;
/** Deviation from a shadow's colour per unit of L that a shadow may have, and that none has. */
const shadowHue: f64 = 0.15;
const thingHue: f64 = 0.4;
/** Where the picture is compared, to either side of an edge, in sigmas of the fine scale. */
const sideReach: f64 = 2.6;
/** Lightness at which CIELAB's cube root would be 0, were it one down to black: colour grows with the L above it. */
const blackL: f64 = -16;
/** Half the heights of a step that is drawn at no level of detail and of one that no shadow makes, in units of L. */
const faintest: f64 = 0.5;
const strongest: f64 = 30;

/** Counts how crisp the steps are whose square is at least `clear`, `perUnit` bins to 1; returns how many they are. */
export function countCrispness(fine: usize, coarse: usize, count: i32, clear: f64, histogram: usize, bins: i32, perUnit: f64): i32 {
  let found = 0;
  for (let i = 0; i < count; i++) {
    const whole = valueAt(coarse, i);
    if (whole < clear) continue;
    const bin = at(histogram, min(bins - 1, <i32>(perUnit * sqrt(valueAt(fine, i) / whole))));
    store<i32>(bin, load<i32>(bin) + 1);
    found++;
  }
  return found;
}

let planeL: usize;
let planeA: usize;
let planeB: usize;
let width: i32;
let height: i32;
/** How far to either side of an edge the picture is compared, in pixels. */
let reach: f64;

/** Takes shading off the edges of a picture that is as crisp as `focus`. */
export function weighLight(
  L: usize, a: usize, b: usize, fineL: usize, coarseL: usize, across: i32, down: i32, sigma: f64, focus: f64, share: usize,
): void {
  planeL = L;
  planeA = a;
  planeB = b;
  width = across;
  height = down;
  reach = sideReach * sigma;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      const light = valueAt(coarseL, i);
      if (light < faintest * faintest || light > strongest * strongest) continue;
      const crisp = sqrt(valueAt(fineL, i) / light);
      if (crisp >= crispAt * focus) continue;
      const soft = min(1.0, (crispAt * focus - crisp) / (crispAt - softAt) / focus);
      store<f32>(at(share, i), <f32>(valueAt(share, i) * (1.0 - (1.0 - rest) * soft * likeShadow(x, y))));
    }
  }
}

/** How well the colours to either side of an edge agree with a shadow's, 0 to 1. */
@inline function likeShadow(x: i32, y: i32): f64 {
  const i = y * width + x;
  const dx = valueAt(planeL, i + 1) - valueAt(planeL, i - 1);
  const dy = valueAt(planeL, i + width) - valueAt(planeL, i - width);
  const scale = reach / max(1e-6, sqrt(dx * dx + dy * dy));
  const across = nearest(scale * dx);
  const down = nearest(scale * dy);
  const one = inside(y - down, height) * width + inside(x - across, width);
  const other = inside(y + down, height) * width + inside(x + across, width);
  const L = valueAt(planeL, one);
  const otherL = valueAt(planeL, other);
  const weaker = sqrt((otherL - blackL) / (L - blackL));
  const offA = valueAt(planeA, other) / weaker - valueAt(planeA, one) * weaker;
  const offB = valueAt(planeB, other) / weaker - valueAt(planeB, one) * weaker;
  const off = sqrt(offA * offA + offB * offB) / max(1.0, abs(otherL - L));
  return min(1.0, max(0.0, (thingHue - off) / (thingHue - shadowHue)));
}

@inline function inside(place: i32, length: i32): i32 { return place < 0 ? 0 : place < length ? place : length - 1; }

/** The nearest whole number, of two the greater. */
@inline function nearest(value: f64): i32 {
  const above = ceil(value);
  return <i32>(above - 0.5 > value ? above - 1 : above);
}

/** Takes faint colour off the edges; `core` is a square, and edges of a square above `most` hardly change by it. */
export function weighColour(
  fineL: usize, coarseL: usize, fineX: usize, fineY: usize, coarseX: usize, coarseY: usize,
  width: i32, height: i32, core: f64, most: f64, share: usize,
): void {
  for (let y = 1; y < height - 1; y++) {
    for (let i = y * width + 1, end = i + width - 2; i < end; i++) {
      const coarse = valueAt(coarseX, i) + valueAt(coarseY, i);
      if (coarse < faintest * faintest || coarse > most) continue;
      const light = valueAt(coarseL, i);
      const colour = squareOfSum(valueAt(fineX, i) + valueAt(fineY, i), max(0.0, coarse - light));
      const whole = squareOfSum(valueAt(fineL, i), light) + colour;
      store<f32>(at(share, i), <f32>(valueAt(share, i) * sqrt(1.0 - min(colour, core) / whole)));
    }
  }
}

/** (√one + √other)² */
@inline function squareOfSum(one: f64, other: f64): f64 { return one + other + 2.0 * sqrt(one * other); }
