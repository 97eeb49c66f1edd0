import type { Fill } from "../../scene";
import { type PaintUse, paintOf } from "./paint";
import { shareOfOne } from "./stops";

/** What the inside of an element is painted with (SVG 2, 13.4); null for nothing. */
export function fillOf(use: PaintUse): Fill | null {
  const painted = paintOf("fill", use);
  if (painted === null) return null;
  const opacity = painted.opacity * shareOfOne(use.ctx.style(use.element, "fill-opacity"));
  const rule = use.ctx.style(use.element, "fill-rule").trim() === "evenodd" ? "evenodd" : "nonzero";
  return { paint: painted.paint, rule, opacity };
}
