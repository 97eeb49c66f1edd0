import type { Colour, GradientStop, Paint } from "../scene";
import type { SlideStop } from "../slide";
import { slideColour } from "./colour";

export type Gradient = Extract<Paint, { kind: "linear" | "radial" }>;

/** Most stops on a slide's gradient; a spread that repeats more often becomes a picture. */
const mostStops = 80;

/**
 * The stops of a gradient as seen between two offsets of its ramp, which may lie outside 0 to 1: cut, padded, repeated
 * or reflected (SVG 2, 14.2.2), and moved so that `from` is 0 and `to` is 1.
 * @returns null when it takes too many stops.
 */
export function stopsBetween(gradient: Gradient, from: number, to: number, opacity: number): SlideStop[] | null {
  const span = to - from;
  const unrolled = unroll(gradient, from, to);
  if (unrolled === null) return null;
  const inside = unrolled.filter(({ offset }) => offset > from && offset < to);
  const ends = [colourAt(unrolled, from), colourAt(unrolled, to, true)];
  const stops = [{ offset: from, colour: ends[0] }, ...inside, { offset: to, colour: ends[1] }];
  return stops.map(({ offset, colour }) => ({ at: (offset - from) / span, colour: slideColour(colour, opacity) }));
}

/** Stops over all periods that the range touches. */
function unroll({ stops, spread }: Gradient, from: number, to: number): GradientStop[] | null {
  if (spread === "pad") return stops;
  const first = Math.floor(from);
  const last = Math.ceil(to);
  if ((last - first) * stops.length > mostStops) return null;
  const all: GradientStop[] = [];
  for (let period = first; period < last; period++) {
    const back = spread === "reflect" && period % 2 !== 0;
    const turned = back ? stops.map(({ offset, colour }) => ({ offset: 1 - offset, colour })).reverse() : stops;
    const full = [
      { offset: 0, colour: turned[0].colour },
      ...turned,
      { offset: 1, colour: turned[turned.length - 1].colour },
    ];
    for (const { offset, colour } of full) all.push({ offset: offset + period, colour });
  }
  return all;
}

/** @param before where several stops share the offset, the colour that comes up to it, not the one that leaves. */
function colourAt(stops: GradientStop[], offset: number, before = false): Colour {
  const next = stops.findIndex((stop) => (before ? stop.offset >= offset : stop.offset > offset));
  if (next === -1) return stops[stops.length - 1].colour;
  if (next === 0) return stops[0].colour;
  const [left, right] = [stops[next - 1], stops[next]];
  const share = right.offset === left.offset ? 1 : (offset - left.offset) / (right.offset - left.offset);
  return mix(left.colour, right.colour, share);
}

function mix(one: Colour, other: Colour, share: number): Colour {
  const between = (a: number, b: number) => a + (b - a) * share;
  return {
    red: between(one.red, other.red),
    green: between(one.green, other.green),
    blue: between(one.blue, other.blue),
    alpha: between(one.alpha, other.alpha),
  };
}
