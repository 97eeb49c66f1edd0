import { seeded } from "./random";
import { light } from "./raster";
import type { AreaMap, Picture } from "./render";

type Texture = (x: number, y: number) => number;

/** How far a texture goes up and down from the plain colour. */
const contrast = 0.13;
/** Smaller areas stay plain: share of the picture. */
const smallest = 0.012;

/** Covers each larger area with grain, stripes, dots, weave or wood. None of it is an outline. */
export function cover(picture: Picture, map: AreaMap, seed: number): Picture {
  const sizes = new Map<number, number>();
  for (const id of map.ids) sizes.set(id, (sizes.get(id) ?? 0) + 1);
  const noise = valueNoise(seed);
  const kinds: Texture[] = [
    (x, y) => 2 * noise(x / 2.2, y / 2.2) - 1,
    (x, y) => Math.sin((x + 0.6 * y) / 2.1),
    (x, y) => (Math.hypot((x % 17) - 8, (y % 17) - 8) < 4 ? 1 : -0.3),
    (x, y) => (((x >> 2) + (y >> 2)) % 2 ? 0.7 : -0.7),
    (x, y) => 1.6 * noise(x / 60, y / 3.5) - 0.8,
    (x, y) => 1.4 * (noise(x / 9, y / 9) + noise(x / 4, y / 4) - 1),
  ];
  return light(picture, (x, y, pixel) => {
    const id = map.ids[pixel];
    if ((sizes.get(id) ?? 0) < smallest * map.ids.length) return 1;
    return 1 + contrast * kinds[(id + seed) % kinds.length](x, y);
  });
}

/** Smooth noise from 0 to 1: random values on a grid, interpolated (Perlin 1985, in its simplest form). */
function valueNoise(seed: number): (x: number, y: number) => number {
  const random = seeded(seed);
  const grid = Float32Array.from({ length: 256 * 256 }, random);
  const at = (x: number, y: number) => grid[((y & 255) << 8) | (x & 255)];
  const ease = (t: number) => t * t * (3 - 2 * t);
  return (x, y) => {
    const left = Math.floor(x);
    const top = Math.floor(y);
    const u = ease(x - left);
    const v = ease(y - top);
    const upper = at(left, top) * (1 - u) + at(left + 1, top) * u;
    const lower = at(left, top + 1) * (1 - u) + at(left + 1, top + 1) * u;
    return upper * (1 - v) + lower * v;
  };
}
