import sharp from "sharp";
import { gaussian, seeded } from "./random";
import type { Picture } from "./render";

/** Calls `paint` with the place of each pixel's first byte; what it does to the picture is its own affair. */
export function eachPixel(
  { width, height }: Picture,
  paint: (at: number, x: number, y: number, pixel: number) => void,
): void {
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) paint(3 * pixel, x, y, pixel);
  }
}

/** Multiplies the light that falls on each pixel. */
export function light(picture: Picture, factor: (x: number, y: number, pixel: number) => number): Picture {
  const rgb = new Uint8Array(picture.rgb.length);
  eachPixel(picture, (at, x, y, pixel) => {
    const by = factor(x, y, pixel);
    for (let k = 0; k < 3; k++) rgb[at + k] = clamp(picture.rgb[at + k] * by);
  });
  return { ...picture, rgb };
}

/** Adds normally distributed noise, `tone` to all channels alike and `colour` to each by itself. */
export function addNoise(picture: Picture, tone: number, colour: number, seed: number): Picture {
  const normal = gaussian(seeded(seed));
  const rgb = new Uint8Array(picture.rgb.length);
  eachPixel(picture, (at) => {
    const shared = tone * normal();
    for (let k = 0; k < 3; k++) rgb[at + k] = clamp(picture.rgb[at + k] + shared + colour * normal());
  });
  return { ...picture, rgb };
}

export async function blur(picture: Picture, sigma: number): Promise<Picture> {
  return { ...picture, rgb: await toSharp(picture).blur(sigma).raw().toBuffer() };
}

/** Half of each side, every pixel the mean of four. */
export function halve({ rgb, width, height }: Picture): Picture {
  const half: Picture = { rgb: new Uint8Array((rgb.length / 4) | 0), width: width >> 1, height: height >> 1 };
  eachPixel(half, (at, x, y) => {
    for (let k = 0; k < 3; k++) {
      const from = 3 * (2 * y * width + 2 * x) + k;
      half.rgb[at + k] = (rgb[from] + rgb[from + 3] + rgb[from + 3 * width] + rgb[from + 3 * width + 3] + 2) >> 2;
    }
  });
  return half;
}

export const toSharp = ({ rgb, width, height }: Picture) => sharp(rgb, { raw: { width, height, channels: 3 } });

export const clamp = (value: number): number => (value < 0 ? 0 : value > 255 ? 255 : Math.round(value));
