import type { Colour } from "../scene";

/** Red, green, blue and alpha, 0 to 1, not premultiplied. */
export type Channels = [number, number, number, number];
export type ColourChange = (colour: Colour) => Colour;

/** A change of channels as a filter makes it: in the colour space of the primitive, results cut to 0 to 1. */
export function colourChange(change: (channels: Channels) => Channels, linearRgb: boolean): ColourChange {
  return (colour) => {
    const read = (value: number) => (linearRgb ? toLinear(value / 255) : value / 255);
    const write = (value: number) => 255 * (linearRgb ? fromLinear(bounded(value)) : bounded(value));
    const [red, green, blue, alpha] = change([read(colour.red), read(colour.green), read(colour.blue), colour.alpha]);
    return { red: write(red), green: write(green), blue: write(blue), alpha: bounded(alpha) };
  };
}

function bounded(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** sRGB's transfer function (IEC 61966-2-1), channels 0 to 1. */
export function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

export function fromLinear(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
}
