import type { Stroke } from "../../scene";
import type { SvgElement } from "../element";
import { readNumber } from "../length";
import type { Context } from "./context";
import { type PaintUse, paintOf } from "./paint";
import { shareOfOne } from "./stops";

const caps = ["butt", "round", "square"] as const;
const joins = ["miter", "miter-clip", "round", "bevel", "arcs"] as const;

/** How an element's outline is stroked (SVG 2, 13.5); null when it is not. */
export function strokeOf(use: PaintUse): Stroke | null {
  const { element, ctx } = use;
  const width = strokeWidth(element, ctx);
  if (!(width > 0)) return null;
  const painted = paintOf("stroke", use);
  if (painted === null) return null;
  return {
    paint: painted.paint,
    opacity: painted.opacity * shareOfOne(ctx.style(element, "stroke-opacity")),
    width,
    cap: keyword(caps, ctx.style(element, "stroke-linecap")),
    join: keyword(joins, ctx.style(element, "stroke-linejoin")),
    miterLimit: Math.max(1, readNumber(ctx.style(element, "stroke-miterlimit")) ?? 4),
    dashes: dashesOf(element, ctx),
    dashOffset: ctx.length(element, ctx.style(element, "stroke-dashoffset"), "other", 0),
    nonScaling: ctx.style(element, "vector-effect").trim() === "non-scaling-stroke",
  };
}

/** `stroke-width` in user units, 1 when it is broken; markers are scaled by it too. */
export function strokeWidth(element: SvgElement, ctx: Context): number {
  return ctx.length(element, ctx.style(element, "stroke-width"), "other", 1);
}

/** An odd list is doubled; with a negative or nothing but zeros the line is solid. */
function dashesOf(element: SvgElement, ctx: Context): number[] {
  const text = ctx.style(element, "stroke-dasharray").trim();
  if (text === "" || text === "none") return [];
  const dashes = text.split(/[\s,]+/).map((part) => ctx.length(element, part, "other", Number.NaN));
  if (!dashes.every((dash) => dash >= 0) || !dashes.some((dash) => dash > 0)) return [];
  return dashes.length % 2 === 0 ? dashes : [...dashes, ...dashes];
}

function keyword<Word extends string>(words: readonly [Word, ...Word[]], text: string): Word {
  return words.find((word) => word === text.trim()) ?? words[0];
}
