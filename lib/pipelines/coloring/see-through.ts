import type { Size } from "./options";

/** A see-through picture's pixels: red, green, blue and opacity, 8 bits each, rows from the top. */
export interface SeeThrough extends Size {
  rgba: Uint8Array;
}

/** From this opacity on a pixel belongs to the thing. */
const opaque = 64;
/** A colour whose channels are all above this can not be told from paper. */
const paperLike = 225;
/** Where so much of a thing's outline is like paper, on paper it would be lost. */
const leastLost = 0.25;

/** How much of its light a thing keeps that would be lost: white becomes a grey that stands out from white. */
const dimmed = 0.72;

/** Whether the outline of what is not see-through, as of a white letter or a snowman, would be lost on white paper. */
export function isLostOnWhite({ rgba, width, height }: SeeThrough): boolean {
  let outline = 0;
  let lost = 0;
  const meet = (one: number, other: number): void => {
    const isThing = rgba[4 * one + 3] >= opaque;
    if (isThing === rgba[4 * other + 3] >= opaque) return;
    const at = 4 * (isThing ? one : other);
    outline++;
    if (Math.min(rgba[at], rgba[at + 1], rgba[at + 2]) > paperLike) lost++;
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      if (x > 0) meet(pixel - 1, pixel);
      if (y > 0) meet(pixel - width, pixel);
    }
  }
  return outline > 0 && lost >= leastLost * outline;
}

/** Takes light from a thing that would be lost, its colours as far apart as they were. Changes `rgba` in place. */
export function dim(rgba: Uint8Array): void {
  for (let at = 0; at < rgba.length; at += 4) {
    for (let channel = at; channel < at + 3; channel++) rgba[channel] = Math.round(dimmed * rgba[channel]);
  }
}
