import { emuPerPixel } from "../map/placing";
import { number } from "../map/svg/numbers";
import type { Placing } from "../slide";

/** Angles on a slide are 60,000ths of a degree. */
const perDegree = 60_000;

/** The preview's user unit is the CSS pixel. */
export function pixels(emu: number): number {
  return emu / emuPerPixel;
}

/** A place in pixels to the EMU, of which a pixel has about ten thousand. */
export function coordinate(place: number): string {
  return `${Math.round(place * 10_000) / 10_000}`;
}

/** Of an angle as slides have it. */
export function degrees(angle: number): number {
  return angle / perDegree;
}

/** A box in pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function boxOf({ x, y, width, height }: Pick<Placing, "x" | "y" | "width" | "height">): Box {
  return { x: pixels(x), y: pixels(y), width: pixels(width), height: pixels(height) };
}

/** Attributes `x`, `y`, `width` and `height`. */
export function boxText({ x, y, width, height }: Box): string {
  return `x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"`;
}

/** Flips and then turns about the middle, as an attribute with a space before it; empty for neither. */
export function turnText({ turn, flipX, flipY, ...place }: Placing): string {
  if (turn === 0 && !flipX && !flipY) return "";
  const { x, y, width, height } = boxOf(place);
  const [middleX, middleY] = [number(x + width / 2), number(y + height / 2)];
  const flips = flipX || flipY ? ` scale(${flipX ? -1 : 1} ${flipY ? -1 : 1})` : "";
  const back = `translate(${number(-x - width / 2)} ${number(-y - height / 2)})`;
  return ` transform="translate(${middleX} ${middleY}) rotate(${number(degrees(turn))})${flips} ${back}"`;
}
