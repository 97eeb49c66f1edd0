import type { DeckOptions } from "@/lib/contracts/deck";
import type { MapPage } from "./map";

/** Sizes are EMU. */
export interface SlideSize {
  width: number;
  height: number;
}

const inch = 914_400;
const millimetre = 36_000;

const sizes: Record<Exclude<DeckOptions["slide_size"], "first">, SlideSize> = {
  "16:9": { width: 12_192_000, height: 6_858_000 },
  "4:3": { width: 10 * inch, height: 7.5 * inch },
  a4: { width: 297 * millimetre, height: 210 * millimetre },
  letter: { width: 11 * inch, height: 8.5 * inch },
};

/** PowerPoint's own bounds for a side of a slide. */
const shortest = inch;
const longest = 56 * inch;
const usualSide = 12_192_000;

/**
 * The size of all slides; `first` has the aspect of the first SVG and the usual long side, or is a usual slide where
 * that SVG cannot be read.
 */
export function slideSize(asked: DeckOptions["slide_size"], first?: SlideSize): SlideSize {
  if (asked !== "first") return sizes[asked];
  if (first === undefined) return sizes["16:9"];
  const scale = usualSide / Math.max(first.width, first.height);
  const side = (length: number) => Math.min(longest, Math.max(shortest, Math.round(length * scale)));
  return { width: side(first.width), height: side(first.height) };
}

/** `contain`: the viewport as large as fits the slide, in its middle. `scene` in user units. */
export function pageFor({ width, height }: SlideSize, scene: SlideSize): MapPage {
  const scale = Math.min(width / scene.width, height / scene.height);
  return {
    width,
    height,
    scale,
    offset: { x: (width - scene.width * scale) / 2, y: (height - scene.height * scale) / 2 },
  };
}
