import { blur } from "../kernels/gaussian";
import { halve, halved } from "../kernels/half";
import { giveBack } from "../kernels/shelf";
import type { Size } from "../options";
import type { Dot } from "./dots";
import { type Candidate, darkSpots } from "./spot-candidates";

/** A small dark spot with calm all round it, as an eye or a nose is. Pixels. */
export interface Spot extends Dot {
  /** How much it stands out: units of L, less for what is unquiet round it and for others like it near by. */
  salience: number;
}

/** Radii of the spots looked for, in pixels of a picture of standard size. */
const radii = [2.8, 4, 5.7, 8, 11.3];
/** Least darkness against what lies round it: the median of all directions, all but one, and that one; units of L. */
const leastDarkness = 18;
const leastAllRound = 10;
const leastAnywhere = 5;
/** How much the unquiet round it is held against a spot, and how much others within `nearby` pixels are. */
const unquietWeight = 1.5;
const crowdWeight = 0.12;
const nearby = 60;

/** Where darkness is read: shares of the radius inside, for what is close round it and for how calm it is there. */
const insideAt = 0.5;
const closeAt = [1.3, 1.5, 1.75, 2, 2.2];
const calmAt = [1.75, 2.1, 2.6];
const directions = Array.from({ length: 16 }, (_, i) => [Math.cos((i * Math.PI) / 8), Math.sin((i * Math.PI) / 8)]);

/**
 * Small dark spots in a picture, the most salient first: the extrema of differences of Gaussians (Lowe 2004, section 3)
 * that are darker than their surroundings in every direction.
 * @param unit length of one pixel of a standard picture in pixels of this one.
 */
export function findSpots(L: Float32Array, width: number, height: number, unit: number): Spot[] {
  const half = halve(L, width, height);
  const size = { width: halved(width), height: halved(height) };
  const soft = blur(half, size.width, size.height, 0.6 * unit);
  giveBack(half);
  const found: Spot[] = [];
  const scales = radii.map((radius) => (radius * unit) / 2);
  const placesOf = new Map(scales.map((radius) => [radius, placesRound(radius, size.width)]));
  for (const candidate of darkSpots(soft, size, scales)) {
    const judged = judge(soft, size, candidate, placesOf.get(candidate.radius) as Places);
    if (judged) found.push(judged);
  }
  giveBack(soft);
  return withoutTwins(lessCrowded(found, (nearby * unit) / 2)).map(({ x, y, radius, salience }) => ({
    x: 2 * x + 1,
    y: 2 * y + 1,
    radius: 2 * radius,
    salience,
  }));
}

/** Steps from the middle of a spot to where lightness is read: inside it, close round it by direction, and for how calm it is. */
interface Places {
  inside: number[];
  close: number[][];
  calm: number[];
}

function placesRound(radius: number, width: number): Places {
  const step = (share: number, [x, y]: number[]) =>
    Math.round(share * radius * y) * width + Math.round(share * radius * x);
  return {
    inside: directions.filter((_, k) => k % 2 === 0).map((direction) => step(insideAt, direction)),
    close: directions.map((direction) => closeAt.map((share) => step(share, direction))),
    calm: calmAt.flatMap((share) => directions.map((direction) => step(share, direction))),
  };
}

/** A candidate with its salience; null where it does not stand out in every direction. */
function judge(soft: Float32Array, { width, height }: Size, candidate: Candidate, places: Places): Spot | null {
  const { x, y, radius } = candidate;
  const far = Math.ceil(calmAt[2] * radius) + 1;
  if (x < far || y < far || x >= width - far || y >= height - far) return null;
  const middle = y * width + x;
  let inside = soft[middle];
  for (let k = 0; k < places.inside.length; k++) inside += soft[middle + places.inside[k]];
  inside /= 1 + places.inside.length;
  const close: number[] = [];
  for (let k = 0; k < places.close.length; k++) {
    const darkness = closeBy(soft, middle, places.close[k]) - inside;
    if (darkness < leastAnywhere) return null;
    close.push(darkness);
  }
  close.sort((one, other) => one - other);
  const [allRound, darkness] = [close[1], close[directions.length >> 1]];
  if (allRound < leastAllRound || darkness < leastDarkness) return null;
  const unquiet = deviation(places.calm.map((step) => soft[middle + step]));
  return { x, y, radius, salience: (allRound * allRound) / (allRound + unquietWeight * unquiet) };
}

/** The lightness close round a spot in one direction: the second highest, for the rim of a spot is soft. */
function closeBy(soft: Float32Array, middle: number, steps: number[]): number {
  let highest = Number.NEGATIVE_INFINITY;
  let second = highest;
  for (let k = 0; k < steps.length; k++) {
    const value = soft[middle + steps[k]];
    if (value > highest) {
      second = highest;
      highest = value;
    } else if (value > second) second = value;
  }
  return second;
}

function deviation(values: number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

/** Each spot the less salient, the more of the same there is near it: gravel, leaves and dapples. `reach` in pixels. */
function lessCrowded(spots: Spot[], reach: number): Spot[] {
  const cells = new Map<string, number>();
  const cellOf = ({ x, y }: Spot) => [Math.floor(x / reach), Math.floor(y / reach)];
  for (const spot of spots) {
    const key = cellOf(spot).join();
    cells.set(key, (cells.get(key) ?? 0) + spot.salience);
  }
  return spots.map((spot) => {
    const [column, row] = cellOf(spot);
    let sum = -spot.salience;
    for (const dx of [-1, 0, 1]) for (const dy of [-1, 0, 1]) sum += cells.get([column + dx, row + dy].join()) ?? 0;
    return { ...spot, salience: spot.salience / (1 + (crowdWeight * sum) / spot.salience) };
  });
}

/** Of spots that overlap only the most salient; that one first. */
function withoutTwins(spots: Spot[]): Spot[] {
  const kept: Spot[] = [];
  for (const spot of spots.sort((one, other) => other.salience - one.salience)) {
    const isTwin = ({ x, y, radius }: Spot) => Math.hypot(x - spot.x, y - spot.y) < 1.5 * Math.max(radius, spot.radius);
    if (!kept.some(isTwin)) kept.push(spot);
  }
  return kept;
}

/** The spots round whose own circle no line passes nearer than `reach`: what is outlined already needs no dot. Pixels. */
export function clearOfLines(spots: Spot[], drawn: Uint8Array, width: number, height: number, reach: number): Spot[] {
  return spots.filter(({ x, y, radius }) => {
    const far = Math.max(reach, 1.3 * radius);
    for (let row = Math.max(0, Math.ceil(y - far)); row <= Math.min(height - 1, y + far); row++) {
      const half = Math.sqrt(far * far - (row - y) ** 2);
      const [from, to] = [Math.max(0, Math.ceil(x - half)), Math.min(width - 1, Math.floor(x + half))];
      if (drawn.subarray(row * width + from, row * width + to + 1).includes(1)) return false;
    }
    return true;
  });
}
