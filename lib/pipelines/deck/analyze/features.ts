import type { Facts } from "./facts";

/** A feature of SVG that a scene uses, how often, and whether PowerPoint has a form for it in general. */
export interface Feature {
  name: "text" | "image" | "gradient" | "pattern" | "clip" | "mask" | "filter" | "blend" | "group_opacity";
  count: number;
  native: boolean;
}

export function featuresOf(facts: Facts): Feature[] {
  const all: Feature[] = [
    { name: "text", count: facts.textRuns, native: true },
    { name: "image", count: facts.images, native: true },
    { name: "gradient", count: facts.stops, native: true },
    { name: "pattern", count: facts.patterns, native: true },
    { name: "clip", count: facts.clips, native: true },
    { name: "group_opacity", count: facts.groupOpacities, native: true },
    { name: "mask", count: facts.masks, native: false },
    { name: "filter", count: facts.filters, native: false },
    { name: "blend", count: facts.blends, native: false },
  ];
  return all.filter(({ count }) => count > 0);
}
