import type { SvgElement } from "../element";
import type { Context } from "./context";

/** Inside a clip path all is filled, with `clip-rule`, and nothing else of its looks counts (CSS Masking 1, 6.1). */
const fixed: Record<string, string> = {
  fill: "black",
  stroke: "none",
  "fill-opacity": "1",
  opacity: "1",
  mask: "none",
  "mask-image": "none",
  filter: "none",
  "mix-blend-mode": "normal",
  "marker-start": "none",
  "marker-mid": "none",
  "marker-end": "none",
  "text-decoration": "none",
};

export function clipContext(ctx: Context): Context {
  const style = (element: SvgElement, property: string): string => {
    if (property === "fill-rule") return ctx.style(element, "clip-rule");
    return fixed[property] ?? ctx.style(element, property);
  };
  return { ...ctx, style, paints: null };
}
