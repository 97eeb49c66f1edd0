import type { Colour } from "../scene";
import type { SlideColour } from "../slide";

/** A colour on the slide; `opacity` is multiplied into its alpha. */
export function slideColour(colour: Colour, opacity = 1): SlideColour {
  const rgb = [colour.red, colour.green, colour.blue].map(hex).join("");
  return { rgb, alpha: Math.min(1, Math.max(0, colour.alpha * opacity)) };
}

function hex(channel: number): string {
  return Math.round(Math.min(255, Math.max(0, channel)))
    .toString(16)
    .padStart(2, "0")
    .toUpperCase();
}
