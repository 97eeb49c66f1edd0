// AssemblyScript; planes.wasm.ts is made from it by `npm run planes`. What the prices are for is told in
// regions/hierarchy.ts, absorb.ts and shades.ts.

import { Border, border, Region, region } from "./graph";

/** Which of the three prices is asked for. */
let kind: i32;
const contour: i32 = 0;
const small: i32 = 1;

/** Weights of the gradient across the border and of the calmer side's texture; see MergeWeights. */
let edgeWeight: f64;
let rampCap: f64;
let textureWeight: f64;
/** Pixels below which a region counts less. */
let reference: f64;
/** How many times a border counts outside the subject, inside it and between both. */
let outsideGain: f64;
let insideGain: f64;
let betweenGain: f64;

/** What a crayon can fill: pixels of area and of radius. */
let fineArea: f64;
let fineRadius: f64;

/** See shades.ts: cosine of the angle between hues, and chroma and distance in CIELAB. */
let hueCosine: f64;
let leastChroma: f64;
let mostApart: f64;

/** A region's trait is how much of it is the picture's subject, 0 to 1. */
export function priceContour(
  edge: f64, cap: f64, texture: f64, referenceArea: f64, outside: f64, inside: f64, between: f64,
): void {
  kind = contour;
  outsideGain = outside;
  insideGain = inside;
  betweenGain = between;
  edgeWeight = edge;
  rampCap = cap;
  textureWeight = texture;
  reference = referenceArea;
}

/** A region's trait is the radius of the largest circle in it, in pixels. */
export function priceSmall(area: f64, radius: f64): void {
  kind = small;
  fineArea = area;
  fineRadius = radius;
}

/** A region's trait is 1 for paper and 0 for what is drawn on it. */
export function priceShades(cosine: f64, chroma: f64, apart: f64): void {
  kind = 2;
  hueCosine = cosine;
  leastChroma = chroma;
  mostApart = apart;
}

/** Price of merging the two regions of a border as they stand; Infinity forbids it. */
export function price(index: i32): f64 {
  const own = border(index);
  const one = region(own.from);
  const other = region(own.to);
  if (kind == contour) return ofContour(own, one, other);
  return kind == small ? ofSmall(own, one, other) : ofShades(one, other);
}

@inline function ofContour(own: Border, one: Region, other: Region): f64 {
  const edge = meanStrength(own);
  const colour = min(colourDistance(one, other), rampCap * edge);
  const calm = min(one.meanTexture, other.meanTexture);
  const plain = edgeWeight * edge + (1.0 - edgeWeight) * colour - textureWeight * calm;
  if (plain <= 0) return 0;
  const raw = plain * subjectGain(<f64>one.trait, <f64>other.trait);
  const smaller = min(one.area, other.area);
  return smaller < reference ? raw * sqrt(sqrt(smaller / reference)) : raw;
}

/** Two shares of the subject weigh as their mean, and by their difference as a border between it and the rest. */
@inline function subjectGain(one: f64, other: f64): f64 {
  const apart = abs(one - other);
  const mean = 0.5 * (one + other);
  return (1.0 - apart) * (outsideGain + (insideGain - outsideGain) * mean) + apart * betweenGain;
}

/** What the trait of two regions is when they have become one; their areas are still their own. */
export function unitedTrait(one: Region, other: Region): f32 {
  if (kind != contour) return max(one.trait, other.trait);
  return <f32>((<f64>one.trait * one.area + <f64>other.trait * other.area) / (one.area + other.area));
}

@inline function ofSmall(own: Border, one: Region, other: Region): f64 {
  if (isFine(one) && isFine(other)) return Infinity;
  const difference = meanStrength(own) + colourDistance(one, other);
  return difference * sqrt(min(one.area, other.area) / fineArea);
}

@inline function isFine(own: Region): bool { return own.area >= fineArea && <f64>own.trait >= fineRadius; }

@inline function ofShades(one: Region, other: Region): f64 {
  if (one.trait || other.trait || !isOneHue(one, other)) return Infinity;
  const apart = colourDistance(one, other);
  return apart < mostApart ? apart : Infinity;
}

@inline function isOneHue(one: Region, other: Region): bool {
  const first = sqrt(one.a * one.a + one.b * one.b);
  const second = sqrt(other.a * other.a + other.b * other.b);
  const isGrey = first / one.area < leastChroma;
  const isOtherGrey = second / other.area < leastChroma;
  if (isGrey || isOtherGrey) return isGrey && isOtherGrey;
  return one.a * other.a + one.b * other.b >= hueCosine * first * second;
}

/** Gradient across a border a pixel of its length, which is true for straight ones of any direction. */
@inline function meanStrength(own: Border): f64 {
  const across = <f64>own.across;
  const down = <f64>own.down;
  return own.strength / sqrt(across * across + down * down);
}

/** Distance of two regions' mean colours in CIELAB. */
@inline function colourDistance(one: Region, other: Region): f64 {
  const dL = one.meanL - other.meanL;
  const da = one.meanA - other.meanA;
  const db = one.meanB - other.meanB;
  return sqrt(dL * dL + da * da + db * db);
}
